import type { Json } from "../model/figure.ts";
import type { FigureNode } from "../text/structure/node.ts";
import type { ManualRule } from "../manual/manualTable.ts";
import { valueFault } from "../checks/values/valueFault.ts";

/** Why Plotly would not take a value, as a sentence; undefined where it takes it. */
export function valueRefusal(value: Json, rule: ManualRule): string | undefined {
  const fault = valueFault(nodeOf(value, undefined, undefined, 0), rule);
  if (fault === undefined) return undefined;
  const where = fault.node.parent === undefined ? "It" : `Element ${fault.node.index + 1}`;
  return `${where} ${fault.must}.`;
}

const nowhere = { start: 0, end: 0 };

/** The value as the checks read it, as if it stood in a text. */
function nodeOf(value: Json, key: string | undefined, parent: FigureNode | undefined, index: number): FigureNode {
  const children: FigureNode[] = [];
  const isScalar = typeof value !== "object" || value === null;
  const node: FigureNode = {
    kind:
      value === null
        ? "null"
        : Array.isArray(value)
          ? "array"
          : (typeof value as "string" | "number" | "boolean" | "object"),
    span: nowhere,
    key: key === undefined ? undefined : { name: key, span: nowhere },
    index,
    parent,
    children,
    value: isScalar ? value : undefined,
    opaque: false,
  };
  if (Array.isArray(value))
    for (const [at, item] of value.entries()) children.push(nodeOf(item as Json, undefined, node, at));
  else if (!isScalar)
    for (const [at, [name, item]] of Object.entries(value).entries()) children.push(nodeOf(item, name, node, at));
  return node;
}
