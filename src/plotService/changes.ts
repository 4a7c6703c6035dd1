/** What happened to a file, in whatever process. Views and pictures are no changes. */
export interface FileChange {
  /** Moved to the trash is "changed". */
  readonly kind: "created" | "changed" | "removed";
  /** `owner:number`. */
  readonly fid: string;
  /** `plot`, `grid` or `fold`. */
  readonly filetype: string;
}

export interface ChangeNotice {
  /** Oldest first. */
  readonly changes: readonly FileChange[];
  /** False where there were more than are kept: whoever shows lists reads them anew. */
  readonly complete: boolean;
}

export type ChangeListener = (notice: ChangeNotice) => void;
