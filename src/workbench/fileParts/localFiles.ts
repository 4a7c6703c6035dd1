import type { Uri } from "vscode";
import type { Skeleton } from "../../figure/data/stream/standIn.ts";
import type { FigureColumn } from "../../figure/data/split/column.ts";

/** What Node can do with a file on disk, and a browser cannot. Each is undefined for a file elsewhere, and rejects as Node does. */
export interface LocalFiles {
  /** The `length` bytes at `from`; fewer where the file ends. */
  readPart(uri: Uri, from: number, length: number): Promise<Uint8Array | undefined>;
  /** Reads a figure of any size in a thread of its own. Tells how far it is, in bytes. */
  readFigure(
    uri: Uri,
    tell: (read: number, size: number) => void,
    signal: AbortSignal,
  ): Promise<{ readonly skeleton: Skeleton; readonly columns: readonly FigureColumn[] } | undefined>;
}
