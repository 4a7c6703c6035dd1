import type { Span } from "../model/span.ts";
import type { TextEdit } from "../model/fix.ts";
import { allNodes, type FigureNode, nodeAround, type Structure } from "../text/structure/structure.ts";

/** An axis or another numbered part of the layout, at a place that names it. */
export interface NamedAxis {
  /** Member of the layout: `xaxis2`, `scene3`. */
  readonly key: string;
  /** The id by which other parts refer to it: `x2`, `scene3`. */
  readonly id: string;
  /** The place of the key or id, without quotes. */
  readonly span: Span;
  /** The text at that place: `xaxis2` or `x2`. */
  readonly written: string;
}

export type AxisRename =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  /** A whole sentence for the person. */
  | { readonly ok: false; readonly sentence: string };

interface Id {
  readonly id: string;
  readonly span: Span;
}

const none: readonly Id[] = [];

/** Parts of a layout that carry a number, by what traces call them under which key. */
const SUBPLOTS: Readonly<Record<string, string>> = {
  scene: "scene",
  geo: "geo",
  polar: "subplot",
  ternary: "subplot",
  smith: "subplot",
  map: "subplot",
  mapbox: "subplot",
  coloraxis: "coloraxis",
  legend: "legend",
};

const KEY = /^(?:([xy])axis|(scene|geo|polar|ternary|smith|mapbox|map|coloraxis|legend))([2-9]|[1-9]\d+)?$/;
const ID =
  /^(?:([xy])([2-9]|[1-9]\d+)?|(scene|geo|polar|ternary|smith|mapbox|map|coloraxis|legend)([2-9]|[1-9]\d+)?)(?: domain)?$/;

/** Attributes that name an axis by its id. */
const AXIS_OF = new Set(
  "xref yref axref ayref xaxis yaxis anchor overlaying matches scaleanchor xaxes yaxes".split(" "),
);

/** All attributes that name a part of the layout. */
const NAMING = new Set([...AXIS_OF, ...Object.values(SUBPLOTS), "subplots"]);

/** The axis that `offset` names: by its key in the layout, or by its id elsewhere. */
export function axisAt(structure: Structure, offset: number): NamedAxis | undefined {
  const node = nodeAround(structure, offset);
  if (node === undefined) return undefined;
  const { key } = node;
  if (key !== undefined && offset <= key.span.end) {
    if (!isLayoutPart(node) || idOf(key.name) === undefined) return undefined;
    return { key: key.name, id: idOf(key.name)!, span: inside(key.span), written: key.name };
  }
  for (const { id, span } of idsIn(node))
    if (span.start <= offset && offset <= span.end) return { key: keyOf(id), id, span, written: id };
  return undefined;
}

/** The edits that rename the axis everywhere in the figure, except in templates, which belong to many figures. */
export function renameAxis(structure: Structure, axis: NamedAxis, name: string): AxisRename {
  const typed = name.trim();
  const kind = withoutNumber(axis.key);
  const key = KEY.test(typed) ? typed : ID.test(typed) && !typed.includes(" ") ? keyOf(typed) : undefined;
  if (key === undefined || withoutNumber(key) !== kind) {
    const id = withoutNumber(axis.id);
    const also = id === kind ? "" : `, in short ${id}2 and ${id}3`;
    return refused(`Here a name is ${kind} with a number from 2 on: ${kind}2, ${kind}3${also}.`);
  }
  if (key === axis.key) return { ok: true, edits: [] };
  if (axis.key === kind) return refused(`“${kind}” is the one for everything that names none, so it keeps its name.`);
  if (key === kind) return refused(`“${kind}” is the one for everything that names none. Choose a name with a number.`);
  const id = idOf(key)!;
  const edits: TextEdit[] = [];
  for (const { isMember, span, found } of places(structure)) {
    if (found === key || found === id) {
      const where = isMember ? "is in the layout already" : "is in use already";
      return refused(`“${key}” ${where}. Choose a number that is free.`);
    }
    if (found === axis.key) edits.push({ span, text: key });
    else if (found === axis.id) edits.push({ span, text: id });
  }
  return { ok: true, edits: edits.toSorted((a, b) => a.span.start - b.span.start) };
}

interface Place {
  /** Whether it is the member of the layout itself. */
  readonly isMember: boolean;
  readonly span: Span;
  /** The key or the id there. */
  readonly found: string;
}

