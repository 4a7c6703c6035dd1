import type { DataArray, JsonKind } from "../outline/outline.ts";
import type { FigureNode } from "./node.ts";

/** Nothing in Plotly's schema is as deep. */
const DEEPEST = 64;

/** Of a list of scalars that is no data, as many elements are told; one with more is opaque. */
const MOST_SCALARS = 1000;

const LONGEST_STRING = 1000;

/** So many values and marks are read in a millisecond or two. */
const STEP = 10_000;

/** So many signs that are not told. */
const SKIP = 1_000_000;

/** A map's outlines: megabytes that say nothing of the figure. */
const MAP = "geojson";

interface MutableNode extends FigureNode {
  span: { start: number; end: number };
  children: FigureNode[];
  opaque: boolean;
  /** Members or elements so far, those that are not told among them. */
  count: number;
  scalars: number;
}

type Key = FigureNode["key"];

const none: FigureNode[] = [];

/** Makes the tree of a text without recursion. Takes what is between values leniently; the scan has said what is wrong. */
export class StructureReader {
  readonly #text: string;
  /** Ends of the arrays of data by their beginnings. */
  readonly #data = new Map<number, number>();
  readonly #names = new Map<string, string>();
  #at = 0;
  #root: FigureNode | undefined;
  #open: MutableNode | undefined;
  #depth = 0;
  #key: Key;
  /** What is being skipped, and how deep in it the reader is. */
  #skipped: MutableNode | undefined;
  #skippedDepth = 0;

  /** Reads the value at `from`, and nothing behind it. */
  constructor(text: string, arrays: readonly DataArray[], from = 0) {
    this.#text = text;
    this.#at = from;
    for (const { value, encoding } of arrays) if (encoding === "json") this.#data.set(value.start, value.end);
  }

