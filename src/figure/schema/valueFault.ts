import { modernColor } from "../migrate/color.ts";
import { listed } from "../listed.ts";
import { nearest } from "../nearest.ts";
import type { FigureNode } from "../structure.ts";
import { type AttributeRule, palettes } from "./attributes.ts";
import { colorNames, isColor } from "./colorText.ts";

/** Why the engine does not take a value. */
export interface ValueFault {
  /** The value itself, or what is wrong in it. */
  readonly node: FigureNode;
  /** What it takes: "must be a number from 0 to 1". */
  readonly must: string;
  /** What was probably meant. */
  readonly instead?: unknown;
  /** What Plotly.js does with it, where that is not to use its default: a sentence. */
  readonly drawn?: string;
}

/** A list of so many choices is still read. */
const MOST_CHOICES = 12;

/**
 * Why the engine would draw with its default in place of this value; undefined where it takes it, and of what is not
 * told in the structure. `null` stands for nothing, as the engine has it.
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

/** plotly.py's `{dtype, bdata}`. */
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

/** As Plotly has it: a finite number, or a text that is one. */
function isNumeric(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
}

function text(node: FigureNode, { strict, noBlank }: AttributeRule): ValueFault | undefined {
  if (node.kind === "string")
    return noBlank === true && node.value === "" ? { node, must: "must not be empty" } : undefined;
  if (node.kind === "number" && strict !== true) return undefined;
  const scalar = node.kind === "number" || node.kind === "boolean";
  return { node, must: "must be a text", ...(scalar && { instead: String(node.value) }) };
}

function color(node: FigureNode): ValueFault | undefined {
  const { value } = node;
  const must = 'must be a colour, such as "red", "#1f77b4" or "rgb(31, 119, 180)"';
  if (typeof value !== "string") return { node, must };
  if (isColor(value)) return undefined;
  const instead = modernColor(value) ?? nearest(value, colorNames);
  return { node, must, ...(instead !== undefined && { instead }) };
}

