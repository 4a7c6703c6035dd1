import type { FigurePath } from "../../model/path.ts";
import type { Outline } from "../outline/outline.ts";
import type { Span } from "../../model/span.ts";
import { nodeAround, pathOf, type Structure } from "./structure.ts";

/**
 * The path of the value at an offset of the text. A figure that is too large to be a text has no structure; its outline
 * tells the path of arrays, references and traces alone. Empty where there is nothing.
 */
export function pathAt(outline: Outline, structure: Structure, offset: number): FigurePath {
  const node = nodeAround(structure, offset);
  if (node !== undefined) return pathOf(node);
  const member = around(outline.arrays, offset, memberSpan) ?? around(outline.references, offset, memberSpan);
  return (member ?? around(outline.traces, offset, ({ span }) => span))?.path ?? [];
}

function memberSpan({ key, value }: { readonly key: Span; readonly value: Span }): Span {
  return { start: key.start, end: value.end };
}

/** The part that contains the offset. Parts are in the order of the text, none inside another. */
function around<T>(parts: readonly T[], offset: number, spanOf: (part: T) => Span): T | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spanOf(parts[middle]!).end < offset) low = middle + 1;
    else high = middle;
  }
  const part = parts[low];
  return part !== undefined && spanOf(part).start <= offset ? part : undefined;
}
