import type { Json } from "../../model/figure.ts";
import { type FigurePath, formatPath } from "../../model/path.ts";
import type { Draft } from "../draft/draft.ts";
import { countOf, innerOf, kindOf, type Part, placeOf, textOf } from "../draft/part.ts";
import { stretchText } from "../draft/stretch.ts";
import type { PartSigns } from "./handEdit.ts";

/** Members by which a trace says on which axes and subplot it is drawn. */
const AXES = ["xaxis", "yaxis", "zaxis", "subplot", "scene", "geo", "ternary", "carpet"] as const;

/** Members that say in a person's words what an element is. */
const TEXTS = ["text", "label", "title"] as const;

const READ: ReadonlySet<string> = new Set(["uid", "name", "type", ...AXES, ...TEXTS]);

/** So much of the beginning and the end of each array goes into the sign of a trace's data. */
const SAMPLE = 96;

/** Longer texts are no name. */
const LONGEST = 500;

/** Longer elements have no sign of what they hold. */
const LONGEST_CONTENT = 20_000;

/** Among more elements, one without a name is not found by its place. */
const MOST_OTHERS = 100;

/** The data of more elements is not compared. */
const MOST_COMPARED = 1000;

/** The data of so many traces tells whether a figure's data is new. */
const MOST_TRACES = 8;

/** A part of a path: the element that it leads to or through, and the rest. */
export interface SplitPath {
  /** The path of the innermost element of a list of objects; undefined where there is none. */
  readonly element: FigurePath | undefined;
  readonly attribute: FigurePath;
}

/** Splits a path behind the last element that is an object. The element itself need not be there yet. */
export function splitPath(draft: Draft, path: FigurePath): SplitPath {
  for (let length = path.length; length > 0; length--) {
    if (typeof path[length - 1] !== "number") continue;
    const part = draft.find(path.slice(0, length));
    if (part !== undefined && kindOf(part) === "object")
      return { element: path.slice(0, length), attribute: path.slice(length) };
  }
  return { element: undefined, attribute: path };
}

/** What the element at a path, which is there, is found again by. */
export function signsOf(draft: Draft, path: FigurePath): PartSigns {
  const place = path.at(-1) as number;
  const { element: owner, attribute: list } = splitPath(draft, path.slice(0, -1));
  const all = signsIn(draft, path.slice(0, -1));
  const own = all[place]!.signs;
  const isSame = ({ signs: other }: Element): boolean =>
    other.name === own.name && other.text === own.text && isAlike(other, own);
  // What has a name of its own needs no more, and the others need not be looked into.
  const isTold = isNamed(own) ? all.filter(isSame).length === 1 : own.uid !== undefined;
  const told = {
    list: formatPath(list),
    ...(owner !== undefined && { of: signsOf(draft, owner) }),
    ...own,
  };
  if (isTold) return { ...told, place, count: all.length };
  // To compare the data of very many would take too long; one of those without a name is told as lost.
  const data = all.length > MOST_COMPARED ? undefined : all[place]!.data();
  const isSingle = data !== undefined && all.filter((other) => other.data() === data).length === 1;
  const siblings = all.filter((_other, at) => at !== place);
  const traces = list.at(-1) === "data" ? [] : signsIn(draft, ["data"]).slice(0, MOST_TRACES);
  const isPlaced = !isNamed(own) && siblings.length + traces.length <= MOST_OTHERS;
  const others = isPlaced ? [...siblings, ...traces].flatMap((other) => other.data() ?? []) : [];
  return {
    ...told,
    ...(isNamed(own) && { several: true as const }),
    ...(isSingle && { data }),
    place,
    count: all.length,
    ...(others.length > 0 && { others }),
  };
}

/** An element of a list with its signs. Its data is looked into when it is asked for. */
export interface Element {
  readonly signs: ElementSigns;
  readonly data: () => string | undefined;
}

