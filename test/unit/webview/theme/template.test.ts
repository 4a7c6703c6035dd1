import assert from "node:assert/strict";
import { at } from "../../../../webview/reading/attributes.ts";
import { contrast, type EditorColors, parseColor } from "../../../../webview/theme/colors.ts";
import { prepare } from "../../../../webview/drawing/prepare.ts";
import { editorTemplate } from "../../../../webview/theme/template.ts";
import { drawable } from "../support.ts";

const dark: EditorColors = {
  kind: "dark",
  background: "#1f1f1f",
  foreground: "#cccccc",
  muted: "#9d9d9d",
  raised: "#202020",
  border: "#454545",
  accent: "#0078d4",
  fontFamily: "sans-serif",
};

const themes: EditorColors[] = [
  dark,
  { ...dark, kind: "light", background: "#ffffff", foreground: "#3b3b3b" },
  { ...dark, kind: "high-contrast", background: "#000000", foreground: "#ffffff" },
  { ...dark, kind: "high-contrast-light", background: "#ffffff", foreground: "#292929" },
];

function contrastOf(a: unknown, b: unknown): number {
  const [first, second] = [parseColor(a), parseColor(b)];
  assert.ok(first && second, `${String(a)} and ${String(b)} are colours`);
  return contrast(first, second);
}

/** What the tests below measure with is the drawing's own, and held to what WCAG gives here. */
describe("The contrast of two colours", () => {
  it("is what WCAG 2 makes of it", () => {
    const rounded = (a: string, b: string) => Number(contrastOf(a, b).toFixed(2));
    assert.equal(rounded("white", "#000"), 21);
    assert.equal(rounded("#777", "#fff"), 4.48);
    assert.equal(rounded("#fff", "#767676"), 4.54);
    assert.equal(rounded("red", "#ffffff"), 4);
    assert.equal(rounded("#123456", "#123456"), 1);
  });
});

