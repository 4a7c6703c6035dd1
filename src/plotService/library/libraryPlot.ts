import type { Json, JsonObject } from "../../figure/model/figure.ts";

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
   * "@a?names"; resolved to owner:id:uid when seeded, in the grid that has the column.
   */
  figure: JsonObject;
  grid?: LibraryGrid;
  /** A second grid that the plot's readers may not read, its columns named otherwise than the first one's. */
  privateGrid?: LibraryGrid;
}

export interface LibraryGrid {
  filename: string;
  worldReadable: boolean;
  columns: { name: string; data: readonly Json[] }[];
}
