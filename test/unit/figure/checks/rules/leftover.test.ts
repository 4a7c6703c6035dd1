import assert from "node:assert/strict";
import { checkFigure } from "../../../../../src/figure/checks/check.ts";
import { applyEdits } from "../../../../../src/figure/model/fix.ts";
import { readFigureText } from "../../../../../src/figure/text/structure/figureText.ts";
import type { FigureProblem } from "../../../../../src/figure/model/problem.ts";

function problemsOf(figure: unknown, bound = false): readonly FigureProblem[] {
  const text = typeof figure === "string" ? figure : JSON.stringify(figure);
  return checkFigure(readFigureText(text), { bound }).problems.filter(({ code }) => code !== "raw-array");
}

describe("what other languages write for nothing", () => {
  it("is silent as null, wherever it stands", () => {
    assert.deepEqual(
      problemsOf({
        data: [
          { type: null, x: [1], frame: null, foo: null, marker: { line: null, bar: null }, xsrc: null, foosrc: null },
        ],
        layout: {
          title: null,
          titlefont: null,
          xaxis: { range: [null, null], matches: null },
          annotations: [null],
          z: null,
        },
        frames: [{ data: [{ y: null }], layout: null, group: null }],
        config: null,
      }),
      [],
    );
  });

  it("is told once a file, as a hint, with one fix for all", () => {
    const figure = {
      data: [
        {
          type: "",
          x: [1],
          y: [1],
          mode: [],
          name: {},
          marker: { symbol: "", line: [] },
          set: "a",
          key: ["r1"],
          _isNestedKey: false,
        },
        { type: "bar", y: [1], xsrc: "", textsrc: "", foo: "" },
      ],
      layout: {
        title: "",
        font: { family: "" },
        xaxis: { type: "", overlaying: false, domain: ["", ""], title: [] },
        yaxis: { tickmode: false, nticks: "auto", color: "default", rangemode: "" },
        annotations: {},
        stream: {},
      },
    };
    const [problem, ...more] = problemsOf(figure);
    assert.deepEqual(more, []);
    assert.equal(problem?.code, "leftover");
    assert.equal(problem.severity, "hint");
    assert.match(
      problem.message,
      /^`data\[0\]\.type`, `data\[0\]\.mode`, .* and \d+ more stand for nothing or are a tool's own: .*\.$/,
    );
    assert.ok(problem.related.length > 0 && problem.related.length <= 20);
    const [fix] = problem.fixes ?? [];
    assert.equal(fix?.preferred, false);
    const after = applyEdits(JSON.stringify(figure), fix.edits);
    assert.deepEqual(JSON.parse(after), {
      data: [
        { x: [1], y: [1], marker: {} },
        { type: "bar", y: [1] },
      ],
      layout: { font: {}, xaxis: { domain: ["", ""] }, yaxis: {} },
    });
  });

  it("says what one of them is", () => {
    const said = (figure: unknown) => problemsOf(figure).map(({ message, fixes }) => [message, fixes?.[0]?.title]);
    assert.deepEqual(said({ data: [{ key: ["a"] }] }), [
      ["`data[0].key` is a tool's own: Plotly.js draws as if it were not there.", "Remove `data[0].key`"],
    ]);
    assert.deepEqual(said({ data: [], layout: { font: { family: "" } } }), [
      [
        "`layout.font.family` stands for nothing: Plotly.js draws as if it were not there.",
        "Remove `layout.font.family`",
      ],
    ]);
  });

  it("is a value where Plotly takes it, and a mistake where something was meant", () => {
    assert.deepEqual(
      problemsOf({
        data: [
          {
            name: "",
            text: "",
            visible: false,
            hoverinfo: "none",
            marker: {},
            customdata: [],
            line: { simplify: false },
          },
        ],
        layout: {
          title: { text: "" },
          hovermode: false,
          shapes: [],
          xaxis: { ticks: "", rangeslider: {}, scaleanchor: false },
        },
      }),
      [],
    );
    for (const [figure, code] of [
      [{ data: [{ showlegnd: false }] }, "unknown-attribute"],
      [{ data: [{ mode: true }] }, "wrong-value"],
      [{ data: [{ opacity: "much" }] }, "wrong-value"],
      [{ data: [], layout: { colorway: ["red", ""] } }, "wrong-value"],
      [{ data: [{ type: "bar", frame: 1 }], layout: { key: 1 } }, "unknown-attribute"],
    ] as const)
      assert.ok(
        problemsOf(figure).some((problem) => problem.code === code && problem.severity === "warning"),
        code,
      );
  });

  it("is an error in a reference once a server is to take it", () => {
    const text = { data: [{ xsrc: "", ysrc: null }] };
    assert.deepEqual(
      problemsOf(text, true).map(({ code }) => code),
      ["broken-reference"],
    );
  });
});

describe("a name in place of a reference, as chart editors write", () => {
  it("is no error where the values stand beside it", () => {
    const figure = { data: [{ x: [1], xsrc: "hour", marker: { color: ["red"], colorsrc: "a b" } }] };
    assert.deepEqual(
      problemsOf(figure).map(({ code, severity }) => [code, severity]),
      [
        ["reference-and-values", "hint"],
        ["reference-and-values", "hint"],
      ],
    );
  });

  it("is one where there are none, or a server is to take the figure", () => {
    const codes = (figure: unknown, bound = false) => problemsOf(figure, bound).map(({ code }) => code);
    assert.deepEqual(codes({ data: [{ xsrc: "hour" }] }), ["broken-reference"]);
    assert.deepEqual(codes({ data: [{ x: [1], xsrc: "hour" }] }, true), ["broken-reference"]);
  });
});
