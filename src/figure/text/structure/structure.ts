import type { FigurePath } from "../../model/path.ts";
import type { Outline } from "../outline/outline.ts";
import type { FigureNode } from "./node.ts";
import { Faults } from "../reading/faults.ts";
import { memoOf } from "../reading/memo.ts";
import { JsonReader } from "../reading/reader.ts";
import { ownSkipper } from "../simd/skipper.ts";
import { beginOf, Source } from "../source/source.ts";
import { finished } from "../steps/slices.ts";
import { TreeBuilder } from "./treeBuilder.ts";

export type { FigureNode } from "./node.ts";

/**
 * The tree of everything in a figure file except the inside of its arrays of data. The reader of the scan reads it, so
 * that both find the same in a broken text.
 */
export interface Structure {
  readonly root: FigureNode | undefined;
}

/** Characters read at a stretch: some milliseconds of small objects. */
const SLICE = 32 * 1024;

/**
 * Reads the structure of `text`. The arrays of data and long strings that its scan found are skipped by their places.
 */
export function readStructure(text: string, outline: Outline): Structure {
  return finished(readStructureInSteps(text, outline));
}

/** `readStructure` in steps of a few milliseconds, so that the caller can do other work in between. */
export function* readStructureInSteps(text: string, outline: Outline): Generator<void, Structure> {
  const { within } = outline;
  // Where the figure is a value within the file, that is all that is told.
  const [from, to] = within?.how === "value" ? [within.span.start, within.span.end] : [beginOf(text), text.length];
  const builder = new TreeBuilder(text, outline);
  const source = new Source(text, ownSkipper(), to);
  const reader = new JsonReader(source, from, builder, new Faults(text), memoOf(outline)?.known());
  while (!reader.read(reader.at + SLICE)) yield;
  return { root: builder.root };
}

/** The path from the root: `["data", 0, "marker"]`. */
export function pathOf(node: FigureNode): FigurePath {
  const path: (string | number)[] = [];
  for (let at: FigureNode | undefined = node; at?.parent !== undefined; at = at.parent)
    path.push(at.key?.name ?? at.index);
  return path.toReversed();
}

/** The value at `path`. Of several members with the same key it is the last, as in JSON. */
export function nodeAt(structure: Structure, path: FigurePath): FigureNode | undefined {
  let node = structure.root;
  for (const step of path) {
    if (node === undefined) return undefined;
    node = member(node, step);
  }
  return node;
}

/** The member of an object or the element of an array. */
export function member(node: FigureNode, step: string | number): FigureNode | undefined {
  if (typeof step === "number") {
    if (node.kind !== "array") return undefined;
    const there = node.children[step];
    // Elements that are not told come before it where it is another one.
    return there?.index === step ? there : node.children.find(({ index }) => index === step);
  }
  if (node.kind !== "object") return undefined;
  const named = node.children.filter(({ key }) => key?.name === step);
  // A key that somebody is typing takes nothing away from the one that has a value.
  return named.findLast(({ kind }) => kind !== "missing") ?? named.at(-1);
}

/** The innermost value whose text, key included, contains `offset`. One that begins or ends there counts too. */
export function nodeAround(structure: Structure, offset: number): FigureNode | undefined {
  const { root } = structure;
  if (root === undefined || !holds(root, offset)) return undefined;
  let node = root;
  for (;;) {
    const inner = childAround(node.children, offset);
    if (inner === undefined) return node;
    node = inner;
  }
}

/** Every node in the order of the text, parents before their children. */
export function* allNodes(structure: Structure): Generator<FigureNode, void> {
  const stack = structure.root === undefined ? [] : [structure.root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    for (let number = node.children.length - 1; number >= 0; number--) stack.push(node.children[number]!);
  }
}

function childAround(children: readonly FigureNode[], offset: number): FigureNode | undefined {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (children[middle]!.span.end < offset) low = middle + 1;
    else high = middle;
  }
  const child = children[low];
  return child !== undefined && holds(child, offset) ? child : undefined;
}

function holds(node: FigureNode, offset: number): boolean {
  return (node.key?.span.start ?? node.span.start) <= offset && offset <= node.span.end;
}
