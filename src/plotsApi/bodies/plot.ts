import * as z from "zod";
import { listOf, recordOf } from "./faults.ts";
import { fidText } from "./fid.ts";

/*
 * The bodies hold the v2 API as far as Plot Files reads it, after the documentation's recorded page and the answers
 * that the clients' own tests saw. Only what is used is required. Every other key may be absent, null or new, and stays
 * as it came. Nothing is transformed: what parses is what the server sent.
 */

/** A figure beside a plot's metadata. It stays whole and unchecked, since the web editor stored odd ones too. */
const looseFigure = z.looseObject({});

/** A plot's metadata. The recorded page has 34 keys. Those that are not named here pass through. */
export const plotMetadata = z.looseObject({
  fid: fidText,
  filename: z.string(),
  /** It is empty in every recorded plot, where the file's name serves instead. */
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
  /** It is `read` in all recorded answers. Other values are not known. */
  current_user_permission: z.string().nullish(),
  /** The plot's page on the web. It ends with a slash. */
  web_url: z.string().nullish(),
  img_url: z.string().nullish(),
  /** Addresses of pictures, some on other hosts, under `default`, `block-thumb` and `list-thumb`. */
  image_urls: recordOf(z.string().nullable()).nullish(),
  figure: looseFigure.nullish(),
  /**
   * The embedded service tells the owner alone: fids of their grids that this plot alone refers to, and that others do
   * too.
   */
  own_grids: listOf(z.string()).nullish(),
  other_grids: listOf(z.string()).nullish(),
});

/** A page of plots, without a count. The links are absolute, and may name another host than the one that was asked. */
export const plotPageBody = z.looseObject({
  next: z.string().nullish(),
  previous: z.string().nullish(),
  results: listOf(plotMetadata),
});

/** A plot's content: the figure itself. `map_data` may add members, and old content may lack `layout`. */
export const plotContent = z.looseObject({
  data: listOf(z.looseObject({})),
  layout: z.looseObject({}).nullish(),
  frames: listOf(z.looseObject({})).nullish(),
});

export type PlotMetadata = z.infer<typeof plotMetadata>;
export type PlotContent = z.infer<typeof plotContent>;

/** Lists the types of a figure's traces in order, each once. A trace without a type is a scatter, as for Plotly.js. */
export function figureTraceTypes(figure: PlotMetadata["figure"]): readonly string[] {
  const traces = figure?.["data"];
  if (!Array.isArray(traces)) return [];
  const types = traces.map((trace: unknown) => {
    const type: unknown = trace !== null && typeof trace === "object" && "type" in trace ? trace.type : undefined;
    return typeof type === "string" ? type : "scatter";
  });
  return [...new Set(types)];
}
