import type { JsonKind, Outline } from "../outline/outline.ts";
import type { Container, JsonVisitor } from "../reading/visitor.ts";
import { decodeString } from "../source/strings.ts";
import type { FigureNode } from "./node.ts";

/** Nothing in Plotly's schema is as deep. */
const DEEPEST = 64;

/** The most elements of a list of scalars that are told, where it is no data. A longer one is opaque. */
const MOST_SCALARS = 1000;

/** Longer strings are not decoded. */
const LONGEST_STRING = 1000;

/** No number that says something is longer. */
const LONGEST_NUMBER = 64;

/** A map's outlines: megabytes that say nothing of the figure. */
const MAP = "geojson";

interface OpenNode extends FigureNode {
  span: { start: number; end: number };
  children: FigureNode[];
  opaque: boolean;
}

const none: FigureNode[] = [];

/** Builds the tree of a figure's text from what the reader tells, without recursion. */
export class TreeBuilder implements JsonVisitor {
  root: FigureNode | undefined;
  hearsElements = false;

  readonly #text: string;
  /** The offsets where arrays of data begin, in the order of the text, and how many of them are read. */
  readonly #data: readonly number[];
  #dataRead = 0;
  #open: OpenNode | undefined;
  #depth = 0;
  #key: FigureNode["key"];
  /** Scalars told so far of each container that is open; the outermost is at depth 1. */
  readonly #scalars: number[] = [0];

  /** `outline` says which of the arrays in `text` are data. */
  constructor(text: string, { arrays }: Outline) {
    this.#text = text;
    this.#data = arrays.filter(({ encoding }) => encoding === "json").map(({ value }) => value.start);
  }

  enter(kind: Container, start: number, index: number): boolean {
    const opaque = this.#depth === DEEPEST || this.#key?.name === MAP || (kind === "array" && this.#isData(start));
    const inArray = this.#open?.kind === "array";
    const node = this.#add(kind, start, start, undefined, inArray ? index : this.#open?.children.length);
    node.opaque = opaque;
    if (!opaque) node.children = [];
    this.#open = node;
    this.#scalars[++this.#depth] = 0;
    this.hearsElements = true;
    return !opaque;
  }

  leave(_kind: Container, _start: number, end: number): void {
    const node = this.#open!;
    node.span.end = end;
    this.#open = node.parent as OpenNode | undefined;
    this.hearsElements = this.#scalars[--this.#depth]! <= MOST_SCALARS;
  }

  key(name: string, start: number, end: number): void {
    this.#key = { name, span: { start, end } };
  }

  scalar(kind: Exclude<JsonKind, Container>, start: number, end: number): void {
    const open = this.#open;
    if (open?.kind === "array" && ++this.#scalars[this.#depth]! > MOST_SCALARS) {
      open.children = open.children.filter((child) => child.kind === "object" || child.kind === "array");
      open.opaque = true;
      this.hearsElements = false;
      return;
    }
    this.#add(kind, start, end, valueAt(this.#text, kind, start, end));
  }

  missing(at: number): void {
    this.#add("missing", at, at, undefined);
  }

  #isData(start: number): boolean {
    while ((this.#data[this.#dataRead] ?? Infinity) < start) this.#dataRead++;
    return this.#data[this.#dataRead] === start;
  }

  #add(
    kind: FigureNode["kind"],
    start: number,
    end: number,
    value: FigureNode["value"],
    index = this.#open?.children.length ?? 0,
  ): OpenNode {
    const parent = this.#open;
    const node: OpenNode = {
      kind,
      span: { start, end },
      key: this.#key,
      index,
      parent,
      children: none,
      value,
      opaque: false,
    };
    this.#key = undefined;
    if (parent === undefined) this.root ??= node;
    else parent.children.push(node);
    return node;
  }
}

/** The value of the scalar at that place; undefined for one that is too long, or no sound JSON. */
function valueAt(text: string, kind: Exclude<JsonKind, Container>, start: number, end: number): FigureNode["value"] {
  if (kind === "null") return null;
  if (kind === "boolean")
    return text.startsWith("true", start) || (text.startsWith("false", start) ? false : undefined);
  if (kind === "string") return end - start > LONGEST_STRING ? undefined : decodeString(text, start, end);
  return end - start > LONGEST_NUMBER ? undefined : numberOf(text.slice(start, end));
}

function numberOf(written: string): number | undefined {
  return /^-?\d[\d.eE+-]*$/.test(written) ? Number(written) : undefined;
}
