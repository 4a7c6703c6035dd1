import type { Json, JsonObject } from "../../figure/figure.ts";

/** A plot of the sample library with its grid, as the service is seeded with it. */
export interface LibraryPlot {
  owner: string;
  filename: string;
  title?: string;
  /** ISO time of creation. */
  created: string;
  modified: string;
  views: number;
  /** 0-10 */
  quality: number;
  feed: boolean;
  worldReadable: boolean;
  /**
   * Figure whose src values are written "@column", "@a,b,c" (several columns), "@a*", "@a,b*", "@" (whole grid) or
   * "@a?names"; resolved to owner:id:uid when seeded.
   */
  figure: JsonObject;
  grid?: { filename: string; worldReadable: boolean; columns: { name: string; data: readonly Json[] }[] };
}
