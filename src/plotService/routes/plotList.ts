import * as z from "zod";
import type { Reader } from "../bodies/fileBody.ts";
import { plotText } from "../bodies/plotBody.ts";
import { decodeCursor, encodeCursor } from "../http/cursor.ts";
import type { ServiceContext } from "../http/environment.ts";
import { json } from "../http/respond.ts";
import type { PlotOrder, PlotRecord } from "../store/plots/plots.ts";

/** Plots a page, as recorded; no parameter changes it. */
const PAGE_SIZE = 10;
/** Quality is a whole number from 0 to 10: our choice, since the scale was never shown. */
const QUALITIES = Array.from({ length: 11 }, (_, quality) => quality);

const qualityBound = z
  .string()
  .trim()
  .transform((text) => (text === "" ? undefined : Number(text)))
  .refine((value) => value === undefined || Number.isFinite(value), "Enter a number.")
  .optional();

export const listQuery = z.object({
  cursor: z.string().optional(),
  /** `views` or `-views`. Other values are ignored, as in Django REST framework: our choice. */
  order_by: z.string().optional(),
  min_quality: qualityBound,
  max_quality: qualityBound,
});

/** Answers with a page of the public plots of everybody, newest first unless the query says otherwise. */
export function listPlots(c: ServiceContext, query: z.output<typeof listQuery>): Response {
  // Read once, since the context makes the object anew each time.
  const reader = c.var;
  const { order, descending } = orderOf(query.order_by);
  const cursor = query.cursor === undefined ? undefined : decodeCursor(order, query.cursor);
  const reverse = cursor?.reverse ?? false;
  const page = reader.store.plots.page({
    order,
    descending: descending !== reverse,
    qualities: qualitiesBetween(query.min_quality, query.max_quality),
    from: cursor?.position,
    limit: PAGE_SIZE,
  });
  const plots = reverse ? page.plots.toReversed() : page.plots;
  const link = (plot: PlotRecord | undefined, back: boolean): string | null =>
    plot === undefined ? null : pageLink(c, encodeCursor(order, { reverse: back, position: positionOf(order, plot) }));
  // A page that starts at a position has something before it, as in Django REST framework.
  const further = reverse || page.more;
  const before = reverse ? page.more : cursor !== undefined;
  const text = plotsPageText(reader, plots, {
    // Where nothing is left before the position, the next page is the head of the list.
    next: reverse && plots.length === 0 ? pageLink(c, undefined) : link(further ? plots.at(-1) : undefined, false),
    previous: link(before ? plots.at(0) : undefined, true),
  });
  return json(c, text);
}

/** Writes a page of plots as JSON text: `{next, previous, results}`. */
export function plotsPageText(
  reader: Reader,
  plots: readonly PlotRecord[],
  { next, previous }: { readonly next: string | null; readonly previous: string | null },
): string {
  // Added up and not joined, so that the text is copied once, when it is sent.
  let results = "";
  for (const plot of plots) results += results === "" ? plotText(plot, reader) : `,${plotText(plot, reader)}`;
  return `{"next":${JSON.stringify(next)},"previous":${JSON.stringify(previous)},"results":[${results}]}`;
}

function orderOf(text: string | undefined): { readonly order: PlotOrder; readonly descending: boolean } {
  if (text === "views") return { order: "views", descending: false };
  return { order: text === "-views" ? "views" : "created", descending: true };
}

function positionOf(order: PlotOrder, { file }: PlotRecord): { readonly value: number; readonly id: number } {
  return { value: order === "views" ? file.views : file.created, id: file.id };
}

/** Lists the qualities between two bounds. Undefined where the bounds leave nothing out. */
function qualitiesBetween(least = -Infinity, most = Infinity): readonly number[] | undefined {
  const between = QUALITIES.filter((quality) => quality >= least && quality <= most);
  return between.length === QUALITIES.length ? undefined : between;
}

/** Makes the request's own address with another cursor. The other parameters stay, sorted as in the recorded links. */
function pageLink(c: ServiceContext, cursor: string | undefined): string {
  const asked = c.req.url;
  if (!asked.includes("?")) return cursor === undefined ? asked : `${asked}?cursor=${encodeURIComponent(cursor)}`;
  const url = new URL(asked);
  url.searchParams.delete("cursor");
  if (cursor !== undefined) url.searchParams.set("cursor", cursor);
  url.searchParams.sort();
  return url.href;
}
