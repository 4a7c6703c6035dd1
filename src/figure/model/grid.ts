import type { Json } from "./figure.ts";

/** A grid's data as `GET /grids/{fid}/content` answers it: columns keyed by name. Columns may be ragged. */
export interface GridContent {
  readonly cols: { readonly [name: string]: GridColumn };
}

export interface GridColumn {
  readonly uid: string;
  /** Zero-based place among the columns. */
  readonly order: number;
  readonly data: readonly Json[];
}

/** Facts about a grid that a figure refers to: what the check of references needs. */
export type GridFacts =
  | {
      readonly state: "readable";
      readonly columns: readonly { readonly uid: string; readonly name: string; readonly length?: number }[];
    }
  | { readonly state: "missing" }
  | { readonly state: "not-a-grid"; readonly filetype: string }
  | { readonly state: "unreadable" }
  /** The server could not be asked; nothing is said about the reference. */
  | { readonly state: "unknown" };
