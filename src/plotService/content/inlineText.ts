import { randomBytes } from "node:crypto";
import type { Figure } from "../../figure/figure.ts";
import type { GridContent } from "../../figure/grid.ts";
import { expand } from "../../figure/inline/expand.ts";
import { mapReferences } from "../../figure/inline/mapReferences.ts";
import { parseSrc } from "../../figure/srcReference.ts";
import type { SrcSelector } from "../../figure/srcReference.ts";
import { arrayText } from "../bodies/jsonText.ts";

/** A grid whose columns can be had as they are stored, besides as values. */
export interface TextGrid {
  readonly content: GridContent;
  /** JSON text of a column's cells; undefined where the grid has no such column. */
  text(uid: string): string | undefined;
}

/**
 * JSON text of the figure with each reference's data beside its src key: what `inlineColumns` gives, as text. Columns
 * that come out as they are stored are put in as they are stored, without being parsed; `z` that is turned into rows,
 * chosen rows and names are not among them.
 */
export function inlineText(figure: Figure, read: (fid: string) => TextGrid | undefined): string {
  const grids = new Map<string, TextGrid | undefined>();
  const texts: string[] = [];
  // Nobody can have written it into a figure.
  const mark = randomBytes(16).toString("hex");
  const inlined = mapReferences(figure, ({ src, key, traceType }) => {
    const selector = parseSrc(src);
    if (selector === undefined) return undefined;
    if (!grids.has(selector.fid)) grids.set(selector.fid, read(selector.fid));
    const grid = grids.get(selector.fid);
    if (grid === undefined) return undefined;
    if (!isAsStored(selector, key)) return expand(selector, grid.content, key, traceType);
    const columns = selector.uids.map((uid) => grid.text(uid));
    if (!columns.every((column) => column !== undefined)) return undefined;
    const [only = "[]"] = columns;
    texts.push(columns.length === 1 && !selector.list ? only : arrayText(columns));
    return `${mark}${texts.length - 1}`;
  });
  const text = JSON.stringify(inlined);
  if (texts.length === 0) return text;
  return text.replaceAll(new RegExp(`"${mark}(\\d+)"`, "g"), (_, index: string) => texts[Number(index)] ?? "null");
}

/** Whether the value is the columns' stored cells, alone or as a list. Several columns of a `z` may become rows. */
function isAsStored({ columns, uids, list, names, rows, row }: SrcSelector, key: string): boolean {
  if (columns !== "only" || names || rows !== undefined || row !== undefined) return false;
  return key !== "zsrc" || (uids.length === 1 && !list);
}
