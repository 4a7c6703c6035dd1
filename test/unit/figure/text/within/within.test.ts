import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { checkFigure, obstacleOf } from "../../../../../src/figure/checks/check.ts";
import { fixFileInSteps } from "../../../../../src/figure/fixes/fixFile.ts";
import { drawnFigureInSteps, figureOf, readFigureText } from "../../../../../src/figure/text/structure/figureText.ts";
import { applyEdits } from "../../../../../src/figure/model/fix.ts";
import { type Figure, type Json } from "../../../../../src/figure/model/figure.ts";
import { formatPath } from "../../../../../src/figure/model/path.ts";
import { migrateText } from "../../../../../src/figure/fixes/migrateText.ts";
import { looksLikeFigure } from "../../../../../src/figure/checks/recognize.ts";
import { rescanFigure, scanFigure, scanFigureBytes } from "../../../../../src/figure/text/scan/scan.ts";
import { finished } from "../../../../../src/figure/text/steps/slices.ts";
import { figureAt } from "../../../../../src/figure/text/within/figureAt.ts";

const tides = { data: [{ type: "bar", y: [2, 3, 1] }], layout: { title: { text: "Tides" } } };
const cases = new URL("../../../../fixtures/cases/", import.meta.url);
const read = (start: string): string => {
  const name = readdirSync(cases).find((each) => each.startsWith(start));
  return readFileSync(new URL(name ?? "", cases), "utf8");
};

/** The problem that tells of a figure within, and what its first fix makes. */
function told(text: string) {
  const file = readFigureText(text);
  const problem = checkFigure(file, { bound: false }).problems.find(({ code }) => code === "wrapped-figure");
  const [fix] = problem?.fixes ?? [];
  const whole = fix === undefined ? undefined : (JSON.parse(applyEdits(text, fix.edits)) as Json);
  return { message: problem?.message ?? "", preferred: fix?.preferred, whole };
}

