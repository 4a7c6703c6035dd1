import assert from "node:assert/strict";
import * as fc from "fast-check";
import { elementKinds } from "../../../../../src/figure/text/source/elementKinds.ts";
import { findRawArrays } from "../../../../../src/figure/data/arrays/dataWalk.ts";
import { type Figure } from "../../../../../src/figure/model/figure.ts";
import { formatPath } from "../../../../../src/figure/model/path.ts";
import { isRefused } from "../../../../../src/figure/checks/rules/rawArray.ts";
import { scanFigure } from "../../../../../src/figure/text/scan/scan.ts";
import { decodeString } from "../../../../../src/figure/text/source/strings.ts";
import { kindsIn, levelsOf, shapeOf } from "../arrayLevels.ts";

/** Figures of many kinds, as files hold them. */
const figures: readonly Figure[] = [
  {
    data: [
      {
        type: "scatter",
        name: "naïve “quotes” \n",
        x: [1, -2.5, 3e-7, null],
        y: ["a", "b\\", '"', ""],
        xsrc: "ann:1:a0b1c2",
      },
      {
        type: "heatmap",
        z: [[0, 1], [], [2]],
        colorscale: [
          [0, "red"],
          [1, "rgb(0,0,0)"],
        ],
        showscale: false,
      },
      {
        y: { dtype: "f8", bdata: "AAAAAAAA8D8AAAAAAAAAQA==" },
        marker: { color: [1, 2], line: { widthsrc: "ann:1:ffffff,eeeeee" } },
      },
    ],
    layout: { title: { text: "日本語 🎉" }, xaxis2: { tickvals: [1, 2], range: [0, 1e3] }, meta: [true, false, null] },
    frames: [{ name: "f", traces: [1], data: [{ z: [[1]] }] }],
  },
  {
    data: [
      { type: "splom", dimensions: [{ values: [1, 2] }, { values: ["x"] }] },
      { type: "table", cells: { values: [["a"], ["b"]], valuessrc: "bob:2:*" }, header: { values: ["h"] } },
      { type: "sankey", node: { label: ["a", "b"] }, link: { source: [0], target: [1], value: [8.25] } },
    ],
    layout: { annotations: [{ text: "<b>x</b>", x: 0.5 }], template: { data: { bar: [{ x: [1] }] } } },
  },
];
const texts = figures.flatMap((figure) => [JSON.stringify(figure), JSON.stringify(figure, null, 2)]);

/** What typing, merging and printing put into files. */
const debris = fc.constantFrom(
  ...characters("\"\\{}[],:01.eE+- \n\t\0é'/()"),
  "null",
  "true",
  "NaN",
  "\\u12",
  "//",
  "/*",
  "\u2028",
  "\u00a0",
  "\ud83c",
  "[[",
  "}}",
  '"a":',
);

const mutants = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 3 }), fc.option(debris, { nil: "" })), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([text, changes]) => {
    let changed = text;
    for (const [place, removed, added] of changes) {
      const at = Math.floor(place * changed.length);
      changed = changed.slice(0, at) + added + changed.slice(at + removed);
    }
    return changed;
  });

const runs = { numRuns: Number(process.env["FUZZ_RUNS"] ?? 2000) };

describe("reading figure files of any content", function () {
  this.timeout(Math.max(120_000, 10 * runs.numRuns));

  it("takes exactly the texts that JSON.parse takes", () => {
    fc.assert(fc.property(mutants, agreesWithJsonParse), runs);
    fc.assert(fc.property(fc.json(), agreesWithJsonParse), runs);
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 12 }), agreesWithJsonParse), runs);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...characters('[]{},:"\\0123.eE+- nult')), maxLength: 10 }),
        agreesWithJsonParse,
      ),
      runs,
    );
  });

  it("keeps every place within the text, in order, whatever the text", () => {
    fc.assert(
      fc.property(mutants, (text) => {
        const { syntax, arrays, references, traces } = scanFigure(text);
        for (const { span } of [...syntax, ...syntax.flatMap(({ related }) => related), ...traces])
          assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length);
        for (const found of [arrays, references])
          for (const [number, { key, value }] of found.entries()) {
            assert.ok(key.start < key.end && key.end <= value.start && value.start <= value.end);
            assert.ok(value.end <= (found[number + 1]?.key.start ?? text.length));
          }
      }),
      runs,
    );
  });

  it("finds the arrays that the API refuses, and no other", () => {
    fc.assert(
      fc.property(mutants, (text) => {
        const figure = parse(text);
        if (figure === undefined) return;
        assert.deepEqual(
          scanFigure(text)
            .arrays.filter(isRefused)
            .map(({ path }) => formatPath(path))
            .toSorted(),
          findRawArrays(figure).map(formatPath).toSorted(),
        );
      }),
      runs,
    );
  });

  it("finds arrays and references where their paths lead", () => {
    fc.assert(
      fc.property(mutants, (text) => {
        const figure = parse(text);
        if (figure === undefined) return;
        const { arrays, references } = scanFigure(text);
        for (const { path, key, value, length, kinds, nesting, shape, encoding } of arrays) {
          assert.equal(decodeString(text, key.start, key.end), path.at(-1));
          const found: unknown = path.reduce<unknown>(memberAt, figure);
          assert.deepEqual(JSON.parse(text.slice(value.start, value.end)), found);
          if (encoding !== "json" || !Array.isArray(found)) continue;
          assert.equal(length, found.length);
          const levels = levelsOf(found);
          assert.equal(nesting, levels.length);
          assert.deepEqual(elementKinds(kinds).toSorted(), kindsIn(levels));
          assert.deepEqual(shape, shapeOf(levels));
        }
        for (const { path, text: written, partner } of references) {
          const found: unknown = path.reduce<unknown>(memberAt, figure);
          assert.equal(written, typeof found === "string" ? found : undefined);
          const attribute = String(path.at(-1)).slice(0, -3);
          const parent: unknown = path.slice(0, -1).reduce<unknown>(memberAt, figure);
          assert.equal(
            partner !== undefined,
            typeof parent === "object" && parent !== null && Object.hasOwn(parent, attribute),
          );
        }
      }),
      runs,
    );
  });

  it("keeps the arrays before a text breaks off", () => {
    for (const text of texts.slice(0, 2)) {
      const whole = scanFigure(text).arrays;
      let known = 0;
      for (let end = 1; end < text.length; end++) {
        const { arrays, syntax } = scanFigure(text.slice(0, end));
        assert.equal(syntax.length, 1);
        const complete = whole.filter(({ value, path }) => value.end <= end && path[0] === "data");
        // A trace without its type yet is a scatter.
        const kept = new Set(arrays.map(({ path }) => formatPath(path)));
        for (const { path } of complete) assert.ok(kept.has(formatPath(path)), `${formatPath(path)} in ${end}`);
        known = Math.max(known, complete.length);
      }
      assert.ok(known > 0);
    }
  });
});

function agreesWithJsonParse(text: string): void {
  if (text.startsWith("\ufeff")) return;
  let isJson = true;
  try {
    JSON.parse(text);
  } catch {
    isJson = false;
  }
  assert.equal(scanFigure(text).syntax.length === 0, isJson);
}

/** The figure that the text is, where its root is an object. */
function parse(text: string): Figure | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFigure(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isFigure(value: unknown): value is Figure {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function memberAt(value: unknown, key: string | number): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

function characters(text: string): string[] {
  return text.split("");
}
