import assert from "node:assert/strict";
import type { FigureEdit } from "../../../../src/figure/edits/edit.ts";
import type { Json } from "../../../../src/figure/model/figure.ts";
import type { FigurePath } from "../../../../src/figure/model/path.ts";
import {
  type AttributeNode,
  type AttributeRule,
  layoutAttributes,
  traceAttributes,
} from "../../../../src/figure/schema/attributes.ts";
import { traceTypes } from "../../../../src/figure/schema/traceTypes.ts";
import { everyTraceType } from "../engine/everyTraceType.ts";
import { goodValue } from "../engine/goodValues.ts";
import { editedValue, valueAt } from "./editedValue.ts";
import { textLayouts } from "./layouts.ts";
import { changed } from "./support.ts";

interface Attribute {
  readonly path: FigurePath;
  readonly rule: AttributeRule;
}

function* attributesOf(node: AttributeNode | undefined, path: FigurePath): Generator<Attribute> {
  if (node?.kind === "attribute") yield { path, rule: node.rule };
  else if (node?.kind === "list") yield* attributesOf(node.element, [...path, 0]);
  else for (const name of node?.names ?? []) yield* attributesOf(node?.member(name), [...path, name]);
}

const layout: Json = {
  title: { text: "A <b>figure</b>" },
  xaxis: { range: [0, 4], title: { text: "Hours" }, tickfont: { size: 11 } },
  annotations: [{ text: "here", x: 1, y: 2 }, { text: "there" }],
  legend: {},
  shapes: [],
};

/** Sets the attribute in a text of each turn's layout, and holds all that an edit promises. */
function hold(figure: Json, { path, rule }: Attribute, turn: number): void {
  const value = (goodValue(rule, turn) ?? null) as Json;
  const { write, base, name } = textLayouts[turn % textLayouts.length]!;
  const text = write(figure);
  const what = `${name}: ${path.join(".")} = ${JSON.stringify(value)}\n`;
  const set: FigureEdit = { act: "set", path, value };
  const { text: after, edits, opposites } = changed(text, [set], base);
  const parsed = JSON.parse(after.replace(/^\uFEFF/, "")) as Json;
  const expected = editedValue(figure, [set]);
  assert.deepEqual(valueAt(parsed, base), expected, what + after);
  // What goes is the value, or an object or a list without anything in it.
  const before = valueAt(figure, path);
  if (edits.length === 1 && (typeof before !== "object" || before === null)) {
    const [{ span }] = edits as [(typeof edits)[0]];
    const gone = text.slice(span.start, span.end);
    if (before === undefined) assert.match(gone, /^(?:\{\s*\}|\[\s*\])?$/, what);
    else assert.deepEqual(JSON.parse(gone), before, what);
  }
  assert.equal(changed(after, opposites, base).text, text, what);
  assert.deepEqual(changed(after, [set], base).edits, [], what);
}

describe("Every attribute, set by an edit", () => {
  let turn = 0;

  for (const type of traceTypes) {
    it(`of a ${type}`, () => {
      const traces = [
        { type: "bar", y: [1, 2] },
        { type, name: "it", ...everyTraceType[type] },
      ];
      const figure = { data: traces, layout: { width: 400 } } as Json;
      for (const { path, rule } of attributesOf(traceAttributes(type), ["data", 1]))
        hold(figure, { path, rule }, turn++);
    });
  }

  it("of a layout", () => {
    const figure = { data: [{ y: [1] }], layout };
    for (const attribute of attributesOf(layoutAttributes(), ["layout"])) hold(figure, attribute, turn++);
  });
});