/** Wherever a figure names a numbered part of its layout. */
function* places(structure: Structure): Generator<Place> {
  for (const node of allNodes(structure)) {
    const { key } = node;
    if (key !== undefined) {
      const isMember = isLayoutPart(node);
      const named = isMember ? idOf(key.name) && key.name : commandKey(node);
      if (named !== undefined) yield { isMember, span: beginning(key.span, named), found: named };
    }
    for (const { id, span } of idsIn(node)) yield { isMember: false, span, found: id };
  }
}

/** A member of the figure's layout or a frame's, or `rangeslider.yaxis2` of an axis, which is named after one. */
function isLayoutPart({ parent, key }: FigureNode): boolean {
  if (parent?.key?.name === "layout") return isFigureOrFrame(parent.parent);
  return key?.name.startsWith("yaxis") === true && parent?.key?.name === "rangeslider" && isLayoutPart(parent.parent!);
}

function isFigureOrFrame(node: FigureNode | undefined): boolean {
  if (node?.parent === undefined) return node !== undefined;
  return node.parent.key?.name === "frames" && node.parent.parent?.parent === undefined;
}

/** Buttons and sliders name what they change by a path: `"xaxis2.range"`. */
function commandKey(node: FigureNode): string | undefined {
  const name = node.key?.name ?? "";
  if (!/\d/.test(name)) return undefined;
  const named = /^([a-z]+\d+)(?=[.[]|$)/.exec(name)?.[1];
  if (named === undefined || idOf(named) === undefined) return undefined;
  for (let at = node.parent; at !== undefined; at = at.parent)
    if (at.key?.name === "args" || at.key?.name === "args2") return named;
  return undefined;
}

/** The ids that a text names; two in `grid.subplots`. */
function idsIn(node: FigureNode): readonly Id[] {
  const { value, span, kind } = node;
  // Where the text is written with escapes, its parts stand elsewhere.
  if (kind !== "string" || typeof value !== "string" || span.end - span.start !== value.length + 2) return none;
  const start = span.start + 1;
  const holder = holderOf(node);
  const attribute = holder?.key?.name ?? "";
  // Most texts are told by their attribute alone to name nothing.
  if (!NAMING.has(attribute) || isInTemplate(node)) return none;
  if (attribute === "subplots" && holder?.parent?.key?.name === "grid") {
    const [whole, x = "", y = ""] = /^(x\d*)(y\d*)$/.exec(value) ?? [];
    if (whole === undefined) return none;
    const middle = start + x.length;
    return [
      { id: x, span: { start, end: middle } },
      { id: y, span: { start: middle, end: start + whole.length } },
    ];
  }
  const [, letter, number = "", subplot, count = ""] = ID.exec(value) ?? [];
  let id: string | undefined;
  if (letter !== undefined && AXIS_OF.has(attribute)) id = `${letter}${number}`;
  else if (subplot !== undefined && attribute === SUBPLOTS[subplot] && !value.includes(" ")) id = subplot + count;
  return id === undefined ? none : [{ id, span: { start, end: start + id.length } }];
}

/** The member that a text stands in: itself, or the list around it. */
function holderOf(node: FigureNode): FigureNode | undefined {
  let at: FigureNode | undefined = node;
  while (at !== undefined && at.key === undefined) at = at.parent;
  return at;
}

function isInTemplate(node: FigureNode): boolean {
  for (let at: FigureNode | undefined = node; at !== undefined; at = at.parent)
    if (at.key?.name === "template" && at.parent?.key?.name === "layout") return true;
  return false;
}

/** `x2` of `xaxis2`, `scene2` of itself; undefined for what is no numbered part of a layout. */
function idOf(key: string): string | undefined {
  const [, letter, , number = ""] = KEY.exec(key) ?? [];
  if (letter !== undefined) return `${letter}${number}`;
  return KEY.test(key) ? key : undefined;
}

function keyOf(id: string): string {
  return id.replace(/^([xy])(?=\d*$)/, "$1axis");
}

function withoutNumber(name: string): string {
  return name.replace(/\d+$/, "");
}

function inside({ start, end }: Span): Span {
  return { start: start + 1, end: end - 1 };
}

function beginning({ start }: Span, name: string): Span {
  return { start: start + 1, end: start + 1 + name.length };
}

function refused(sentence: string): AxisRename {
  return { ok: false, sentence };
}
