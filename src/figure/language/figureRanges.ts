import type { Outline } from "../text/outline/outline.ts";
import type { Span } from "../model/span.ts";
import { allNodes, type FigureNode, nodeAround, type Structure } from "../text/structure/structure.ts";

export interface FoldingSpan {
  /** From bracket to bracket. */
  readonly span: Span;
  readonly isData: boolean;
}

/** Everything with brackets that can be folded: arrays of data and what contains them, in the order of the text. */
export function* foldingSpans(structure: Structure, outline: Outline): Generator<FoldingSpan, void> {
  const data = new Set(outline.arrays.map(({ value }) => value.start));
  for (const { kind, span } of allNodes(structure))
    if (kind === "object" || kind === "array") yield { span, isData: data.has(span.start) };
}

/**
 * The ranges to which a selection at `offset` grows, each inside the next: the text of a string, the value, its member
 * with the key, all members of the object, the object, and so on up to the whole figure.
 */
export function selectionSpans(structure: Structure, offset: number): Span[] {
  const spans: Span[] = [];
  const add = (span: Span) => {
    const last = spans.at(-1);
    if (span.start > offset || span.end < offset || span.start >= span.end) return;
    if (last === undefined || (span.start <= last.start && span.end >= last.end && length(span) > length(last)))
      spans.push(span);
  };
  for (let node = nodeAround(structure, offset); node !== undefined; node = node.parent) {
    const { key, span } = node;
    if (key !== undefined) {
      add(inside(key.span));
      add(key.span);
    }
    if (node.kind === "string") add(inside(span));
    const first = node.children[0];
    const last = node.children.at(-1);
    if (first !== undefined && last !== undefined && !node.opaque)
      add({ start: outer(first).start, end: last.span.end });
    add(span);
    add(outer(node));
  }
  return spans;
}

function outer({ key, span }: FigureNode): Span {
  return { start: key?.span.start ?? span.start, end: span.end };
}

function inside({ start, end }: Span): Span {
  return { start: start + 1, end: end - 1 };
}

function length({ start, end }: Span): number {
  return end - start;
}