function colorList(node: FigureNode): ValueFault | undefined {
  if (node.kind !== "array") return { node, must: 'must be a list of colours, such as ["red", "#1f77b4"]' };
  if (node.children.length === 0 && !node.opaque) return { node, must: "must have a colour at least" };
  for (const child of node.children) {
    const fault = child.kind === "null" ? { node: child, must: "must be a colour" } : color(child);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function colorscale(node: FigureNode): ValueFault | undefined {
  const must = `must be a list of pairs such as [[0, "white"], [1, "red"]], or one of ${listed(palettes)}`;
  const { value } = node;
  if (typeof value === "string") {
    if (palettes.includes(value) || /^\s*\[/.test(value)) return undefined;
    const instead = nearest(value.replace(/_r$/, ""), palettes);
    return { node, must, ...(instead !== undefined && { instead }) };
  }
  if (node.kind !== "array") return { node, must };
  if (node.opaque) return undefined;
  if (node.children.length < 2) return { node, must };
  let highest = 0;
  for (const [index, pair] of node.children.entries()) {
    const [at, name, ...more] = pair.children;
    if (pair.kind !== "array" || at === undefined || name === undefined || more.length > 0)
      return { node: pair, must: 'must be a pair of a number from 0 to 1 and a colour, such as [0.5, "white"]' };
    const place = isNumeric(at.value) ? Number(at.value) : Number.NaN;
    const last = index === node.children.length - 1;
    if (index === 0 && place !== 0) return { node: at, must: "must be 0, where a colorscale begins" };
    if (last && place !== 1) return { node: at, must: "must be 1, where a colorscale ends" };
    if (!(place >= highest)) return { node: at, must: "must not be less than the number before it" };
    highest = place;
    const fault = color(name);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function enumerated(node: FigureNode, { values = [], coerceNumber }: AttributeRule): ValueFault | undefined {
  const { value } = node;
  const taken = coerceNumber === true && isNumeric(value) ? Number(value) : value;
  const patterns = values.filter(isPattern);
  if (values.includes(taken) && !isPattern(taken)) return undefined;
  const scalar = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  if (scalar && patterns.some((pattern) => new RegExp(pattern.slice(1, -1)).test(String(value)))) return undefined;
  const plain = values.filter((choice) => !isPattern(choice));
  // Numbers that stand for a name, such as those of symbols, would make the list ten times as long.
  const named = plain.filter((choice) => typeof choice !== "string" || !/^\d+$/.test(choice));
  const texts = named.filter((choice) => typeof choice === "string");
  const choices = [...texts, ...named.filter((choice) => typeof choice === "boolean")];
  const rest = choices.length === 0 ? named : choices;
  const shown = rest.slice(0, MOST_CHOICES).map((choice) => JSON.stringify(choice));
  const examples = patterns.flatMap((pattern) => patternExample(pattern));
  const must =
    rest.length > MOST_CHOICES
      ? `must be one of ${shown.join(", ")} and ${rest.length - MOST_CHOICES} more`
      : `must be ${orList([...shown, ...examples])}`;
  const instead = meant(value, texts, named) ?? withoutOne(value, patterns);
  return { node, must, ...(instead !== undefined && { instead }) };
}

function meant(value: unknown, texts: readonly unknown[], all: readonly unknown[]): unknown {
  if (typeof value === "string" && (value === "true" || value === "false") && all.includes(value === "true"))
    return value === "true";
  return typeof value === "string" ? nearest(value, texts as readonly string[]) : undefined;
}

/** `x` for "x1", where that is one of the choices. */
function withoutOne(value: unknown, patterns: readonly string[]): string | undefined {
  const [, name, domain = ""] = typeof value === "string" ? (/^([a-z]+)0*1( domain)?$/.exec(value) ?? []) : [];
  const first = name === undefined ? undefined : name + domain;
  return first !== undefined && patterns.some((pattern) => new RegExp(pattern.slice(1, -1)).test(first))
    ? first
    : undefined;
}

function flaglist(node: FigureNode, { flags = [], extras = [] }: AttributeRule): ValueFault | undefined {
  const { value } = node;
  if (extras.includes(value)) return undefined;
  const alone = extras.length === 0 ? "" : `, or ${orList(extras.map((extra) => JSON.stringify(extra)))} alone`;
  const must = `must be one or more of ${flags.map((flag) => JSON.stringify(flag)).join(", ")}, joined by "+"${alone}`;
  if (typeof value !== "string") return { node, must };
  const parts = value.split("+");
  const unknown = parts.filter((flag) => !flags.includes(flag));
  if (unknown.length === 0) return undefined;
  const words = [...flags, ...extras.filter((extra) => typeof extra === "string")];
  const near = parts.map((part) => (flags.includes(part) ? part : nearest(part, parts.length > 1 ? flags : words)));
  const joined = value.split(/[\s,+|]+/).map((part) => flags.find((flag) => flag === part.toLowerCase()));
  const instead = near.every((part) => part !== undefined)
    ? near.join("+")
    : joined.every((part) => part !== undefined)
      ? joined.join("+")
      : undefined;
  if (unknown.length === parts.length) return { node, must, ...(instead !== undefined && { instead }) };
  // The others are drawn; what nobody can have meant else is left to them.
  const rest = parts.filter((flag) => flags.includes(flag)).join("+");
  const left = unknown.map((flag) => JSON.stringify(flag)).join(" and ");
  return {
    node,
    must,
    instead: instead ?? rest,
    drawn: `Plotly.js takes ${JSON.stringify(rest)} and leaves out ${left}.`,
  };
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

/** Plotly writes regular expressions among the values as texts between slashes. */
function isPattern(value: unknown): value is string {
  return typeof value === "string" && /^\/\^.+\$\/$/.test(value);
}

function patternExample(pattern: string): string[] {
  const example = pattern.slice(2, -2).replace("([2-9]|[1-9][0-9]+)?", "2").replace("( domain)?", "");
  return /^[a-z]+2$/.test(example) ? [JSON.stringify(example.slice(0, -1)), JSON.stringify(example), "…"] : [];
}

function orList(names: readonly string[]): string {
  if (names.at(-1) === "…") return names.join(", ");
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
