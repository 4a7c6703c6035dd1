import type { Json, JsonObject } from "../figure/model/figure.ts";

/** A plot with its grids, as a new service is seeded with it. */
export interface LibraryPlot {
  owner: string;
  filename: string;
  title?: string;
  /** Times are ISO with a zone: `2023-05-02T17:40:12.000345Z`. */
  created: string;
  modified: string;
  views: number;
  /** A whole number from 0 to 10. */
  quality: number;
  feed: boolean;
  worldReadable: boolean;
  /**
   * The figure. Its src values are written "@column", "@a,b,c" (several columns), "@a*", "@a,b*", "@" (whole grid) or
   * "@a?names". The seed turns them into references to the grid that has the column: owner:id:uid.
   */
  figure: JsonObject;
  grid?: LibraryGrid;
  /** A second grid that the plot's readers may not read. Its columns have other names than the first one's. */
  privateGrid?: LibraryGrid;
}

export interface LibraryGrid {
  filename: string;
  worldReadable: boolean;
  columns: { name: string; data: readonly Json[] }[];
}