  read(): FigureNode | undefined {
    for (const steps = this.steps(); ;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  /** The same a few milliseconds at a time. */
  *steps(): Generator<void, FigureNode | undefined> {
    const text = this.#text;
    const { length } = text;
    for (let count = 1; this.#at < length && (this.#open !== undefined || this.#root === undefined); count++) {
      if (this.#skipped !== undefined) {
        this.#skip(this.#skipped);
        yield;
        continue;
      }
      if (count % STEP === 0) yield;
      switch (text[this.#at]) {
        case " ":
        case "\t":
        case "\n":
        case "\r":
        case "\uFEFF":
        case ":":
          this.#at++;
          break;
        case ",":
          this.#missing(this.#at++);
          break;
        case '"':
          this.#string();
          break;
        case "{":
          this.#enter("object");
          break;
        case "[":
          this.#enter("array");
          break;
        case "}":
        case "]":
          this.#leave(text[this.#at] === "}" ? "object" : "array");
          break;
        default:
          this.#word();
      }
    }
    for (; this.#open !== undefined; this.#close(length)) this.#missing(length);
    return this.#root;
  }

  #enter(kind: "object" | "array"): void {
    const start = this.#at;
    const end = kind === "array" ? this.#data.get(start) : undefined;
    if (end !== undefined) {
      this.#add(kind, start, end, undefined).opaque = true;
      this.#at = end;
      return;
    }
    if (this.#depth === DEEPEST || this.#key?.name === MAP) {
      this.#skipped = this.#add(kind, start, this.#text.length, undefined);
      this.#skipped.opaque = true;
      return;
    }
    const node = this.#add(kind, start, start, undefined);
    node.children = [];
    this.#open = node;
    this.#depth++;
    this.#at++;
  }

  #leave(kind: "object" | "array"): void {
    this.#missing(this.#at);
    // A bracket that closes nothing here closes what is open further out, if anything.
    let depth = this.#depth;
    let open: FigureNode | undefined = this.#open;
    for (; open !== undefined && open.kind !== kind; depth--) open = open.parent;
    if (open !== undefined) {
      while (this.#depth > depth) this.#close(this.#at);
      this.#close(this.#at + 1);
    }
    this.#at++;
  }

  #close(end: number): void {
    const node = this.#open!;
    node.span.end = end;
    this.#open = node.parent as MutableNode | undefined;
    this.#depth--;
  }

  #string(): void {
    const start = this.#at;
    const end = stringEnd(this.#text, start);
    this.#at = end;
    const open = this.#open;
    const sound = end - start > 1 && this.#text[end - 1] === '"';
    if (open?.kind === "object" && this.#key === undefined) {
      const name = sound ? this.#name(start, end) : this.#text.slice(start + 1, end);
      this.#key = { name, span: { start, end } };
      return;
    }
    const value = end - start > LONGEST_STRING ? undefined : sound ? decoded(this.#text, start, end) : undefined;
    this.#scalar("string", start, end, value ?? (sound ? undefined : this.#text.slice(start + 1, end)));
  }

  #word(): void {
    const start = this.#at;
    let end = start + 1;
    while (end < this.#text.length && !isDelimiter(this.#text.charCodeAt(end))) end++;
    this.#at = end;
    if (this.#open?.kind === "object" && this.#key === undefined) return;
    const word = end - start > 64 ? "" : this.#text.slice(start, end);
    if (word === "true" || word === "false") this.#scalar("boolean", start, end, word === "true");
    else if (word === "null") this.#scalar("null", start, end, null);
    else this.#scalar("number", start, end, /^-?\d[\d.eE+-]*$/.test(word) ? Number(word) : undefined);
  }

  #scalar(kind: JsonKind, start: number, end: number, value: FigureNode["value"]): void {
    const open = this.#open;
    if (open?.kind === "array" && ++open.scalars > MOST_SCALARS) {
      open.count++;
      if (!open.opaque)
        open.children = open.children.filter((child) => child.kind === "object" || child.kind === "array");
      open.opaque = true;
      return;
    }
    this.#add(kind, start, end, value);
  }

  /** A key that nothing follows. */
  #missing(at: number): void {
    if (this.#key !== undefined) this.#add("missing", at, at, undefined);
  }

  #add(kind: FigureNode["kind"], start: number, end: number, value: FigureNode["value"]): MutableNode {
    const parent = this.#open;
    const node: MutableNode = {
      kind,
      span: { start, end },
      key: this.#key,
      index: parent === undefined ? 0 : parent.count++,
      parent,
      children: none,
      value,
      opaque: false,
      count: 0,
      scalars: 0,
    };
    this.#key = undefined;
    if (parent !== undefined) parent.children.push(node);
    else this.#root ??= node;
    return node;
  }

  /** Goes on through what is not told, at any depth, for a few milliseconds at most. */
  #skip(node: MutableNode): void {
    const text = this.#text;
    const until = Math.min(text.length, this.#at + SKIP);
    for (; this.#at < until; this.#at++) {
      switch (text.charCodeAt(this.#at)) {
        case 34: // "
          this.#at = stringEnd(text, this.#at) - 1;
          break;
        case 91: // [
        case 123: // {
          this.#skippedDepth++;
          break;
        case 93: // ]
        case 125: // }
          if (--this.#skippedDepth > 0) break;
          node.span.end = ++this.#at;
          this.#skipped = undefined;
          return;
        default:
      }
    }
  }

  /** One string for all equal keys. */
  #name(start: number, end: number): string {
    const written = this.#text.slice(start + 1, end - 1);
    const known = this.#names.get(written);
    if (known !== undefined) return known;
    const name = decoded(this.#text, start, end) ?? written;
    this.#names.set(written, name);
    return name;
  }
}

/** Behind the closing quote; a string that is not closed ends with its line. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; ;) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 92 && end - 1 - slashes > start) slashes++;
    if (quote >= 0 && slashes % 2 === 1) {
      at = quote + 1;
      continue;
    }
    const line = text.slice(start, Math.min(end, start + LINE)).search(/[\r\n]/);
    if (line >= 0) return start + line;
    return quote < 0 ? end : quote + 1;
  }
}

/** No line that somebody types is longer; data is. */
const LINE = 10_000;

function decoded(text: string, start: number, end: number): string | undefined {
  try {
    return JSON.parse(text.slice(start, end)) as string;
  } catch {
    return undefined;
  }
}

function isDelimiter(code: number): boolean {
  return (
    code <= 32 ||
    code === 44 ||
    code === 58 ||
    code === 34 ||
    code === 91 ||
    code === 93 ||
    code === 123 ||
    code === 125
  );
}
