import type { Outline, SrcReference } from "../text/outline/outline.ts";
import type { Span } from "../model/span.ts";
import { parseSrc, type SrcSelector, srcSpans } from "./srcReference.ts";

/** A reference, and the part of it that an offset is in. */
export interface SrcPlace {
  readonly reference: SrcReference;
  readonly selector: SrcSelector;
  /** The column that the place is on; undefined on the key, the grid, and where there are no columns. */
  readonly uid: string | undefined;
  /** The place of that column, or of the key or the whole value. */
  readonly span: Span;
}

/** The reference whose key or value holds `offset`; undefined where there is none, or its text is no reference. */
export function srcPlaceAt(outline: Outline, offset: number): SrcPlace | undefined {
  const reference = referenceAt(outline.references, offset);
  const selector = reference?.text === undefined ? undefined : parseSrc(reference.text);
  if (reference === undefined || selector === undefined) return undefined;
  const { key, value } = reference;
  if (offset >= key.start && offset <= key.end) return { reference, selector, uid: undefined, span: key };
  if (offset < value.start) return undefined;
  const index = uidSpans(reference, selector).findIndex(({ start, end }) => offset >= start && offset <= end);
  const uid = selector.uids[index];
  return { reference, selector, uid, span: uid === undefined ? value : uidSpans(reference, selector)[index]! };
}

/** The places of a reference's column ids in the figure's text; none where the text contains escapes. */
export function uidSpans({ value, text }: SrcReference, selector: SrcSelector): readonly Span[] {
  if (text === undefined || value.end - value.start !== text.length + 2) return [];
  const from = value.start + 1;
  return srcSpans(selector).uids.map(({ start, end }) => ({ start: from + start, end: from + end }));
}

/** References stand in the order of the text. */
function referenceAt(references: readonly SrcReference[], offset: number): SrcReference | undefined {
  let low = 0;
  let high = references.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (references[middle]!.value.end < offset) low = middle + 1;
    else high = middle;
  }
  const found = references[low];
  return found !== undefined && found.key.start <= offset ? found : undefined;
}
