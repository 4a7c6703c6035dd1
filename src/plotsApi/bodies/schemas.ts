import * as z from "zod";
import type { Json } from "../../figure/model/figure.ts";
import { listOf, recordOf } from "./faults.ts";
import { isFid } from "./fid.ts";

/**
 * The v2 API's bodies as far as Plot Files reads them, after the documentation's recorded page and the answers that
 * the clients' own tests saw. Only what is used is required; every other key may be absent, null or new, and is kept
 * as it came. Nothing is transformed: what parses is what the server sent.
 */

const fid = z.string().refine(isFid, "expected a file's id such as bcowden:30");

/** A figure in a list or a detail: kept whole and unchecked, since the web editor stored odd ones too. */
const looseFigure = z.looseObject({});

/** A plot's metadata. The recorded page has 34 keys; those not named here pass through. */
export const plotMetadata = z.looseObject({
  fid,
  filename: z.string(),
  /** Empty in every recorded plot; the file's name serves instead. */
  title: z.string().nullish(),
  caption: z.string().nullish(),
  filetype: z.string().nullish(),
  owner: z.string().nullish(),
  views: z.number().nullish(),
  /** ISO 8601 with microseconds. */
  creation_time: z.string().nullish(),
  /** ISO 8601 with milliseconds. */
  date_modified: z.string().nullish(),
  world_readable: z.boolean().nullish(),
  /** In the trash; its owner alone sees this. */
  deleted: z.boolean().nullish(),
  /** `read` in all recorded answers; other values are not known. */
  current_user_permission: z.string().nullish(),
  /** Page of the plot on the web domain; ends with a slash. */
  web_url: z.string().nullish(),
  img_url: z.string().nullish(),
  /** `default`, `block-thumb`, `list-thumb`: addresses of pictures, some on other hosts. */
  image_urls: recordOf(z.string().nullable()).nullish(),
  figure: looseFigure.nullish(),
  /** Of the embedded service, to the owner alone: grids of theirs that this plot alone refers to, and other plots too. */
  own_grids: listOf(z.string()).nullish(),
  other_grids: listOf(z.string()).nullish(),
});

/** A page of plots; no count. The links are absolute and may name another host than the one asked. */
export const plotPageBody = z.looseObject({
  next: z.string().nullish(),
  previous: z.string().nullish(),
  results: listOf(plotMetadata),
});

/** A plot's content: the figure itself. `map_data` may add members; legacy content may lack `layout`. */
export const plotContent = z.looseObject({
  data: listOf(z.looseObject({})),
  layout: z.looseObject({}).nullish(),
  frames: listOf(z.looseObject({})).nullish(),
});

/** A grid's metadata: columns as an array, in their order, without data. */
export const gridMetadata = z.looseObject({
  fid,
  filename: z.string().nullish(),
  filetype: z.string().nullish(),
  owner: z.string().nullish(),
  world_readable: z.boolean().nullish(),
  date_modified: z.string().nullish(),
  cols: listOf(z.looseObject({ name: z.string(), uid: z.string(), order: z.int().nullish() })),
  /** JSON text of the first cells. */
  preview: z.unknown().optional(),
  /** Free for clients to use. */
  metadata: z.unknown().optional(),
});

/** A grid's content: columns keyed by name, with data, possibly ragged; cells may be lists. */
export const gridContent = z.looseObject({
  cols: recordOf(
    z.looseObject({
      uid: z.string(),
      order: z.int(),
      // The cells come from JSON and may be millions: that they are a list is all that is looked at.
      data: z.custom<readonly Json[]>((value) => Array.isArray(value), "expected array"),
    }),
  ),
});

/** The user that the request came from. Without credentials an anonymous one, whose `username` is blank or missing. */
export const user = z.looseObject({ username: z.string().nullish() });

/** The answer to a create: 201 with the new file's metadata under `file`. */
export function created<T extends z.ZodType>(file: T): z.ZodObject<{ file: T }, z.core.$loose> {
  return z.looseObject({ file });
}

/** An error's body: `errors[]` and `detail` with the same words; either may be missing. `code` says nothing. */
export const errorBody = z.looseObject({
  detail: z.string().nullish(),
  errors: listOf(
    z.looseObject({
      message: z.string().nullish(),
      path: z.union([z.string(), listOf(z.union([z.string(), z.number()]))]).nullish(),
      field: z.string().nullish(),
    }),
  ).nullish(),
});

export type PlotMetadata = z.infer<typeof plotMetadata>;
export type PlotPageBody = z.infer<typeof plotPageBody>;
export type PlotContent = z.infer<typeof plotContent>;
export type GridMetadata = z.infer<typeof gridMetadata>;
export type GridContentBody = z.infer<typeof gridContent>;
export type User = z.infer<typeof user>;
export type ErrorBody = z.infer<typeof errorBody>;

/** The types of a plot's traces in order, each once; a trace without type is a scatter, as for Plotly.js. */
export function traceTypes(plot: PlotMetadata): readonly string[] {
  return figureTraceTypes(plot.figure);
}

/** The same of a figure as answers hold it. */
export function figureTraceTypes(figure: PlotMetadata["figure"]): readonly string[] {
  const traces = figure?.["data"];
  if (!Array.isArray(traces)) return [];
  const types = traces.map((trace: unknown) => {
    const type: unknown = trace !== null && typeof trace === "object" && "type" in trace ? trace.type : undefined;
    return typeof type === "string" ? type : "scatter";
  });
  return [...new Set(types)];
}
