import type { DataArray, Outline, SrcReference, TraceOutline } from "../text/outline/outline.ts";
import type { Span } from "../model/span.ts";
import { type FigureNode, member, type Structure } from "../text/structure/structure.ts";
import { formatCount, formatNumber } from "../model/counts.ts";
import { plainText } from "../model/plainText.ts";

/** An entry in a figure's table of contents. */
export interface FigureSymbol {
  readonly kind: "group" | "trace" | "axis" | "frame" | "part" | "data" | "reference";
  /** Never empty. */
  readonly name: string;
  /** A short description: "bar, 12 points"; may be empty. */
  readonly detail: string;
  /** Key and value. */
  readonly span: Span;
  /** The place to show: the key, or the text from which the name was taken. It is inside `span`. */
  readonly selection: Span;
  readonly children: readonly FigureSymbol[];
}

/** Above so many parts only traces, frames and the parts of the layout are told, and not what is in them. */
const MOST_PARTS = 2000;

/** The most elements of a list that are shown. */
const MOST_ELEMENTS = 2000;

const AXIS = /^(?:[xyz]axis|angularaxis|radialaxis|realaxis|imaginaryaxis|[abc]axis|lonaxis|lataxis|coloraxis)\d*$/;

/** The contents of a figure file in the order of the text: traces, axes, frames and the other parts, with counts. */
export function figureSymbols(structure: Structure, outline: Outline): FigureSymbol[] {
  const { root } = structure;
  if (root?.kind !== "object") return [];
  return new SymbolReader(structure, outline).members(root);
}

class SymbolReader {
  readonly #structure: Structure;
  readonly #arrays: ReadonlyMap<number, DataArray>;
  readonly #references: ReadonlyMap<number, SrcReference>;
  readonly #traces: ReadonlyMap<number, TraceOutline>;
  #left = MOST_PARTS;

  constructor(structure: Structure, outline: Outline) {
    this.#structure = structure;
    this.#arrays = new Map(outline.arrays.map((array) => [array.value.start, array]));
    this.#references = new Map(outline.references.map((reference) => [reference.value.start, reference]));
    this.#traces = new Map(outline.traces.map((trace) => [trace.span.start, trace]));
  }

  members(node: FigureNode): FigureSymbol[] {
    const children = node.children.length > MOST_ELEMENTS ? node.children.slice(0, MOST_ELEMENTS) : node.children;
    return children.flatMap((child) => this.#symbol(child) ?? []);
  }

  #symbol(node: FigureNode): FigureSymbol | undefined {
    const { key, span, kind } = node;
    const array = this.#arrays.get(span.start);
    if (array !== undefined) return leaf(node, "data", lengthText(array));
    const reference = this.#references.get(span.start);
    if (reference?.text !== undefined && reference.takesData) return leaf(node, "reference", reference.text);
    if (kind !== "object" && kind !== "array") return undefined;
    const trace = this.#traces.get(span.start);
    if (trace !== undefined) return this.#trace(node, trace);
    if (kind === "array") return this.#list(node);
    if (isFrame(node)) return this.#frame(node);
    const isAxis = key !== undefined && AXIS.test(key.name);
    const named = labelOf(node);
    return {
      kind: isAxis ? "axis" : key !== undefined && node.parent?.parent === undefined ? "group" : "part",
      name: nameOf(node),
      detail: named === undefined ? "" : textOf(named),
      span: whole(node),
      selection: key?.span ?? named?.span ?? opening(node),
      children: this.#inside(node),
    };
  }

  #trace(node: FigureNode, trace: TraceOutline): FigureSymbol {
    const named = member(node, "name");
    const isNamed = typeof named?.value === "string" && named.value.trim() !== "";
    const points = pointsText(node, this.#arrays);
    return {
      kind: "trace",
      name: isNamed ? textOf(named) : `trace ${node.index}`,
      detail: [trace.drawnAs, ...points].join(", "),
      span: whole(node),
      selection: isNamed ? named.span : (trace.typeSpan ?? opening(node)),
      children: this.#inside(node),
    };
  }

