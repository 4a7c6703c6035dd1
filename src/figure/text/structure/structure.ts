import type { FigurePath } from "../../model/path.ts";
import type { Outline } from "../outline/outline.ts";
import type { FigureNode } from "./node.ts";
import { StructureReader } from "./reader.ts";

export type { FigureNode } from "./node.ts";

/**
 * Everything that a figure file holds but for the inside of its arrays of data, as a tree over the text. Reads text that
 * is broken as well as it can.
 */
export interface Structure {
  readonly root: FigureNode | undefined;
}

/** Reads what the scan of `text` left out; the arrays that it found are skipped by their places. */
export function readStructure(text: string, outline: Outline): Structure {
  return { root: new StructureReader(text, outline.arrays, startOf(outline)).read() };
}

/** The same a few milliseconds at a time, between which the caller may do something else. */
export function* readStructureInSteps(text: string, outline: Outline): Generator<void, Structure> {
  return { root: yield* new StructureReader(text, outline.arrays, startOf(outline)).steps() };
}

/** Where the figure begins, if it is a value within the file. */
function startOf({ within }: Outline): number {
  return within?.how === "value" ? within.span.start : 0;
}

/** The path from the root: `["data", 0, "marker"]`. */
export function pathOf(node: FigureNode): FigurePath {
  const path: (string | number)[] = [];
  for (let at: FigureNode | undefined = node; at?.parent !== undefined; at = at.parent)
    path.push(at.key?.name ?? at.index);
  return path.toReversed();
}

/** What stands at `path`; the last of members with the same key, as JSON has it. */
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
  return node.kind === "object" ? node.children.findLast(({ key }) => key?.name === step) : undefined;
}

/** The innermost value whose text, key included, holds `offset`; one that ends or begins there counts as holding it. */
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
