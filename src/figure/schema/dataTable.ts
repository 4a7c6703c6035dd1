/** The committed table: a trie whose equal nodes are one. */
export interface DataTable {
  readonly engine: string;
  /** Trace types that the engine draws. */
  readonly types: readonly string[];
  /** Trace types that it no longer draws: the version that dropped them, and what its authors put in their place. */
  readonly removed: RemovedTypes;
  /** Members of layout that may carry a number from 2 on: `xaxis2`. */
  readonly subplots: readonly string[];
  /** Node number by trace type, `*` for all trace types at once, `layout` for the layout. */
  readonly roots: { readonly [root: string]: number };
  /** Number of the node below, or `LEAF_DATA`, `LEAF_ARRAY_OK`. `[]` is any index of an object array. */
  readonly nodes: readonly { readonly [key: string]: number | undefined }[];
}

export const LEAF_DATA = -1;
export const LEAF_ARRAY_OK = -2;

/** For each trace type that Plotly no longer draws: the version that dropped it, and the type that replaced it. */
export interface RemovedTypes {
  readonly [type: string]: { readonly version: string; readonly instead: string };
}