describe("A figure within its file", () => {
  for (const [start, message, preferred] of [
    ["02", /^The figure is in `x`, as R's htmlwidgets write it\./, true],
    ["04-", /^The figure is in `application\/vnd\.plotly\.v1\+json`, as notebooks hold what they show\./, true],
    ["04b", /^The figure is in `cells\[0\]\.outputs\[0\]\.data\["application.*"\]`, an output of a notebook\./, false],
    ["05", /^The figure is in `props\.figure`, as Dash holds it\./, false],
    ["08-", /^This text is itself JSON/, true],
    ["08b", /^The value of `data` and `layout` is a text that is JSON itself\./, true],
    ["35", /^The figure is in `figure`\. .*Make it the whole file\.$/, false],
  ] as const)
    it(`is found and drawn, and can be made the whole: ${start}`, () => {
      const text = read(start);
      const file = readFigureText(text);
      const { message: said, preferred: isPreferred, whole } = told(text);
      assert.match(said, message);
      assert.equal(isPreferred, preferred);
      assert.equal(obstacleOf(file.outline), undefined);
      assert.ok(looksLikeFigure(file.outline));
      assert.deepEqual(whole, finished(drawnFigureInSteps(text, file.outline)));
      assert.ok(Array.isArray((whole as unknown as Figure).data));
      for (const mark of ["", "\uFEFF"])
        assert.deepEqual(plain(scanFigureBytes(new TextEncoder().encode(mark + text))), plain(scanFigure(mark + text)));
    });

  it("comes out of what Python prints of it", () => {
    const { text } = finished(fixFileInSteps(read("03-"), {}));
    assert.equal((JSON.parse(text) as Figure).data[0]?.["type"], "bar");
  });

  it("is the first of several, and each can be made the whole file", () => {
    const text = JSON.stringify({
      cells: [{ outputs: [{ data: { "application/json": tides } }] }, { figure: { ...tides, layout: {} } }],
    });
    const file = readFigureText(text);
    const [problem] = checkFigure(file, { bound: false }).problems;
    assert.match(problem?.message ?? "", /One more figure is in this file; the first is drawn\.$/);
    assert.equal(problem?.fixes?.[1]?.title, "Make `cells[1].figure` the Whole File");
    assert.deepEqual(JSON.parse(applyEdits(text, problem?.fixes?.[1]?.edits ?? [])), { ...tides, layout: {} });
  });

  it("is found in a text in a text, and in a member of one", () => {
    const twice = JSON.stringify(JSON.stringify(JSON.stringify(tides)));
    assert.deepEqual(told(twice).whole, tides);
    const held = JSON.stringify({ id: 7, plot: JSON.stringify({ figure: tides }) });
    const { outline } = readFigureText(held);
    assert.deepEqual(outline.within?.path, ["plot", "figure"]);
    assert.deepEqual(finished(drawnFigureInSteps(held, outline)), tides);
    assert.match(told(held).message, /^The figure is in `plot\.figure`, in a text that is JSON itself\./);
    assert.equal(told(held).preferred, false);
  });

  it("is not seen where there is none", () => {
    for (const value of [
      {},
      [],
      "text",
      '{"a": 1}',
      { figure: { data: {} } },
      { rows: { data: [{ type: "row" }] } },
      { data: "[1, 2", layout: "{}" },
      [{ type: "bar", y: [1] }],
    ]) {
      const { within } = scanFigure(JSON.stringify(value));
      assert.equal(within, undefined, JSON.stringify(value));
    }
    assert.equal(scanFigure(JSON.stringify(tides)).within, undefined);
  });

  it("is checked, migrated and mended at its own places", () => {
    const old = { data: [{ type: "scater", x: [1, 2] }], layout: { title: "T" } };
    const text = JSON.stringify({ note: "é", figure: old, format: "png" }, null, 1);
    const file = readFigureText(text);
    const problems = checkFigure(file, { bound: false }).problems.filter(({ code }) => code !== "raw-array");
    assert.deepEqual(
      problems.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`),
      ['wrapped-figure "figure"', 'unknown-trace-type "scater"', 'removed-attribute "title"'],
    );
    const edits = migrateText(file)?.edits ?? [];
    assert.deepEqual(JSON.parse(applyEdits(text, edits)), {
      note: "é",
      figure: { ...old, layout: { title: { text: "T" } } },
      format: "png",
    });
    assert.deepEqual(figureOf(file), old);
  });

  const figures = fc.record({
    data: fc.array(
      fc.record({
        type: fc.constantFrom("bar", "scatter"),
        name: fc.string(),
        y: fc.array(fc.double({ noNaN: true })),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    layout: fc.record({ title: fc.record({ text: fc.string({ unit: "grapheme" }) }) }),
  });
  const step = fc.oneof(fc.constantFrom("x", "figure", "application/json", "ü", "a.b"), fc.nat(3));
  const beside = fc.jsonValue({ maxDepth: 2, stringUnit: "grapheme" });
  const wrapped = fc
    .tuple(figures, fc.array(fc.tuple(step, beside), { minLength: 1, maxLength: 5 }), fc.constantFrom(undefined, 2))
    .map(([figure, steps, indent]) => {
      let value: unknown = figure;
      const path: (string | number)[] = [];
      for (const [at, other] of steps) {
        if (typeof at === "number") value = [...Array.from({ length: at }, () => other), value, other];
        else value = { "0": other, [at]: value, z: other };
        path.unshift(at);
      }
      return { figure, path, text: JSON.stringify(value, null, indent) };
    });

  it("is found at any place, in a text and in bytes, also after an edit", () => {
    fc.assert(
      fc.property(wrapped, fc.constantFrom("", "\uFEFF"), ({ figure, path, text: json }, mark) => {
        const text = mark + json;
        const outline = scanFigure(text);
        assert.equal(formatPath(outline.within?.path ?? []), formatPath(path));
        assert.deepEqual(finished(drawnFigureInSteps(text, outline)), JSON.parse(JSON.stringify(figure)));
        assert.deepEqual(figureAt(JSON.parse(json), path), JSON.parse(JSON.stringify(figure)));
        assert.deepEqual(plain(scanFigureBytes(new TextEncoder().encode(text))), plain(outline));
        const inner = scanFigure(text.slice(outline.rootSpan.start, outline.rootSpan.end));
        assert.deepEqual(
          outline.arrays.map((array) => [
            formatPath(array.path),
            array.value.start - outline.rootSpan.start,
            array.length,
          ]),
          inner.arrays.map((array) => [formatPath(array.path), array.value.start, array.length]),
        );
        const at = outline.rootSpan.start + 1;
        const edited = `${text.slice(0, at)}  ${text.slice(at)}`;
        const again = rescanFigure(outline, edited, [[{ rangeOffset: at, rangeLength: 0, text: "  " }]]);
        assert.deepEqual(plain(again), plain(scanFigure(edited)));
      }),
      { numRuns: 300 },
    );
  });

  it("is the whole file when the fix has made it that", () => {
    fc.assert(
      fc.property(wrapped, ({ figure, text }) =>
        assert.deepEqual(told(text).whole, JSON.parse(JSON.stringify(figure))),
      ),
      { numRuns: 200 },
    );
  });
});

/** An outline as values that can be compared. */
function plain({ traces, arrays, members, ...rest }: ReturnType<typeof scanFigure>): unknown {
  return {
    ...rest,
    members: [...members],
    traces: traces.map(({ path, span, type, name }) => ({ path, span, type, name })),
    arrays: arrays.map(({ path, key, value, length, shape, kinds }) => ({ path, key, value, length, shape, kinds })),
    references: rest.references.map(({ path, key, value, text }) => ({ path, key, value, text })),
  };
}
