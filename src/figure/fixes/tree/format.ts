import { isContainer } from "../../model/container.ts";
import type { Json } from "../../model/figure.ts";
import { allNodes, type FigureNode } from "../../text/structure/structure.ts";
import type { FigureText } from "../../text/structure/figureText.ts";
import { finished } from "../../text/steps/slices.ts";

/** The layout of a file's text: what a fix writes should look like the text around it. */
export interface Format {
  /** White space that one level adds; undefined where the file is one line. */
  readonly indent: string | undefined;
  readonly lineEnd: "\n" | "\r\n";
  /** `": "` or `":"`. */
  readonly colon: string;
  /** Between two values on one line: `", "` or `","`. */
  readonly comma: string;
  /** Inside the braces of an object on one line: `" "` or nothing. */
  readonly padding: string;
  /** Objects of up to so many characters stand on one line. */
  readonly width: number;
  /** Whether lists of numbers and strings have one a line. */
  readonly spread: boolean;
}

const WIDTH = 80;

/** The layout of a file shows in its beginning; a figure may have thousands of traces. */
const MOST_NODES = 10_000;

/** The number of values that are written in a millisecond or two. */
const STEP = 5000;

export function formatOf({ text, structure }: FigureText): Format {
  let colon: string | undefined;
  let indent: string | undefined;
  let padding: string | undefined;
  let spread: boolean | undefined;
  let left = MOST_NODES;
  for (const node of allNodes(structure)) {
    if (left-- === 0) break;
    if (indent !== undefined && colon !== undefined && padding !== undefined && spread !== undefined) break;
    if (node.key !== undefined) colon ??= gap(text, node.key.span.end, node.span.start) === ":" ? ":" : ": ";
    if (isList(node)) spread ??= spreadOf(text, node);
    const [first] = node.children;
    if (first === undefined || node.opaque) continue;
    const lead = text.slice(node.span.start + 1, startOf(first));
    if (lead.includes("\n")) {
      const outer = indentAt(text, node.span.start);
      const inner = lead.slice(lead.lastIndexOf("\n") + 1);
      if (inner.startsWith(outer) && inner.length > outer.length) indent ??= inner.slice(outer.length);
    } else if (node.kind === "object" && isShort(text, node)) padding ??= lead === "" ? "" : " ";
  }
  const broken = text.includes("\n") && structure.root !== undefined && spansLines(text, structure.root);
  return {
    indent: indent ?? (broken ? "  " : undefined),
    lineEnd: text[text.indexOf("\n") - 1] === "\r" ? "\r\n" : "\n",
    colon: colon ?? ": ",
    comma: colon === ":" ? "," : ", ",
    padding: padding ?? "",
    width: padding === undefined ? 0 : WIDTH,
    spread: spread ?? false,
  };
}

/** The same layout, for a value that must be on one line. */
export function onOneLine(format: Format): Format {
  return { ...format, indent: undefined };
}

/**
 * Writes a value. `outer` is the white space before the line on which it begins. Numbers that JSON lacks become null.
 */
export function writeJson(value: Json, format: Format, outer = ""): string {
  return finished(writeJsonInSteps(value, format, outer));
}

/** `writeJson` in steps of a millisecond or two. */
export function* writeJsonInSteps(value: Json, format: Format, outer = ""): Generator<void, string> {
  if (Array.isArray(value)) return yield* writeList(value, format, outer);
  if (!isContainer(value)) return writeScalar(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  const { indent, padding, comma, colon, lineEnd, width } = format;
  const member = function* (key: string, item: Json, of: Format, inner = ""): Generator<void, string> {
    return `${JSON.stringify(key)}${colon}${yield* writeJsonInSteps(item, of, inner)}`;
  };
  const line = function* (of: Format): Generator<void, string> {
    const members: string[] = [];
    for (const [key, item] of entries) members.push(yield* member(key, item, of));
    return `{${padding}${members.join(comma)}${padding}}`;
  };
  if (indent === undefined) return yield* line(format);
  if (width > 0 && entries.length < width / 4 && entries.every(([, item]) => isBrief(item))) {
    const text = yield* line(onOneLine(format));
    if (text.length <= width) return text;
  }
  const inner = outer + indent;
  const lines: string[] = [];
  for (const [key, item] of entries) lines.push(inner + (yield* member(key, item, format, inner)));
  return `{${lineEnd}${lines.join(`,${lineEnd}`)}${lineEnd}${outer}}`;
}

/** The white space at the beginning of the line that contains `offset`. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  let end = start;
  while (text[end] === " " || text[end] === "\t") end++;
  return text.slice(start, Math.min(end, Math.max(offset, start)));
}

/** The offset where a member begins with its key, or an element with its value. */
export function startOf(node: FigureNode): number {
  return node.key?.span.start ?? node.span.start;
}

function* writeList(items: readonly Json[], format: Format, outer: string): Generator<void, string> {
  if (items.length === 0) return "[]";
  const { indent, comma, lineEnd, spread } = format;
  const nested = items.some((item) => typeof item === "object" && item !== null);
  if (indent === undefined || (!nested && !spread)) return `[${yield* joinItems(items, comma, onOneLine(format), "")}]`;
  const inner = outer + indent;
  const text = yield* joinItems(items, `,${lineEnd}`, format, inner);
  return `[${lineEnd}${text}${lineEnd}${outer}]`;
}

/** Each item behind `lead`, and `between` from one to the next. */
function* joinItems(items: readonly Json[], between: string, format: Format, lead: string): Generator<void, string> {
  const parts: string[] = [];
  let part: string[] = [];
  for (const item of items) {
    const isInner = typeof item === "object" && item !== null;
    part.push(lead + (isInner ? yield* writeJsonInSteps(item, format, lead) : writeScalar(item)));
    if (part.length < STEP) continue;
    parts.push(part.join(between));
    part = [];
    yield;
  }
  if (part.length > 0) parts.push(part.join(between));
  return parts.join(between);
}

function writeScalar(value: Json): string {
  return Object.is(value, -0) ? "-0" : JSON.stringify(value);
}

function isBrief(value: Json): boolean {
  if (Array.isArray(value)) return value.length <= 4 && value.every((item) => typeof item !== "object");
  return !isContainer(value) || Object.keys(value).length <= 4;
}

function isList(node: FigureNode): boolean {
  if (node.kind !== "array") return false;
  return node.opaque || (node.children.length > 1 && node.children.every(({ kind }) => kind !== "object"));
}

/** By the innermost first list: `[1, 2]` of `[[1, 2], [3, 4]]`. Undefined where it has no two values. */
function spreadOf(text: string, { span }: FigureNode): boolean | undefined {
  const head = text.slice(span.start, Math.min(span.end, span.start + 1000));
  const innermost = /\[[^[\]]*/.exec(head.replace(/^(?:\s*\[)+/, "["))?.[0];
  if (innermost === undefined || !innermost.includes(",")) return undefined;
  return /^\[\s*\n/.test(innermost);
}

function isShort(text: string, { span }: FigureNode): boolean {
  return span.end - span.start <= 2 * WIDTH && !text.slice(span.start, span.end).includes("\n");
}

function spansLines(text: string, { span }: FigureNode): boolean {
  const line = text.indexOf("\n", span.start);
  return line >= 0 && line < span.end;
}

function gap(text: string, start: number, end: number): string {
  return text.slice(start, end);
}
