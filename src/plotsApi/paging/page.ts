import type { PlotMetadata } from "../bodies/schemas.ts";

/** The two listings, below the root. */
export type PlotsPath = "plots" | "plots/feed";

export interface PlotQuery {
  /** The only orders that are documented; without one, newest first. */
  readonly orderBy?: "views" | "-views";
  /** The server's own measure, which no answer shows. */
  readonly minQuality?: number;
  readonly maxQuality?: number;
}

/** One page of a listing. Its links are queries for the same path on the same server, never addresses. */
export interface PlotPage {
  readonly path: PlotsPath;
  /** What this page was asked with. */
  readonly query: string;
  readonly results: readonly PlotMetadata[];
  readonly next?: string;
  readonly previous?: string;
}

export function plotQuery({ orderBy, minQuality, maxQuality }: PlotQuery): string {
  const query = new URLSearchParams();
  if (orderBy) query.set("order_by", orderBy);
  if (minQuality !== undefined) query.set("min_quality", String(minQuality));
  if (maxQuality !== undefined) query.set("max_quality", String(maxQuality));
  return query.toString();
}

/**
 * The query of a page's link: all that is taken from it, for servers write links to hosts of their own (the recorded
 * page's leads from api.plotly.com to api.plot.ly). `format` is left out: `format=api` would bring a web page.
 */
export function linkQuery(link: string | null | undefined): string | undefined {
  if (!link) return undefined;
  const query = URL.parse(link, "http://localhost")?.searchParams;
  if (!query) return undefined;
  query.delete("format");
  return query.toString();
}
