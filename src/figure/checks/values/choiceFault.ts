import { nearest } from "../../schema/nearest.ts";
import type { FigureNode } from "../../text/structure/structure.ts";
import type { AttributeRule } from "../../schema/attributes.ts";
import { isNumeric, type ValueFault } from "./fault.ts";

/** A list of so many choices is still read. */
const MOST_CHOICES = 12;

/** Why the value is none of the attribute's choices; undefined where it is one. */
export function enumerated(node: FigureNode, { values = [], coerceNumber }: AttributeRule): ValueFault | undefined {
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

/** Why the value is no combination of the attribute's flags, joined by `+`; undefined where it is one. */
export function flaglist(node: FigureNode, { flags = [], extras = [] }: AttributeRule): ValueFault | undefined {
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
    harmless: instead === undefined,
  };
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
