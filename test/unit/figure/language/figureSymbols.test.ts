import assert from "node:assert/strict";
import * as fc from "fast-check";
import { foldingSpans, selectionSpans } from "../../../../src/figure/language/figureRanges.ts";
import { type FigureSymbol, figureSymbols } from "../../../../src/figure/language/figureSymbols.ts";
import { scanFigure } from "../../../../src/figure/text/scan/scan.ts";
import { readStructure } from "../../../../src/figure/text/structure/structure.ts";

function read(text: string) {
  const outline = scanFigure(text);
  return { outline, structure: readStructure(text, outline) };
}

function symbolsOf(text: string): FigureSymbol[] {
  const { outline, structure } = read(text);
  return figureSymbols(structure, outline);
}

/** `name (detail)` of each, indented by depth. */
function told(symbols: readonly FigureSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${"  ".repeat(depth)}${name}${detail === "" ? "" : ` (${detail})`}`,
    ...told(children, depth + 1),
  ]);
}

describe("The contents of a figure", () => {
  it("are its traces, axes, frames and the parts of its layout, with counts", () => {
    const text = JSON.stringify({
      data: [
        { type: "bar", name: "Boats", x: ["a", "b", "c"], y: [1, 2, 3], marker: { color: [1, 2, 3] } },
        { xsrc: "me:1:abc", y: [1] },
        {
          type: "heatmap",
          z: [
            [1, 2],
            [3, 4],
          ],
        },
      ],
      layout: {
        title: { text: "Harbour <b>at noon</b>" },
        xaxis2: { title: { text: "Day" }, range: [0, 1] },
        annotations: [{ text: "Storm" }, { x: 1 }],
        colorway: ["red"],
      },
      frames: [{ name: "May", data: [{ y: [2] }] }],
    });
    assert.deepEqual(told(symbolsOf(text)), [
      "data (3 traces)",
      "  Boats (bar, 3 points)",
      "    x (3 values)",
      "    y (3 values)",
      "    marker",
      "      color (3 values)",
      "  trace 1 (scatter, 1 point)",
      "    xsrc (me:1:abc)",
      "    y (1 value)",
      "  trace 2 (heatmap, 2 × 2 values)",
      "    z (2 × 2 values)",
      "layout (Harbour at noon)",
      "  title (Harbour at noon)",
      "  xaxis2 (Day)",
      "    title (Day)",
      "  annotations (2)",
      "    annotations[0] (Storm)",
      "    annotations[1]",
      "frames (1 frame)",
      "  May (1 trace)",
      "    data (1)",
      "      trace 0 (bar, 1 point)",
      "        y (1 value)",
    ]);
  });

  it("lead to the name, and stand within what they stand in", () => {
    const text = '{"data": [{"type": "bar", "name": "Boats"}], "layout": {"xaxis": {}}}';
    const [data, layout] = symbolsOf(text);
    const shown = (symbol: FigureSymbol | undefined) =>
      symbol && [symbol.span, symbol.selection].map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(shown(data?.children[0]), ['{"type": "bar", "name": "Boats"}', '"Boats"']);
    assert.deepEqual(shown(layout?.children[0]), ['"xaxis": {}', '"xaxis"']);
  });

  it("are told of any text, broken ones too, each within its parent and with a name", () => {
    const text =
      '{"data": [{"type": "bar", "name": " ", "x": [1, 2], "marker": {"color": "red"}}], "layout": {"": {"a": [{}]}}}';
    const check = (symbols: readonly FigureSymbol[], within: { start: number; end: number }) => {
      for (const { name, span, selection, children } of symbols) {
        assert.ok(name !== "");
        assert.ok(span.start >= within.start && span.end <= within.end);
        assert.ok(selection.start >= span.start && selection.end <= span.end);
        check(children, span);
      }
    };
    for (let end = 0; end <= text.length; end++) {
      const part = text.slice(0, end);
      check(symbolsOf(part), { start: 0, end });
    }
    fc.assert(fc.property(fc.json(), (json) => check(symbolsOf(json), { start: 0, end: json.length })));
  });

  it("of thousands of parts are told without what is in them, and it is said that there are more", () => {
    const trace = { marker: { line: { width: 1 } }, error_y: {}, x: [1], y: [1] };
    const [data] = symbolsOf(JSON.stringify({ data: Array.from({ length: 4000 }, () => trace) }));
    assert.equal(data?.detail, "4,000 traces, the first 2,000 listed");
    assert.equal(data.children.length, 2000);
    assert.equal(data.children.at(-1)?.children.length, 0);
    assert.ok((data.children[0]?.children.length ?? 0) > 0);
  });
});

describe("The ranges of a figure", () => {
  it("that may be folded are all that have brackets, arrays of data marked", () => {
    const text = '{"data": [{"x": [1, 2], "marker": {}}], "layout": {"colorway": ["red"]}}';
    const { outline, structure } = read(text);
    const spans = [...foldingSpans(structure, outline)].map(({ span, isData }) => [
      text.slice(span.start, span.end),
      isData,
    ]);
    assert.deepEqual(spans.slice(1), [
      ['[{"x": [1, 2], "marker": {}}]', false],
      ['{"x": [1, 2], "marker": {}}', false],
      ["[1, 2]", true],
      ["{}", false],
      ['{"colorway": ["red"]}', false],
      ['["red"]', false],
    ]);
  });

  it("grow from a text to its member, its siblings and so on", () => {
    const text = '{"layout": {"title": {"text": "Tides", "x": 1}, "width": 3}}';
    const { structure } = read(text);
    assert.deepEqual(
      selectionSpans(structure, text.indexOf("Tides") + 2).map(({ start, end }) => text.slice(start, end)),
      [
        "Tides",
        '"Tides"',
        '"text": "Tides"',
        '"text": "Tides", "x": 1',
        '{"text": "Tides", "x": 1}',
        '"title": {"text": "Tides", "x": 1}',
        '"title": {"text": "Tides", "x": 1}, "width": 3',
        '{"title": {"text": "Tides", "x": 1}, "width": 3}',
        '"layout": {"title": {"text": "Tides", "x": 1}, "width": 3}',
        text,
      ],
    );
  });

  it("always hold the place, and the one before", () => {
    const text = '{"data": [{"x": [1, 2], "name": ""}], "layout": {"title": {"text": "Tides"}}}';
    const { structure } = read(text);
    for (let offset = 0; offset <= text.length; offset++) {
      let last = { start: offset, end: offset };
      // Within the figure's own braces there is the figure at least.
      if (offset > 0 && offset < text.length) assert.ok(selectionSpans(structure, offset).length > 0, `${offset}`);
      for (const span of selectionSpans(structure, offset)) {
        assert.ok(span.start <= last.start && span.end >= last.end, `${offset}`);
        assert.ok(span.end - span.start > last.end - last.start);
        last = span;
      }
    }
  });
});
