import { deepEqual, equal } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import type { FigureEdit } from "../../../../src/figure/edits/edit.ts";
import { type CodeLanguage, codeLanguages, figureCodeInSteps } from "../../../../src/figure/code/figureCode.ts";
import { Changes } from "../../../../src/figure/code/edits/changes.ts";
import { editsCodeInSteps } from "../../../../src/figure/code/editsCode.ts";
import type { Figure } from "../../../../src/figure/model/figure.ts";
import { figuresOf, needsPlotly } from "./plotlyPy.ts";
import { asPython } from "./sameFigure.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";

const figure: Figure = {
  data: [
    { type: "scatter", name: "bean", x: [1, 2], y: [3, 4], marker: { color: "red", size: 5 } },
    { type: "scatter", name: "pea", y: [1, 2] },
    { type: "bar", y: [5] },
  ],
  layout: {
    title: { text: "Before" },
    xaxis: { title: { text: "x" }, range: [0, 1], rangeslider: {} },
    yaxis2: { overlaying: "y" },
    annotations: [{ text: "a" }, { text: "b" }, { text: "c" }],
    legend: { x: 0, y: 1 },
  },
};

const set = (path: FigureEdit["path"], value: unknown): FigureEdit => ({ act: "set", path, value: value as never });
const remove = (...path: FigureEdit["path"]): FigureEdit => ({ act: "remove", path });

const cases: Readonly<Record<string, readonly FigureEdit[]>> = {
  titles: [
    set(["layout", "title", "text"], "After"),
    set(["layout", "title", "font", "size"], 20),
    set(["layout", "xaxis", "title", "text"], "time"),
    set(["layout", "xaxis", "range"], [0, 5]),
    set(["layout", "yaxis2", "title", "text"], "other"),
  ],
  traces: [
    set(["data", 0, "marker", "color"], "teal"),
    set(["data", 0, "line", "width"], 3),
    set(["data", 1, "visible"], "legendonly"),
    set(["data", 2, "y"], [6, 7]),
    remove("data", 0, "marker", "size"),
  ],
  lists: [
    set(["layout", "annotations", 1, "text"], "new"),
    remove("layout", "annotations", 0),
    { act: "insert", path: ["layout", "annotations", 2], value: { text: "d", x: 1, y: 2, showarrow: false } },
    {
      act: "insert",
      path: ["layout", "shapes", 0],
      value: { type: "line", x0: 0, x1: 1, y0: 2, y1: 2, xref: "paper" },
    },
    { act: "insert", path: ["layout", "sliders", 0], value: { active: 1 } },
  ],
  removals: [remove("layout", "legend"), remove("layout", "xaxis", "rangeslider"), remove("layout", "title", "text")],
  order: [
    { act: "move", path: ["data", 2], to: 0 },
    { act: "copy", path: ["data", 1], to: 2 },
    set(["data", 2, "name"], "bean again"),
    remove("data", 3),
  ],
  template: [
    set(["layout", "template"], { data: { scatter: [{ type: "scatter" }] } }),
    set(["config"], { scrollZoom: true }),
  ],
};

const extensions: Readonly<Record<CodeLanguage, string>> = { python: "py", javascript: "js", r: "R" };

const written = (edits: readonly FigureEdit[], language: CodeLanguage): string =>
  finished(editsCodeInSteps(figure, edits, language));

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === "object" && Object.keys(value).length === 0);

/** What `Plotly.relayout` does with an object. A stand-in: only what the code uses. */
function put(target: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  let at = target;
  for (const step of steps) at = (at[step] ??= {}) as Record<string, unknown>;
  if (value === null) delete at[last];
  else at[last] = value;
}

/** The figure that is drawn when the code has run, by a stand-in of Plotly.js. */
function redrawn(code: string): unknown {
  const drawn = structuredClone(figure) as unknown as {
    data: Record<string, unknown>[];
    layout: Record<string, unknown>;
  };
  const Plotly = {
    relayout(_: string, values: Record<string, unknown>) {
      for (const [path, value] of Object.entries(values)) put(drawn.layout, path, value);
    },
    restyle(_: string, values: Record<string, unknown>, [index = 0]: number[]) {
      for (const [path, value] of Object.entries(values))
        put(drawn.data[index] ?? {}, path, Array.isArray(value) ? value[0] : value);
    },
    deleteTraces(_: string, gone: number[]) {
      drawn.data = drawn.data.filter((__, index) => !gone.includes(index));
    },
    addTraces(_: string, traces: Record<string, unknown>[]) {
      drawn.data.push(...traces);
    },
    moveTraces(_: string, from: number[], to: number[]) {
      const before = [...drawn.data];
      for (const [index, place] of to.entries()) drawn.data[place] = before[from[index] ?? 0] ?? {};
    },
  };
  // oxlint-disable-next-line typescript/no-implied-eval
  new Function("Plotly", `"use strict";\n${code}`)(Plotly);
  return bare(drawn);
}

