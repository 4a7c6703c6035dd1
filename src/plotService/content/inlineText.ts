import { randomBytes } from "node:crypto";
import type { Figure } from "../../figure/model/figure.ts";
import type { GridContent } from "../../figure/model/grid.ts";
import { expand, isRowMajor } from "../../figure/data/inline/expand.ts";
import { mapReferences } from "../../figure/data/inline/mapReferences.ts";
import { largestAnswer } from "../../plotsApi/limits.ts";
import { parseSrc } from "../../figure/references/srcReference.ts";
import type { SrcSelector } from "../../figure/references/srcReference.ts";
import { arrayText } from "../bodies/jsonText.ts";

/** The references stand for more data than one answer may hold. */
export class TooMuchInlinedError extends Error {
  override readonly name = "TooMuchInlinedError";
}

/** A grid that gives its columns as values, and as the text that is stored. */
export interface TextGrid {
  readonly content: GridContent;
  /** All columns in their order; `length` in cells. */
  readonly columns: readonly { readonly uid: string; readonly length: number }[];
  /** JSON text of a column's cells; undefined where the grid has no such column. */
  text(uid: string): string | undefined;
}

/**
 * Writes the figure as JSON text, with each reference's data beside its src key, as `inlineColumns` does with values.
 * Columns that come out as they are stored are not parsed. Those that change are: `z` that becomes rows, chosen rows,
 * and names.
 *
 * It adds up the size first, since a small figure can name one column a thousand times. Throws TooMuchInlinedError.
 */
export function inlineText(figure: Figure, read: (fid: string) => TextGrid | undefined): string {
  const grids = new Map<string, TextGrid | undefined>();
  const texts: string[] = [];
  let left = largestAnswer;
  const take = (size: number): void => {
    left -= size;
    if (left < 0) throw new TooMuchInlinedError("The figure's references stand for too much.");
  };
  // Nobody can have written this into a figure.
  const mark = randomBytes(16).toString("hex");
  const inlined = mapReferences(figure, ({ src, key, traceType }) => {
    const selector = parseSrc(src);
    if (selector === undefined) return undefined;
    if (!grids.has(selector.fid)) grids.set(selector.fid, read(selector.fid));
    const grid = grids.get(selector.fid);
    if (grid === undefined) return undefined;
    if (!isAsStored(selector, key)) {
      if (isWhole(selector)) take(wholeSize(selector, grid, isRowMajor(key, traceType)));
      const value = expand(selector, grid.content, key, traceType);
      if (!isWhole(selector) && value !== undefined) take(JSON.stringify(value).length);
      return value;
    }
    const columns = selector.uids.map((uid) => grid.text(uid));
    if (!columns.every((column) => column !== undefined)) return undefined;
    for (const column of columns) take(column.length);
    const [only = "[]"] = columns;
    texts.push(columns.length === 1 && !selector.list ? only : arrayText(columns));
    return `${mark}${texts.length - 1}`;
  });
  const text = JSON.stringify(inlined);
  if (texts.length === 0) return text;
  return text.replaceAll(new RegExp(`"${mark}(\\d+)"`, "g"), (_, index: string) => texts[Number(index)] ?? "null");
}

/** Tells whether the value is the stored cells of one column or of a list. Several columns of a `z` may become rows. */
function isAsStored({ columns, uids, list, names, rows, row }: SrcSelector, key: string): boolean {
  if (columns !== "only" || names || rows !== undefined || row !== undefined) return false;
  return key !== "zsrc" || (uids.length === 1 && !list);
}

/** Tells whether the value is made of whole columns, or nearly so, and not of their names or one row. */
function isWhole({ names, row }: SrcSelector): boolean {
  return !names && row === undefined;
}

/** Counts at least as many characters as the columns have. As rows they are filled up to the longest. */
function wholeSize({ columns, uids }: SrcSelector, grid: TextGrid, asRows: boolean): number {
  const chosen =
    columns === "only"
      ? uids.map((uid) => ({ uid, length: grid.columns.find((column) => column.uid === uid)?.length ?? 0 }))
      : grid.columns.filter(({ uid }) => columns === "all" || !uids.includes(uid));
  const cells = chosen.reduce((most, { length }) => Math.max(most, length), 0) * chosen.length;
  const stored = chosen.reduce((sum, { uid }) => sum + (grid.text(uid)?.length ?? 0), 0);
  return asRows ? stored + cells * "null,".length : stored;
}
