import type { Json } from "../../model/figure.ts";
import { type Format, onOneLine, writeJsonInSteps } from "../../fixes/tree/format.ts";
import { type Inner, kindOf, type Part } from "./part.ts";
import { indentOf, lastIndent, stretchText } from "./stretch.ts";

/** Longer members stand behind others only where they are data or tell little. */
const SHORT = 1000;

/** How a new member or element of a container is written. */
export interface Layout {
  /** The comma and white space towards its neighbour; undefined where it is the first. */
  readonly gap: string;
  /** The layout of its value, and the white space before its line. */
  readonly format: Format;
  readonly indent: string;
}

/** As the container's own items stand. It has some. */
export function layoutIn({ stretch }: Part, inner: Inner, format: Format): Layout {
  const last = inner.gaps.at(-1);
  const lead = stretchText(inner.head).slice(1);
  const own = last === undefined ? undefined : stretchText(last);
  const gap = own ?? (lead.includes("\n") ? `,${lead}` : format.comma);
  if (!gap.includes("\n")) return { gap, format: onOneLine(format), indent: indentOf(stretch.of, stretch.start) };
  return { gap, format, indent: lastIndent(gap) };
}

/** How what takes the place of a value is written. */
export function layoutOfValue(part: Part, parent: Part | undefined, format: Format): Layout {
  const { of, start } = part.stretch;
  const lines = parent === undefined || hasLines(parent);
  return { gap: "", format: lines ? format : onOneLine(format), indent: indentOf(of, start) };
}

/** Whether the items of a container stand on lines of their own. */
function hasLines({ inner }: Part): boolean {
  const space = inner?.gaps.at(-1) ?? inner?.head;
  return space !== undefined && stretchText(space).includes("\n");
}

/** The text of a container whose only item this is, in place of one without any. */
export function* onlyItem(
  part: Part,
  key: string,
  write: (layout: Layout) => Generator<void, string>,
  format: Format,
): Generator<void, string> {
  const { of, start } = part.stretch;
  const indent = indentOf(of, start);
  const isList = kindOf(part) === "array";
  const [open, close] = isList ? "[]" : "{}";
  const padding = isList ? "" : format.padding;
  if (format.indent === undefined || format.width > 0) {
    const line = `${open}${padding}${key}${yield* write({ gap: "", format: onOneLine(format), indent })}${padding}${close}`;
    if (format.indent === undefined || line.length <= format.width) return line;
  }
  const inner = indent + format.indent;
  const value = yield* write({ gap: "", format, indent: inner });
  return `${open}${format.lineEnd}${inner}${key}${value}${format.lineEnd}${indent}${close}`;
}

/** Where a new member stands: behind the last that is short, so that it is not lost behind long data. */
export function placeOfMember({ items }: Inner): number {
  const last = items.findLastIndex(({ value: { stretch } }) => stretch.end - stretch.start < SHORT);
  return last < 0 ? items.length : last + 1;
}

/** What is written: a value, or a text that stood elsewhere, its lines indented as `indent` says. */
export type Content = { readonly value: Json } | { readonly text: string; readonly indent: string };

/** Writes it, within new objects and lists where `steps` leads through such. */
export function* contentText(
  content: Content,
  steps: readonly (string | number)[],
  { format, indent }: Layout,
): Generator<void, string> {
  if ("value" in content) return yield* writeJsonInSteps(wrapped(content.value, steps), format, indent);
  if (steps.length === 0) return reindented(content.text, content.indent, indent);
  // The text takes the place of a null, which is the last word of what is written.
  const around = yield* writeJsonInSteps(wrapped(null, steps), format, indent);
  const at = around.lastIndexOf("null");
  const inner = around.slice(around.lastIndexOf("\n", at) + 1).match(/^[ \t]*/)?.[0] ?? "";
  const own = around.includes("\n") ? inner : indent;
  return around.slice(0, at) + reindented(content.text, content.indent, own) + around.slice(at + "null".length);
}

function wrapped(value: Json, steps: readonly (string | number)[]): Json {
  let result = value;
  for (const step of steps.toReversed()) result = typeof step === "number" ? [result] : { [step]: result };
  return result;
}

/** Strings of JSON have no line breaks, so that every line begins with white space. */
function reindented(text: string, from: string, to: string): string {
  if (from === to || !text.includes("\n")) return text;
  return text.replaceAll(/\n([ \t]*)/g, (line, space: string) =>
    space.startsWith(from) ? `\n${to}${space.slice(from.length)}` : line,
  );
}
