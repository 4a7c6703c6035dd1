/** What creates a plot. The server refuses raw arrays in `figure`: it wants references to a grid's columns. */
export interface NewPlot {
  readonly figure: Readonly<Record<string, unknown>>;
  /** Without one the server calls it `plot from API`. A name that is taken is a `conflict`. */
  readonly filename?: string;
  readonly world_readable?: boolean;
  readonly share_key_enabled?: boolean;
  /** The plot that this one was made from. */
  readonly source_fid?: string;
  readonly parent?: number;
  readonly parent_path?: string;
}

/** What creates a grid. The columns are keyed by name, each name once, with `order` from 0. */
export interface NewGrid {
  readonly data: {
    readonly cols: Readonly<Record<string, { readonly data: readonly unknown[]; readonly order: number }>>;
    readonly metadata?: Readonly<Record<string, unknown>>;
  };
  readonly filename?: string;
  readonly world_readable?: boolean;
  readonly share_key_enabled?: boolean;
  readonly parent?: number;
  readonly parent_path?: string;
}
