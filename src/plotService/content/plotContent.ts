import type { Figure } from "../../figure/model/figure.ts";
import { mapReferences } from "../../figure/data/inline/mapReferences.ts";
import { parseSrc } from "../../figure/references/srcReference.ts";
import type { SrcSelector } from "../../figure/references/srcReference.ts";
import { gridContentText } from "../bodies/gridBody.ts";
import { joinList, joinObjects, memberText } from "../bodies/jsonText.ts";
import type { ColumnRecord } from "../store/grids/grids.ts";
import { largestAnswer } from "../../plotsApi/limits.ts";
import { inlineText, TooMuchInlinedError } from "./inlineText.ts";
import { readableGrid, unreadableGrid } from "./gridReader.ts";
import type { GridRequest } from "./gridReader.ts";

export interface ContentOptions {
  /** Put the data of each reference beside it. */
  readonly inline: boolean;
  /** Add the columns of the plot's grids that this reader may not read. */
  readonly mapUnreadable: boolean;
}

/** Writes the figure as a reader gets it, as JSON text. Call it in a read transaction. */
export function plotContentText(figure: string, options: ContentOptions, request: GridRequest): string {
  if (!options.inline && !options.mapUnreadable) return figure;
  const parsed: Figure = JSON.parse(figure);
  const content = options.inline ? inlineText(parsed, (fid) => readableGrid(request, fid)) : figure;
  return options.mapUnreadable
    ? joinObjects(content, memberText("map_data", unreadableText(parsed, request)))
    : content;
}

/**
 * Writes what `map_data=unreadable` appends, as JSON text. No answer of the public service with it is known, so the
 * shape is our choice: a member `map_data` beside `data` and `layout`, `{fid: {"cols": {name: {data, order, uid}}}}` as
 * the grids' own content, with those columns alone that the figure refers to. `{}` where the reader may read
 * everything.
 */
function unreadableText(figure: Figure, request: GridRequest): string {
  const wanted = new Map<string, SrcSelector[]>();
  mapReferences(figure, ({ src }) => {
    const selector = parseSrc(src);
    if (selector !== undefined) wanted.set(selector.fid, [...(wanted.get(selector.fid) ?? []), selector]);
    return undefined;
  });
  const { grids } = request.store;
  let left = largestAnswer;
  const members = [...wanted].flatMap(([fid, selectors]) => {
    const file = unreadableGrid(request, fid);
    if (file === undefined) return [];
    const columns = grids.columns(file.id).filter((column) => selectors.some((selector) => selects(selector, column)));
    const read = columns.flatMap(({ uid }) => {
      const column = grids.column(file.id, uid);
      left -= column?.data.length ?? 0;
      if (left < 0) throw new TooMuchInlinedError("The grids hold too much.");
      return column ?? [];
    });
    return memberText(fid, gridContentText(read));
  });
  return joinList(members);
}

function selects({ columns, uids }: SrcSelector, { uid }: ColumnRecord): boolean {
  return columns === "all" || uids.includes(uid) === (columns === "only");
}