describe("A figure in the editor's theme", () => {
  it("takes paper, letters and grids from the editor", () => {
    const template = editorTemplate({}, dark);
    assert.equal(at(template, "layout", "paper_bgcolor"), "#1f1f1f");
    assert.equal(at(template, "layout", "font", "color"), "#cccccc");
    // A sixth of the way from the paper to the letters: there, and not in the way.
    assert.equal(at(template, "layout", "xaxis", "gridcolor"), "rgb(59, 59, 59)");
  });

  for (const colors of themes) {
    it(`can be told apart trace by trace in ${colors.kind}`, () => {
      const colorway = at(editorTemplate({}, colors), "layout", "colorway");
      assert.ok(Array.isArray(colorway));
      assert.equal(new Set(colorway).size, 10);
      for (const color of colorway) assert.ok(contrastOf(color, colors.background) >= 3, `${String(color)} is faint`);
    });
  }

  it("loses the paper of its own template, and keeps the template's colours of traces and their shape", () => {
    const own = {
      data: { bar: [{ marker: { line: { color: "#E5ECF6", width: 0.5 } }, error_y: { color: "#2a3f5f" } }] },
      layout: { colorway: ["red"], paper_bgcolor: "white", xaxis: { gridcolor: "white", automargin: true } },
    };
    const template = editorTemplate({ template: own }, dark);
    assert.deepEqual(at(template, "layout", "colorway"), ["red"]);
    assert.equal(at(template, "layout", "paper_bgcolor"), "#1f1f1f");
    assert.equal(at(template, "layout", "xaxis", "automargin"), true);
    assert.equal(at(template, "layout", "xaxis", "gridcolor"), "rgb(59, 59, 59)");
    const data: unknown = at(template, "data", "bar");
    const expected = { marker: { line: { color: "#1f1f1f", width: 0.5 } }, error_y: { color: "#cccccc" } };
    assert.deepEqual(data, [expected]);
    assert.equal(own.layout.paper_bgcolor, "white");
  });

  const drawnIn = (colors: EditorColors, layout: object, data: object[] = []) =>
    prepare(drawable(data as never, layout as never), { width: 400, height: 300 }, colors);

  it("has letters that can be read on every paper of the author's, however its colour is written", () => {
    const white = [
      "#fff",
      "white",
      "hsl(0, 0%, 100%)",
      "rgb(255 255 255 / 90%)",
      "#FFFFFFF0",
      "lavender",
      "hsla(60,100%,97%,1)",
    ];
    const black = ["#000", "black", "hsl(240, 30%, 8%)", "midnightblue", "rgba(0, 0, 0, 0.95)"];
    const between = [
      "gray",
      "hsl(200, 40%, 45%)",
      "tomato",
      "rgba(255, 255, 255, 0.4)",
      "rgba(255,255,255,0)",
      "transparent",
    ];
    for (const colors of themes) {
      for (const paper of [...white, ...black, ...between]) {
        for (const layout of [{ paper_bgcolor: paper }, { paper_bgcolor: paper, plot_bgcolor: "white" }]) {
          const drawn = drawnIn(colors, layout);
          const letters = parseColor(at(drawn.layout, "template", "layout", "font", "color"));
          const ground = parseColor(paper, parseColor(colors.background));
          assert.ok(letters && ground && contrast(letters, ground) >= 4.5, `${paper} in ${colors.kind}`);
        }
      }
    }
  });

  it("has a paper that goes with letters of the author's", () => {
    for (const [theme, color] of [
      [dark, "black"],
      [dark, "navy"],
      [themes[1], "hsl(0, 0%, 95%)"],
      [themes[1], "ivory"],
    ] as const) {
      const paper = at(drawnIn(theme ?? dark, { font: { color } }).layout, "template", "layout", "paper_bgcolor");
      assert.ok(contrastOf(paper, color) >= 4.5, color);
    }
  });

  it("has letters that can be read where the author chose only the ground below them", () => {
    const { data, layout } = drawnIn(
      dark,
      {
        legend: { bgcolor: "white" },
        legend2: { bgcolor: "hsl(0, 0%, 10%)" },
        annotations: [
          { text: "a", bgcolor: "lightyellow" },
          { text: "b", bgcolor: "white", font: { color: "silver" } },
        ],
        updatemenus: [{ bgcolor: "#eee" }],
        xaxis: { rangeselector: { bgcolor: "beige" } },
        coloraxis: { colorbar: { bgcolor: "white", title: { text: "t" } } },
        scene: { bgcolor: "snow" },
      },
      [
        {
          type: "table",
          header: { fill: { color: "white" } },
          cells: { fill: { color: [["white", "black"], "navy"] } },
        },
      ],
    );
    const dim = "#3b3b3b";
    assert.deepEqual(
      {
        legend: at(layout, "legend", "font", "color"),
        legend2: at(layout, "legend2", "font", "color"),
        annotations: (layout["annotations"] as unknown[]).map((each) => at(each, "font", "color")),
        updatemenus: (layout["updatemenus"] as unknown[]).map((each) => at(each, "font", "color")),
        rangeselector: at(layout, "xaxis", "rangeselector", "font", "color"),
        bar: at(layout, "coloraxis", "colorbar", "tickfont", "color"),
        barTitle: at(layout, "coloraxis", "colorbar", "title", "font", "color"),
        scene: at(layout, "scene", "zaxis", "tickfont", "color"),
        header: at(data[0], "header", "font", "color"),
        cells: at(data[0], "cells", "font", "color"),
      },
      {
        legend: dim,
        legend2: undefined,
        annotations: [dim, "silver"],
        updatemenus: [dim],
        rangeselector: dim,
        bar: dim,
        barTitle: dim,
        scene: dim,
        header: dim,
        cells: [[dim, "rgb(204, 204, 204)"], "rgb(204, 204, 204)"],
      },
    );
  });

  it("has tables that can be read", () => {
    const [table] = at(editorTemplate({}, dark), "data", "table") as unknown[];
    assert.ok(contrastOf(at(table, "cells", "font", "color"), at(table, "cells", "fill", "color")) >= 4.5);
  });
});