/** Without what is empty, which says nothing in a figure. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, bare(member)] as const);
  return Object.fromEntries(members.filter(([, member]) => !isNothing(member)));
}

const after = (edits: readonly FigureEdit[]): Figure => new Changes(figure, edits).after;

describe("Edits as code", () => {
  for (const [name, edits] of Object.entries(cases)) {
    for (const language of codeLanguages) {
      it(`are what was read by eye: ${name} in ${language}`, () => {
        const file = new URL(`../../../fixtures/code/edits/${name}.${extensions[language]}`, import.meta.url);
        const code = written(edits, language);
        if (process.env["WRITE_CODE"] === "1") writeFileSync(file, code);
        equal(code, readFileSync(file, "utf8"));
      });
    }

    it(`make the same figure when JavaScript runs: ${name}`, () => {
      const { data, layout } = after(edits);
      deepEqual(redrawn(written(edits, "javascript")), bare({ data, layout }));
    });
  }

  it("are nothing where nothing changes", () => {
    const back = [set(["layout", "title", "text"], "Now"), set(["layout", "title", "text"], "Before")];
    for (const language of codeLanguages) equal(written(back, language), "");
  });

  it("leave what is drawn though it is empty, as the text does", () => {
    const before: Figure = { data: [{ y: [1], marker: { color: [1], colorbar: { x: 1 }, line: { width: 1 } } }] };
    const edits = [
      remove("data", 0, "marker", "colorbar", "x"),
      remove("data", 0, "marker", "line", "width"),
      remove("data", 0, "line", "colorbar", "x"),
    ];
    const changes = new Changes(before, edits);
    deepEqual(changes.after.data, [{ y: [1], marker: { color: [1], colorbar: {} } }]);
    equal(
      finished(editsCodeInSteps(before, edits, "python")).trim(),
      "fig.update_traces(marker_colorbar_x=None)\nfig.data[0].marker.line = None",
    );
  });

  it("choose a trace by its name, whatever is in that", () => {
    const before: Figure = { data: [{ name: "up|down", y: [1] }, { y: [2] }] };
    equal(
      finished(editsCodeInSteps(before, [set(["data", 0, "visible"], false)], "python")),
      'fig.update_traces(visible=False, selector=dict(name="up|down"))\n',
    );
  });

  it("say what graph objects have no place for", () => {
    const edits = [set(["layout", "odd"], 1), set(["data", 0, "odd", "er"], 1), set(["layout", "height"], 300)];
    equal(
      written(edits, "python"),
      [
        "# Graph objects have no data[0].odd: it is left out.",
        "fig.update_layout(height=300)",
        "# Graph objects have no layout.odd: it is left out.",
        "",
      ].join("\n"),
    );
  });

  it("make the same figure when the plotly.py that is installed runs them, in random sequences too", function () {
    this.timeout(120_000);
    needsPlotly(this);
    const sequences = [...Object.values(cases), ...Array.from({ length: 60 }, (_, seed) => randomEdits(seed))];
    const script = finished(figureCodeInSteps(figure, "python")).replace("fig.show()", "");
    const got = figuresOf(sequences.map((edits) => `${script}\n${written(edits, "python")}`));
    for (const [index, edits] of sequences.entries()) {
      const { error, figure: made } = got[index] ?? {};
      equal(error, undefined, written(edits, "python"));
      deepEqual(made && asPython(made), asPython(after(edits)), written(edits, "python"));
    }
  });

  it("make the same figure when JavaScript runs, in random sequences", () => {
    for (let seed = 0; seed < 300; seed++) {
      const edits = randomEdits(seed);
      const { data, layout } = after(edits);
      deepEqual(redrawn(written(edits, "javascript")), bare({ data, layout }), written(edits, "javascript"));
    }
  });
});

/** Some edits, of which each holds after those before it. */
function randomEdits(seed: number): FigureEdit[] {
  let state = seed * 2654435761 + 1;
  const random = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const edits: FigureEdit[] = [];
  for (let count = 1 + random(8); count > 0; count--) {
    const { data, layout = {} } = after(edits);
    const notes = (layout["annotations"] ?? []) as readonly unknown[];
    const trace = random(data.length);
    const note = random(notes.length);
    const choices: (FigureEdit | false)[] = [
      set(["layout", "title", "text"], `T${random(3)}`),
      set(["layout", random(2) === 0 ? "xaxis" : "yaxis2", "range"], [random(3), 5]),
      set(["layout", "legend", "x"], random(3)),
      "legend" in layout && remove("layout", "legend"),
      "xaxis" in layout && remove("layout", "xaxis"),
      data.length > 0 && set(["data", trace, "name"], `n${random(3)}`),
      data.length > 0 && set(["data", trace, "marker", "opacity"], random(10) / 10),
      data.length > 1 && remove("data", trace),
      data.length > 1 && { act: "move", path: ["data", trace], to: random(data.length) },
      data.length > 0 && { act: "copy", path: ["data", trace], to: random(data.length) },
      { act: "insert", path: ["data", random(data.length + 1)], value: { type: "bar", y: [random(9)] } },
      { act: "insert", path: ["layout", "annotations", random(notes.length + 1)], value: { text: `new ${random(9)}` } },
      notes.length > 0 && set(["layout", "annotations", note, "text"], `N${random(5)}`),
      notes.length > 1 && remove("layout", "annotations", note),
      notes.length > 1 && { act: "move", path: ["layout", "annotations", note], to: random(notes.length) },
    ];
    const edit = choices[random(choices.length)];
    if (edit !== undefined && edit !== false) edits.push(edit);
  }
  return edits;
}
