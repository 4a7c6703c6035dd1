import assert from "node:assert/strict";
import { applyEdits } from "../../../../src/figure/model/fix.ts";
import { checkFigure } from "../../../../src/figure/checks/check.ts";
import type { GridFacts } from "../../../../src/figure/model/grid.ts";
import type { FigureProblem } from "../../../../src/figure/model/problem.ts";
import { checkReferences, referencedGrids } from "../../../../src/figure/checks/rules/brokenReference.ts";
import { scanFigure } from "../../../../src/figure/text/scan/scan.ts";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";

/** Severity, code and the words marked. */
function marks(text: string, problems: readonly FigureProblem[]): string[] {
  return problems.map(({ severity, code, span }) => `${severity} ${code} ${text.slice(span.start, span.end)}`);
}

function checked(text: string, bound = false): readonly FigureProblem[] {
  return checkFigure(readFigureText(text), { bound }).problems;
}

describe("the check of a figure file", () => {
  it("finds nothing wrong with a figure that refers to grids", () => {
    const text = JSON.stringify({
      data: [
        { type: "bar", xsrc: "ann:1:aaaaaa", ysrc: "ann:1:bbbbbb" },
        { type: "splom", dimensions: [{ values: [1, 2] }] },
        {
          type: "scatter",
          marker: {
            color: "red",
            colorscale: [
              [0, "red"],
              [1, "blue"],
            ],
          },
        },
      ],
      layout: { xaxis: { tickvals: [1] }, meta: ["a"] },
      frames: [],
    });
    assert.deepEqual(checked(text, true), []);
  });

  it("says what is no figure, at its first bracket or wrong member", () => {
    for (const [text, marked, sentence] of [
      ["[1]", "[", /holds a list/],
      ["3", "3", /single value/],
      ['{"a":1}', "{", /none of `data`, `layout` and `frames`/],
      ['{"data":{"x":1}}', "{", /`data` must be a list of traces, but it is an object. Write \[ \] around/],
      ['{"data":"x"}', '"x"', /but it is a text/],
      ['{"data":null}', "null", /but it is null/],
      ['{"data":[],"layout":[]}', "[", /`layout` must be an object, but it is a list/],
      ['{"data":[],"frames":{}}', "{", /`frames` must be a list of frames/],
    ] as const) {
      const problems = checked(text);
      assert.deepEqual(marks(text, problems), [`error not-a-figure ${marked}`], text);
      assert.match(problems[0]?.message ?? "", sentence);
    }
    assert.deepEqual(checked('{"layout":{}}'), []);
    assert.deepEqual(checked('{"data":[],"layout":null,"frames":null}'), []);
  });

  it("does not call a text no figure before it is JSON", () => {
    const text = '{"dat';
    assert.deepEqual(
      checked(text).map(({ code }) => code),
      ["syntax"],
    );
  });

  it("warns of trace types that are not drawn, and says what to write", () => {
    const text = '{"data":[{"type":"scater"},{"type":"area"},{"type":7},{"type":"bar"},{},{"type":"zzz"}]}';
    const problems = checked(text);
    assert.deepEqual(
      marks(text, problems),
      ['"scater"', '"area"', "7", '"zzz"'].map((type) => `warning unknown-trace-type ${type}`),
    );
    assert.match(problems[0]?.message ?? "", /Did you mean `scatter`\?$/);
    assert.match(problems[1]?.message ?? "", /2\.0 dropped.*`barpolar`/);
    assert.match(problems[2]?.message ?? "", /`data\[2\]` must be a text/);
    assert.match(problems[3]?.message ?? "", /draws it as `scatter`\.$/);
  });

  it("tells arrays of data, as an error only where the API is to take the figure", () => {
    const x = Array.from({ length: 1000 }, (_, n) => n);
    const text = JSON.stringify({
      data: [{ x, customdata: { dtype: "f8", bdata: "AAAAAAAA8D8=" } }],
      frames: [{ data: [{ ids: [] }] }],
    });
    const [first, second, third] = checked(text);
    assert.equal(
      first?.message,
      "`data[0].x` holds 1,000 values in the file itself. A figure file may hold its data; the Plots API takes only references to a grid's columns.",
    );
    assert.equal(text.slice(first.span.start, first.span.end), '"x"');
    assert.match(second?.message ?? "", /`data\[0\]\.customdata` holds 1 value in the file itself, as base64/);
    assert.match(third?.message ?? "", /`frames\[0\]\.data\[0\]\.ids` holds an empty list/);
    assert.deepEqual(new Set(checked(text).map(({ severity }) => severity)), new Set(["hint"]));
    const bound = checked(text, true);
    assert.deepEqual(new Set(bound.map(({ severity }) => severity)), new Set(["error"]));
    assert.deepEqual(marks(text, bound).slice(0, 2), ['error raw-array "x":[', 'error raw-array "customdata":{']);
    assert.match(bound[0]?.message ?? "", /takes only references to a grid's columns: move the values to a grid\.$/);
    assert.deepEqual(
      bound[0]?.related.map(({ span, message }) => [span.end, message]),
      [[text.indexOf("]") + 1, "The array ends here."]],
    );
  });

  it("tells them as errors in a file that is bound for a server, and where the rule is set", () => {
    const grave = (text: string, rules = {}): string[] =>
      checkFigure(readFigureText(text), { bound: false, rules })
        .problems.filter(({ code }) => code === "raw-array")
        .map(({ severity }) => severity);
    assert.deepEqual(grave('{"data":[{"xsrc":"ann:1:aa","y":[1]}]}'), ["error"]);
    for (const text of [
      '{"data":[{"y":[1],"ysrc":"ann:1:aa"}]}',
      '{"data":[{"y":[1],"xsrc":"hour"}]}',
      '{"data":[{"y":[1],"namesrc":"ann:1:aa"}]}',
    ])
      assert.deepEqual(grave(text), ["hint"], text);
    assert.deepEqual(grave('{"data":[{"y":[1]}]}', { "raw-array": "warning" }), ["warning"]);
    assert.deepEqual(grave('{"data":[{"y":[1]}]}', { "raw-array": "off" }), []);
  });

  it("points from values to the reference for the same attribute", () => {
    const text = '{"data":[{"x":[1],"xsrc":"ann:1:aaaaaa"}]}';
    const [problem] = checked(text, true);
    assert.match(problem?.message ?? "", /or leave only `xsrc` where the grid that it refers to holds them\.$/);
    assert.deepEqual(
      problem?.related.map(({ span }) => text.slice(span.start, span.end)),
      ['"xsrc"', "]"],
    );
  });

  it("lists problems in the order of the text", () => {
    const text = '{"data":[{"x":[1],"type":"zzz","y":[NaN]}]}';
    assert.deepEqual(
      checked(text).map(({ code }) => code),
      ["raw-array", "unknown-trace-type", "raw-array", "non-finite-number"],
    );
  });
});

describe("the check of a figure's references", () => {
  const columns = ["aa", "bb", "cc", "dd", "ee", "ff", "gg"].map((uid) => ({ uid, name: `column ${uid}` }));
  const facts = new Map<string, GridFacts>([
    ["ann:1", { state: "readable", columns }],
    ["ann:2", { state: "missing" }],
    ["ann:3", { state: "not-a-grid", filetype: "plot" }],
    ["ann:4", { state: "unreadable" }],
    ["ann:5", { state: "unknown" }],
    ["ann:0", { state: "readable", columns: [] }],
  ]);

  function check(text: string, bound = false): FigureProblem[] {
    return checkReferences(scanFigure(text), facts, { bound });
  }

  function assertBroken(src: string, marked: string, sentence: RegExp, severity = "error"): void {
    const alone = `{"data":[{"xsrc":${src}}]}`;
    assert.deepEqual(marks(alone, check(alone)), [`${severity} broken-reference ${marked}`]);
    assert.match(check(alone)[0]?.message ?? "", sentence);
    // Beside values it matters to a server alone.
    const beside = `{"data":[{"x":[1],"xsrc":${src}}]}`;
    assert.deepEqual(check(beside), []);
    assert.deepEqual(referencedGrids(scanFigure(beside), false), []);
    const [bound] = check(beside, true);
    assert.equal(bound?.severity, "error");
    assert.deepEqual(
      bound.related.map(({ span }) => beside.slice(span.start, span.end)),
      ['"x"'],
    );
  }

  it("finds nothing wrong with columns that there are, and with what could not be asked", () => {
    for (const src of ["ann:1:aa", "ann:1:aa,gg", "ann:1:", "ann:1:*", "ann:1:-aa", "ann:5:zz", "bob:1:zz", "ann:0:"])
      assert.deepEqual(check(JSON.stringify({ data: [{ xsrc: src }] })), [], src);
  });

  it("asks for each grid once", () => {
    const text = JSON.stringify({
      data: [{ xsrc: "ann:1:a", ysrc: "ann:1:b", textsrc: "nonsense", foosrc: "ann:9:a", idssrc: 3 }],
      layout: { metasrc: "bob:0:c" },
      frames: [{ data: [{ xsrc: "ann:2:a,b" }] }],
    });
    assert.deepEqual(referencedGrids(scanFigure(text), false), ["ann:1", "bob:0", "ann:2"]);
  });

  it("names the part that leads nowhere", () => {
    assertBroken('"ann:2:aa"', "ann:2", /no grid `ann:2` that you may read/);
    assertBroken('"ann:3:aa"', "ann:3", /`ann:3` is no grid but a file of type plot/);
    assertBroken('"ann:4:aa"', "ann:4", /may not read the grid `ann:4`/, "warning");
    assertBroken(
      '"ann:1:aa,zz,bb"',
      "zz",
      /`ann:1` has no column `zz`\. It has aa \(column aa\), .*ee \(column ee\) and 2 more\./,
    );
    assertBroken('"ann:1:-zz"', "zz", /no column `zz`/);
    assertBroken('"ann:0:zz"', "zz", /It has no columns/);
  });

  it("marks the whole value where escapes hide its parts", () => {
    assertBroken(String.raw`"ann\u003a1:zz"`, String.raw`"ann\u003a1:zz"`, /no column `zz`/);
  });

  it("says what is wrong with the form", () => {
    assertBroken("3", "3", /must be a text/);
    assertBroken("[1]", "[1]", /must be a text/);
    for (const [src, why] of [
      ["ann", /no colons/],
      ["ann:1", /second colon/],
      ["ann:x:aa", /`x` is not the number/],
      [":1:aa", /owner is missing/],
      ["ann:1:a a", /white space/],
      ["ann:1:a:b", /more than two colons/],
      ["ann:1:?", /names no columns/],
    ] as const)
      assertBroken(JSON.stringify(src), JSON.stringify(src), why);
    const empty = '{"data":[{"xsrc":""}]}';
    assert.deepEqual(check(empty), []);
    assert.match(check(empty, true)[0]?.message ?? "", /it is empty/);
  });
});

describe("the check of a key such as `xsrc`", () => {
  it("says where an attribute takes no reference", () => {
    const text =
      '{"data":[{"type":"bar","foosrc":"ann:1:aa","zsrc":"ann:1:zz"}],"layout":{"title":{"textsrc":"ann:1:aa"}}}';
    const problems = checked(text).filter(({ code }) => code === "misplaced-reference");
    assert.deepEqual(marks(text, problems), [
      'warning misplaced-reference "foosrc"',
      'hint misplaced-reference "zsrc"',
      'warning misplaced-reference "textsrc"',
    ]);
    assert.match(problems[0]?.message ?? "", /No trace takes values for `foo`/);
    assert.match(problems[1]?.message ?? "", /type `bar` take no values for `z`/);
    assert.match(problems[2]?.message ?? "", /`layout\.title\.text` takes no list/);
    const [fix] = problems[2]?.fixes ?? [];
    assert.equal(applyEdits(text, fix?.edits ?? []), text.replace('"textsrc":"ann:1:aa"', ""));
  });

  it("is only left over beside the value that is drawn", () => {
    const text = '{"data":[{"name":"a","namesrc":"ann:1:aa"}]}';
    assert.deepEqual(marks(text, checked(text)), ['hint reference-and-values "namesrc"']);
    assert.deepEqual(marks(text, checked(text, true)), ['warning misplaced-reference "namesrc"']);
  });
});
