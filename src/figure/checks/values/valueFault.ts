import type { FigureNode } from "../../text/structure/structure.ts";
import type { AttributeRule } from "../../schema/attributes.ts";
import { enumerated, flaglist } from "./choiceFault.ts";
import { color, colorList, colorscale } from "./colorFault.ts";
import { isNumeric, type ValueFault } from "./fault.ts";

/**
 * Why the engine would draw its default instead of this value. Undefined where it takes the value, where the structure
 * does not tell the value, and for `null`, which the engine takes for no value.
 */
export function valueFault(node: FigureNode, rule: AttributeRule): ValueFault | undefined {
  const { kind, value } = node;
  if (kind === "missing" || kind === "null") return undefined;
  if (kind === "string" && value === undefined && rule.valType !== "data_array") return undefined;
  // What the engine computes where nothing is written may be written: "auto".
  if (value !== undefined && value === rule.dflt && rule.valType !== "subplotid") return undefined;
  if (rule.arrayOk === true && (kind === "array" || isEncoded(node))) return undefined;
  switch (rule.valType) {
    case "data_array":
      return kind === "array" || isEncoded(node) ? undefined : { node, must: "must be a list of values" };
    case "boolean":
      return boolean(node);
    case "number":
    case "integer":
    case "angle":
      return number(node, rule);
    case "string":
      return text(node, rule);
    case "color":
      return color(node);
    case "colorlist":
      return colorList(node);
    case "colorscale":
      return colorscale(node);
    case "enumerated":
      return enumerated(node, rule);
    case "flaglist":
      return flaglist(node, rule);
    case "subplotid":
      return subplotId(node, rule);
    case "info_array":
      return infoArray(node, rule);
    default:
      return undefined;
  }
}

/** Whether the node is a `{dtype, bdata}` as plotly.py writes it. */
export function isEncoded(node: FigureNode): boolean {
  const names = node.children.map(({ key }) => key?.name);
  return node.kind === "object" && names.includes("dtype") && names.includes("bdata");
}

function boolean(node: FigureNode): ValueFault | undefined {
  if (node.kind === "boolean") return undefined;
  const word = typeof node.value === "string" ? node.value.toLowerCase() : node.value;
  const instead = word === "true" || word === 1 ? true : word === "false" || word === 0 ? false : undefined;
  return { node, must: "must be true or false", ...(instead !== undefined && { instead }) };
}

function number(node: FigureNode, { valType, min, max, extras = [] }: AttributeRule): ValueFault | undefined {
  const { value } = node;
  if (extras.includes(value) || (valType === "angle" && value === "auto")) return undefined;
  const kind = valType === "integer" ? "a whole number" : valType === "angle" ? "a number of degrees" : "a number";
  const range =
    min !== undefined && max !== undefined
      ? ` from ${min} to ${max}`
      : min !== undefined
        ? min === 0
          ? " that is not negative"
          : ` of ${min} or more`
        : max !== undefined
          ? ` of ${max} or less`
          : "";
  const words = extras.map((extra) => ` or ${JSON.stringify(extra)}`).join("");
  const must = `must be ${kind}${range}${words}`;
  if (!isNumeric(value)) return node.kind === "number" && value === undefined ? undefined : { node, must };
  const found = Number(value);
  if ((min !== undefined && found < min) || (max !== undefined && found > max)) {
    return { node, must, instead: Math.min(Math.max(found, min ?? -Infinity), max ?? Infinity) };
  }
  if (valType === "integer" && !Number.isInteger(found)) return { node, must, instead: Math.round(found) };
  return undefined;
}

function text(node: FigureNode, { strict, noBlank }: AttributeRule): ValueFault | undefined {
  if (node.kind === "string")
    return noBlank === true && node.value === "" ? { node, must: "must not be empty" } : undefined;
  if (node.kind === "number" && strict !== true) return undefined;
  const scalar = node.kind === "number" || node.kind === "boolean";
  return { node, must: "must be a text", ...(scalar && { instead: String(node.value) }) };
}

function subplotId(node: FigureNode, { dflt, regex }: AttributeRule): ValueFault | undefined {
  const base = typeof dflt === "string" ? dflt : (/^\/\^([a-z]+)/.exec(regex ?? "")?.[1] ?? "");
  const test = new RegExp(regex === undefined ? `^${base}([2-9]|[1-9][0-9]+)?$` : regex.slice(1, -1));
  const { value } = node;
  if (typeof value === "string" && test.test(value)) return undefined;
  const found = typeof value === "string" ? /^([a-z]+?)(?:axis)?(\d*)$/.exec(value) : undefined;
  const instead = found?.[1] === base ? `${base}${found[2] === "1" ? "" : (found[2] ?? "")}` : undefined;
  return { node, must: `must be "${base}", "${base}2", …`, ...(instead !== undefined && { instead }) };
}

function infoArray(node: FigureNode, rule: AttributeRule): ValueFault | undefined {
  if (isEncoded(node)) return undefined;
  const { items, freeLength, dimensions } = rule;
  const size = Array.isArray(items) && freeLength !== true ? items.length : undefined;
  if (node.kind !== "array")
    return { node, must: size === undefined ? "must be a list" : `must be a list of ${size} values` };
  if (node.opaque || items === undefined) return undefined;
  const rows = dimensions === 2 || (dimensions === "1-2" && node.children[0]?.kind === "array");
  if (rows) {
    for (const row of node.children) if (row.kind !== "array") return { node: row, must: "must be a list" };
  }
  // What a shorter list lacks has its default; what a longer one has more is not read.
  if (size !== undefined && !rows && node.children.length > size)
    return {
      node,
      must: `must be a list of ${size} values`,
      drawn: `Plotly.js reads the first ${size}.`,
    };
  for (const [index, child] of node.children.entries()) {
    const parts = rows ? child.children : [child];
    for (const [place, part] of parts.entries()) {
      const item = itemAt(items, rows ? [index, place] : [index]);
      const fault = item === undefined || part.kind === "null" ? undefined : valueFault(part, item);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}

function itemAt(items: NonNullable<AttributeRule["items"]>, path: readonly number[]): AttributeRule | undefined {
  let item: unknown = items;
  for (const step of path) if (Array.isArray(item)) item = item[step];
  // For a list of equal rows, the place in the row says what stands there.
  if (item === undefined && Array.isArray(items)) item = items[path.at(-1) ?? 0];
  return item === undefined || Array.isArray(item) ? undefined : (item as AttributeRule);
}
