import * as z from "zod";
import { listOf, recordOf } from "./faults.ts";
import { fidText } from "./fid.ts";

/*
 * The bodies hold the v2 API as far as Plot Files reads it, after the documentation's recorded page and the answers
 * that the clients' own tests saw. Only what is used is required. Every other key may be absent, null or new, and stays
 * as it came. Nothing is transformed: what parses is what the server sent.
 */

/** A figure in a list or a detail: kept whole and unchecked, since the web editor stored odd ones too. */
const looseFigure = z.looseObject({});

/** A plot's metadata. The recorded page has 34 keys; those not named here pass through. */
export const plotMetadata = z.looseObject({
  fid: fidText,
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

export type PlotMetadata = z.infer<typeof plotMetadata>;
export type PlotContent = z.infer<typeof plotContent>;

/** The types of a figure's traces in order, each once. A trace without type is a scatter, as for Plotly.js. */
export function figureTraceTypes(figure: PlotMetadata["figure"]): readonly string[] {
  const traces = figure?.["data"];
  if (!Array.isArray(traces)) return [];
  const types = traces.map((trace: unknown) => {
    const type: unknown = trace !== null && typeof trace === "object" && "type" in trace ? trace.type : undefined;
    return typeof type === "string" ? type : "scatter";
  });
  return [...new Set(types)];
}
