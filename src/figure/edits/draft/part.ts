import type { FigureNode } from "../../text/structure/structure.ts";
import { type Stretch, stretchText } from "./stretch.ts";
import { skipSpace } from "../../text/source/soundTokens.ts";
import { elementAt, membersOf, spaceStart } from "./values.ts";

/** A value of the figure, as the edits so far have left it. */
export interface Part {
  /** Where its text stands. What was changed within it since is told by `inner`. */
  readonly stretch: Stretch;
  /** Its node in the file's structure; undefined for what an edit wrote, and where the structure does not tell. */
  readonly node: FigureNode | undefined;
  /** Undefined until somebody looks into it. */
  inner: Inner | undefined;
}

/** What stands between the brackets of a container, brackets included. Everything that is text is in it once. */
export interface Inner {
  /** Up to the first item; up to the end where there is none. */
  head: Stretch;
  items: Item[];
  /** From the end of one item to the next: the comma and white space. */
  gaps: Stretch[];
  tail: Stretch;
  /** Whether some of the items may be runs. */
  readonly hasRuns: boolean;
}

export interface Item {
  /** Undefined in lists. */
  readonly name: string | undefined;
  /** The key, and what is between it and the value; undefined in lists. */
  readonly key: Stretch | undefined;
  readonly value: Part;
  /** Whether it is several elements that nobody has told apart yet, with the gaps between them. */
  readonly isRun: boolean;
  /** Whether it stood at another place of the file, so that it must be written anew. */
  readonly isMoved: boolean;
}

export type PartKind = "object" | "array" | "scalar";

export function partOf(stretch: Stretch, node?: FigureNode): Part {
  return { stretch, node, inner: undefined };
}

export function kindOf({ stretch: { of, start } }: Part): PartKind {
  const first = of.text[start];
  return first === "{" ? "object" : first === "[" ? "array" : "scalar";
}

/** What a container holds. Of a list that the structure does not tell, all elements are one run at first. */
export function innerOf(part: Part): Inner {
  part.inner ??= opened(part);
  return part.inner;
}

function opened({ stretch: { of, start, end }, node }: Part): Inner {
  const at = (from: number, to: number): Stretch => ({ of, start: from, end: to });
  const item = (name: string | undefined, key: number, from: number, to: number, child?: FigureNode): Item => ({
    name,
    key: name === undefined ? undefined : at(key, from),
    value: partOf(at(from, to), child),
    isRun: false,
    isMoved: false,
  });
  let items: Item[];
  if (node !== undefined && !node.opaque)
    items = node.children.map((child) =>
      item(child.key?.name, child.key?.span.start ?? 0, child.span.start, child.span.end, child),
    );
  else if (of.text[start] === "{")
    items = membersOf(of.text, start).map(({ name, key, start: from, end: to }) => item(name, key, from, to));
  else {
    const [from, to] = [skipSpace(of.text, start + 1), spaceStart(of.text, end - 1)];
    items = from >= to ? [] : [{ ...item(undefined, 0, from, to), isRun: true }];
  }
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined)
    return { head: at(start, end), items, gaps: [], tail: at(end, end), hasRuns: false };
  const gaps = items.slice(1).map((each, index) => at(items[index]!.value.stretch.end, beginOf(each)));
  return { head: at(start, beginOf(first)), items, gaps, tail: at(last.value.stretch.end, end), hasRuns: first.isRun };
}

function beginOf({ key, value }: Item): number {
  return (key ?? value.stretch).start;
}

/** The place among the items of a list's element; undefined where there is none, of which `count` then tells all. */
export function placeOf(inner: Inner, index: number): number | undefined {
  if (!inner.hasRuns) return index < inner.items.length ? index : undefined;
  let left = index;
  for (const [place, { isRun, value }] of inner.items.entries()) {
    if (!isRun) {
      if (left-- === 0) return place;
      continue;
    }
    const { of, start, end } = value.stretch;
    const found = elementAt(of.text, start, end, left);
    if (typeof found === "number") {
      left -= found;
      continue;
    }
    return place + cut(inner, place, found.start, found.end);
  }
  return undefined;
}

/** The number of a list's elements. */
export function countOf({ items, hasRuns }: Inner): number {
  if (!hasRuns) return items.length;
  let count = 0;
  for (const { isRun, value } of items) {
    const { of, start, end } = value.stretch;
    count += isRun ? (elementAt(of.text, start, end, Infinity) as number) : 1;
  }
  return count;
}

/** Cuts an element out of a run; the answer is how many items stand before it now, where the run was. */
function cut(inner: Inner, place: number, from: number, to: number): number {
  const run = inner.items[place]!;
  const { of, start, end } = run.value.stretch;
  const at = (first: number, last: number): Stretch => ({ of, start: first, end: last });
  const items: Item[] = [{ ...run, value: partOf(at(from, to)), isRun: false }];
  const gaps: Stretch[] = [];
  if (from > start) {
    const before = spaceStart(of.text, commaBefore(of.text, from));
    items.unshift({ ...run, value: partOf(at(start, before)) });
    gaps.push(at(before, from));
  }
  if (to < end) {
    const next = skipSpace(of.text, skipSpace(of.text, to) + 1);
    items.push({ ...run, value: partOf(at(next, end)) });
    gaps.push(at(to, next));
  }
  inner.items.splice(place, 1, ...items);
  inner.gaps.splice(place, 0, ...gaps);
  return from > start ? 1 : 0;
}

const commaBefore = (text: string, at: number): number => spaceStart(text, at) - 1;

/** The part's text as it is now. */
export function textOf(part: Part): string {
  const { inner } = part;
  if (inner === undefined) return stretchText(part.stretch);
  let text = stretchText(inner.head);
  for (const [index, { key, value }] of inner.items.entries()) {
    if (index > 0) text += stretchText(inner.gaps[index - 1]!);
    if (key !== undefined) text += stretchText(key);
    text += textOf(value);
  }
  return text + stretchText(inner.tail);
}
