import type { Json, JsonObject } from "../../figure/model/figure.ts";

export interface Columns {
  readonly [name: string]: readonly Json[];
}

/** A plot as a shelf writes it down; `finish` adds what follows from it. */
export interface Sketch {
  filename: string;
  /** The minute of creation, UTC: `2023-05-02T17:40`. */
  created: string;
  views: number;
  quality: number;
  feed?: boolean;
  /** The grid's columns. A figure that holds single numbers alone has no grid. */
  columns?: Columns;
  /** The columns of a second grid, which the plot's readers may not read. */
  privateColumns?: Columns;
  data: JsonObject[];
  layout: JsonObject;
  frames?: JsonObject[];
}
