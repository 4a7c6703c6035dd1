import type { Outline } from "../text/outline/outline.ts";
import type { Span } from "../model/span.ts";
import { uidSpans } from "./srcPlace.ts";
import { parseSrc } from "./srcReference.ts";

/** A column of a grid, or the grid itself where `uid` is undefined. */
export interface ColumnAddress {
  readonly fid: string;
  readonly uid: string | undefined;
}

/**
 * The places where a figure refers to the column: its uid, or a reference to the whole grid or to all columns except
 * others.
 */
export function columnUses({ references }: Outline, { fid, uid }: ColumnAddress): Span[] {
  const uses: Span[] = [];
  for (const reference of references) {
    // Most references are to other grids, which is soon seen.
    if (reference.text?.startsWith(fid) !== true) continue;
    const selector = parseSrc(reference.text);
    if (selector?.fid !== fid) continue;
    const at = uid === undefined ? -1 : selector.uids.indexOf(uid);
    if (at >= 0 && selector.columns === "only") uses.push(uidSpans(reference, selector)[at] ?? reference.value);
    else if (uid === undefined || selector.columns === "all" || (selector.columns === "except" && at < 0))
      uses.push(reference.value);
  }
  return uses;
}
