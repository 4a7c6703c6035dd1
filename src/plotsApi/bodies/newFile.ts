/** The body of a create of a plot. Raw arrays in `figure` are refused by the server. */
export interface NewPlot {
  readonly figure: Readonly<Record<string, unknown>>;
  /** Absent: the server names it `plot from API`. Taken: `conflict`. */
  readonly filename?: string;
  readonly world_readable?: boolean;
  readonly share_key_enabled?: boolean;
  /** The plot that this one was made from. */
  readonly source_fid?: string;
  readonly parent?: number;
  readonly parent_path?: string;
}

/** The body of a create of a grid: columns keyed by name, each name once, in `order` from 0. */
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