  #frame(node: FigureNode): FigureSymbol {
    const named = member(node, "name");
    const isNamed = typeof named?.value === "string" && named.value !== "";
    const traces = member(node, "data")?.children.length ?? 0;
    return {
      kind: "frame",
      name: isNamed ? textOf(named) : `frame ${node.index}`,
      detail: traces === 0 ? "" : formatCount(traces, "trace"),
      span: whole(node),
      selection: isNamed ? named.span : opening(node),
      children: this.#inside(node),
    };
  }

  /** A list of objects; what is a list of anything else is not told, unless it is at the top. */
  #list(node: FigureNode): FigureSymbol | undefined {
    const items = node.children.filter(({ kind }) => kind === "object").length;
    const isTop = node.parent === this.#structure.root;
    if (items === 0 && !isTop) return undefined;
    const noun = isTop ? { data: "trace", frames: "frame" }[node.key?.name ?? ""] : undefined;
    return {
      kind: isTop ? "group" : "part",
      name: nameOf(node),
      detail: listText(node.children.length, noun),
      span: whole(node),
      selection: node.key?.span ?? opening(node),
      children: this.members(node),
    };
  }

  #inside(node: FigureNode): readonly FigureSymbol[] {
    // Members of the root and of the layout are always told.
    const depth = node.parent === undefined ? 0 : node.parent.parent === undefined ? 1 : 2;
    if (depth === 2 && (this.#left -= node.children.length) < 0) return [];
    return this.members(node);
  }
}

function isFrame({ parent }: FigureNode): boolean {
  return parent?.kind === "array" && parent.key?.name === "frames" && parent.parent?.parent === undefined;
}

function leaf(node: FigureNode, kind: "data" | "reference", detail: string): FigureSymbol {
  return {
    kind,
    name: nameOf(node),
    detail,
    span: whole(node),
    selection: node.key?.span ?? opening(node),
    children: [],
  };
}

/** The name of the part for a person: its title, name or text. */
function labelOf(node: FigureNode): FigureNode | undefined {
  for (const key of ["title", "text", "name", "label"]) {
    const found = member(node, key);
    const text = found?.kind === "object" ? member(found, "text") : found;
    if (typeof text?.value === "string" && text.value.trim() !== "") return text;
  }
  return undefined;
}

/**
 * A text about how much a trace draws, by the longest of its own arrays or its table; none where it has no data of its
 * own.
 */
function pointsText(node: FigureNode, arrays: ReadonlyMap<number, DataArray>): string[] {
  let most: DataArray | undefined;
  for (const { span } of node.children) {
    const array = arrays.get(span.start);
    if (array === undefined) continue;
    if (isTable(array)) return [lengthText(array)];
    if ((array.length ?? -1) > (most?.length ?? -1)) most = array;
  }
  return most?.length === undefined ? [] : [formatCount(most.length, "point")];
}

const isTable = ({ shape }: DataArray): boolean => shape !== undefined && shape.length > 1;

/** "12 values", "200 × 300 values". */
function lengthText({ length, shape }: DataArray): string {
  if (shape !== undefined && shape.length > 1) return `${shape.map((each) => formatNumber(each)).join(" × ")} values`;
  return length === undefined ? "packed values" : formatCount(length, "value");
}

function listText(count: number, noun: string | undefined): string {
  const text = noun === undefined ? formatNumber(count) : formatCount(count, noun);
  return count > MOST_ELEMENTS ? `${text}, the first ${formatNumber(MOST_ELEMENTS)} listed` : text;
}

function nameOf({ key, parent, index }: FigureNode): string {
  if (key !== undefined) return key.name === "" ? '""' : key.name;
  return parent?.key === undefined ? `[${index}]` : `${parent.key.name}[${index}]`;
}

/** One line of at most 80 characters, without the tags that Plotly takes. */
function textOf({ value }: FigureNode): string {
  const text = plainText(String(value));
  const shown = text === "" ? String(value).trim() : text;
  return shown.length > 80 ? `${shown.slice(0, 79)}…` : shown;
}

function whole({ key, span }: FigureNode): Span {
  return { start: key?.span.start ?? span.start, end: span.end };
}

function opening({ span }: FigureNode): Span {
  return { start: span.start, end: Math.min(span.end, span.start + 1) };
}