/** The signs of all elements of a list. */
export function signsIn(draft: Draft, list: FigurePath): Element[] {
  const part = draft.find(list);
  if (part === undefined || kindOf(part) !== "array") return [];
  const inner = innerOf(part);
  const isTraces = list.at(-1) === "data";
  return Array.from({ length: countOf(inner) }, (_, place) => {
    const element = inner.items[placeOf(inner, place)!]!.value;
    let sign: { readonly of: string | undefined } | undefined;
    const data = (): string | undefined => (sign ??= { of: (isTraces ? dataSign : contentSign)(element) }).of;
    return { signs: elementSigns(element, isTraces), data };
  });
}

/** Whether a person gave it a name. */
export const isNamed = ({ name, text }: Pick<PartSigns, "name" | "text">): boolean =>
  name !== undefined || text !== undefined;

/** Whether two traces are of one type and on the same axes; elements of other lists always are. */
export const isAlike = (one: ElementSigns, other: Pick<PartSigns, "type" | "axes">): boolean =>
  one.type === other.type && one.axes === other.axes;

/** The signs that an element has in itself. */
export type ElementSigns = Pick<PartSigns, "uid" | "name" | "type" | "axes" | "text">;

function elementSigns(part: Part, isTrace: boolean): ElementSigns {
  if (kindOf(part) !== "object") return {};
  const words = new Map<string, string>();
  for (const { name, value } of innerOf(part).items) {
    const word = name !== undefined && READ.has(name) ? wordOf(value) : undefined;
    if (word !== undefined) words.set(name!, word);
  }
  const [uid, name, type] = [words.get("uid"), words.get("name"), words.get("type")];
  const axes = AXES.flatMap((axis) => words.get(axis) ?? []).join(" ");
  const text = TEXTS.map((each) => words.get(each)).find((each) => each !== undefined);
  return {
    ...(uid !== undefined && { uid }),
    ...(name !== undefined && name !== "" && { name }),
    ...(type !== undefined && isTrace && type !== "scatter" && { type }),
    ...(axes !== "" && isTrace && { axes }),
    ...(text !== undefined && !isTrace && { text }),
  };
}

/** The text of a scalar that names something. */
function wordOf(part: Part): string | undefined {
  if (kindOf(part) !== "scalar" || part.stretch.end - part.stretch.start > LONGEST) return undefined;
  const value = JSON.parse(textOf(part)) as Json;
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** A short sign of the arrays of a trace: their names, their beginnings and their ends. Undefined where it has none. */
function dataSign(part: Part): string | undefined {
  if (kindOf(part) !== "object") return undefined;
  const samples = innerOf(part).items.flatMap(({ name, value }) => {
    const isArray = kindOf(value) === "array";
    if (!isArray && !/^\{\s*"(?:dtype|bdata)"/.test(stretchText({ ...value.stretch, end: value.stretch.start + 40 })))
      return [];
    return `${name} ${sampleOf(value)}`;
  });
  return samples.length === 0 ? undefined : hash(samples.toSorted().join("\n"));
}

/** A short sign of all that an element holds. Undefined for a long one. */
function contentSign(part: Part): string | undefined {
  if (part.stretch.end - part.stretch.start > LONGEST_CONTENT) return undefined;
  return hash(squeezed(textOf(part)));
}

function sampleOf(part: Part): string {
  const { of, start, end } = part.stretch;
  if (part.inner !== undefined) return sampled(textOf(part));
  const far = 4 * SAMPLE;
  if (end - start <= 2 * far) return sampled(of.text.slice(start, end));
  return `${squeezed(of.text.slice(start, start + far)).slice(0, SAMPLE)} ${squeezed(of.text.slice(end - far, end)).slice(-SAMPLE)}`;
}

function sampled(text: string): string {
  const plain = squeezed(text);
  return plain.length <= 2 * SAMPLE ? plain : `${plain.slice(0, SAMPLE)} ${plain.slice(-SAMPLE)}`;
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, "");

/** FNV-1a of the text, in hexadecimal. */
function hash(text: string): string {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return (state >>> 0).toString(16).padStart(8, "0");
}
