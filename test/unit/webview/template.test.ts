import assert from "node:assert/strict";
import { at } from "../../../webview/attributes.ts";
import { contrast, type EditorColors, parseColor } from "../../../webview/colors.ts";
import { editorTemplate } from "../../../webview/template.ts";

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

describe("A figure in the editor's theme", () => {
  it("takes paper, letters and grids from the editor", () => {
    const template = editorTemplate({}, dark);
    assert.equal(at(template, "layout", "paper_bgcolor"), "#1f1f1f");
    assert.equal(at(template, "layout", "font", "color"), "#cccccc");
    assert.ok(parseColor(at(template, "layout", "xaxis", "gridcolor")));
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
    assert.notEqual(at(template, "layout", "xaxis", "gridcolor"), "white");
    const data: unknown = at(template, "data", "bar");
    const expected = { marker: { line: { color: "#1f1f1f", width: 0.5 } }, error_y: { color: "#cccccc" } };
    assert.deepEqual(data, [expected]);
    assert.equal(own.layout.paper_bgcolor, "white");
  });

  it("has dark letters on a white paper of the author's", () => {
    const letters = at(editorTemplate({ paper_bgcolor: "#fff" }, dark), "layout", "font", "color");
    assert.ok(contrastOf(letters, "#ffffff") >= 4.5);
  });

  it("has a light paper under dark letters of the author's", () => {
    const paper = at(editorTemplate({ font: { color: "black" } }, dark), "layout", "paper_bgcolor");
    assert.ok(contrastOf(paper, "#000000") >= 4.5);
  });

  it("has tables that can be read", () => {
    const [table] = at(editorTemplate({}, dark), "data", "table") as unknown[];
    assert.ok(contrastOf(at(table, "cells", "font", "color"), at(table, "cells", "fill", "color")) >= 4.5);
  });
});
