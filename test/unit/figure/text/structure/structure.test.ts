import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { FigurePath } from "../../../../../src/figure/model/path.ts";
import { scanFigure } from "../../../../../src/figure/text/scan/scan.ts";
import {
  allNodes,
  type FigureNode,
  nodeAround,
  nodeAt,
  pathOf,
  readStructure,
  type Structure,
} from "../../../../../src/figure/text/structure/structure.ts";
import { edited, edits, texts } from "../brokenTexts.ts";

const structureOf = (text: string) => readStructure(text, scanFigure(text));

/** The value that the tree tells, arrays of data from their text. */
function valueOf(node: FigureNode, text: string): unknown {
  if (node.opaque) return JSON.parse(text.slice(node.span.start, node.span.end)) as unknown;
  if (node.kind === "array") return node.children.map((child) => valueOf(child, text));
  if (node.kind !== "object") return node.value;
  const entries = node.children.map((child) => [child.key!.name, valueOf(child, text)] as const);
  return Object.fromEntries(entries);
}

describe("The structure of a figure file", () => {
  it("tells every key and value with its place, and leaves arrays of data closed", () => {
    const text = '{"data": [{"type": "bar", "x": [1, 2, 3], "marker": {"color": "red"}}], "layout": {"width": 4e2}}';
    const structure = structureOf(text);
    const color = nodeAt(structure, ["data", 0, "marker", "color"])!;
    assert.equal(color.value, "red");
    assert.equal(text.slice(color.span.start, color.span.end), '"red"');
    assert.equal(text.slice(color.key!.span.start, color.key!.span.end), '"color"');
    assert.deepEqual(pathOf(color), ["data", 0, "marker", "color"]);
    const x = nodeAt(structure, ["data", 0, "x"])!;
    assert.deepEqual([x.opaque, x.children.length, text.slice(x.span.start, x.span.end)], [true, 0, "[1, 2, 3]"]);
    assert.equal(nodeAt(structure, ["layout", "width"])?.value, 400);
  });

  it("finds what the cursor is in", () => {
    const text = '{"layout": {"title": {"text": "Tides"}, "width": 4}}';
    const at = (part: string) => pathOf(nodeAround(structureOf(text), text.indexOf(part) + 1)!);
    assert.deepEqual(at("Tides"), ["layout", "title", "text"]);
    assert.deepEqual(at("width"), ["layout", "width"]);
    assert.deepEqual(at("title"), ["layout", "title"]);
  });

  it("reads on while somebody types", () => {
    for (const text of [
      '{"data": [{"type": "bar", "xsrc": ',
      '{"data": [{"type": "bar", "xsrc": }], "layout": {"width": 3}}',
      '{"data": [{"type": "bar", "xsrc" }], "layout": {"width": 3}}',
      '{"data": [{"type": "bar", "xsrc": "a:1:\n}], "layout": {"width": 3}}',
    ]) {
      const structure = structureOf(text);
      assert.equal(nodeAt(structure, ["data", 0, "type"])?.value, "bar", text);
      assert.ok(nodeAt(structure, ["data", 0, "xsrc"]), text);
      if (text.includes("width")) assert.equal(nodeAt(structure, ["layout", "width"])?.value, 3, text);
    }
  });

  it("keeps both of two members with the same key, and takes the last for the value", () => {
    const structure = structureOf('{"layout": {"width": 1, "width": 2}}');
    assert.equal(nodeAt(structure, ["layout"])?.children.length, 2);
    assert.equal(nodeAt(structure, ["layout", "width"])?.value, 2);
  });

  it("stays small where a list is long or the nesting deep", () => {
    const long = structureOf(`{"data": [], "notes": [${"1,".repeat(50_000)}1]}`);
    assert.ok(nodeAt(long, ["notes"])?.opaque);
    assert.ok([...allNodes(long)].length < 2000);
    const deep = structureOf(`{"notes": ${"[".repeat(100_000)}${"]".repeat(100_000)}, "layout": {"width": 1}}`);
    assert.equal(nodeAt(deep, ["layout", "width"])?.value, 1);
  });

  it("leaves the outlines of a map closed, however large, and reads on behind them", () => {
    const geojson = { features: Array.from({ length: 60_000 }, (_, index) => ({ "}]": [`"{${index}`, [index]] })) };
    const text = JSON.stringify({ data: [{ type: "choropleth", geojson, name: "Isles" }], layout: { width: 3 } });
    const structure = structureOf(text);
    const map = nodeAt(structure, ["data", 0, "geojson"])!;
    assert.deepEqual([map.opaque, map.children.length], [true, 0]);
    assert.deepEqual(JSON.parse(text.slice(map.span.start, map.span.end)), geojson);
    assert.equal(nodeAt(structure, ["data", 0, "name"])?.value, "Isles");
    assert.equal(nodeAt(structure, ["layout", "width"])?.value, 3);
    assert.equal(nodeAt(structureOf(text.slice(0, -30)), ["data", 0, "geojson"])?.opaque, true);
    assert.equal(nodeAt(structureOf(text.slice(0, 1000)), ["data", 0, "geojson"])?.span.end, 1000);
  });

  it("tells the value of any JSON text", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(undefined, 1, "\t"), (json, indent) => {
        const value: unknown = JSON.parse(json);
        const text = JSON.stringify({ data: [{ x: [1, 2], extra: value }], layout: value }, null, indent);
        const { root } = structureOf(text);
        assert.equal(JSON.stringify(valueOf(root!, text)), JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it("agrees with the scan on where everything stands, however broken the text is", () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(edits, { maxLength: 3 }), (text, wanted) => {
        const broken = wanted.reduce((current, edit) => edited(current, edit).after, text);
        const outline = scanFigure(broken);
        const structure = readStructure(broken, outline);
        const placeOf = (path: FigurePath) => {
          const node = nodeAt(structure, path);
          return { key: node?.key?.span, value: node?.span };
        };
        if (outline.root !== "none") assert.deepEqual(structure.root?.span, outline.rootSpan);
        for (const [name, { key, value }] of outline.members) assert.deepEqual(placeOf([name]), { key, value });
        for (const { path, span } of outline.traces) assert.deepEqual(placeOf(path).value, span);
        for (const { path, key, value, encoding } of outline.arrays) {
          assert.deepEqual(placeOf(path), { key, value });
          assert.equal(nodeAt(structure, path)?.opaque, encoding === "json");
        }
        for (const { path, key, value, text: written } of outline.references) {
          assert.deepEqual(placeOf(path), { key, value });
          if (written !== undefined) assert.equal(nodeAt(structure, path)?.value, written);
        }
      }),
      { numRuns: Number(process.env["FUZZ_RUNS"] ?? 1000) },
    );
  });

  it("tells the same in slices as at once, and with the memory of a scan as without", () => {
    for (const text of texts.flatMap((whole) => [whole, whole.slice(0, -20)])) {
      const outline = scanFigure(text);
      const told = (structure: Structure) =>
        [...allNodes(structure)].map(({ kind, span, key, index, value, opaque }) => [
          kind,
          span,
          key,
          index,
          value,
          opaque,
        ]);
      assert.deepEqual(told(readStructure(text, { ...outline })), told(readStructure(text, outline)));
    }
  });
});
