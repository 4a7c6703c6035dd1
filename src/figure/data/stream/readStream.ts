import { inSlices } from "../../text/steps/slices.ts";
import { condense, type ByteSource, type CondenseOptions, putBack } from "./condense.ts";
import { scanSkeletonInSlices, type ScannedSkeleton } from "./skeletonText.ts";
import type { Condensed } from "./standIn.ts";
import type { FigureColumn } from "../split/column.ts";
import { outOfMemory } from "./outOfMemory.ts";
import { matchColumns } from "./streamedColumns.ts";

/** A figure's file, read without its text being in memory. */
export interface StreamedFigure {
  readonly condensed: Condensed;
  /** The outline of the skeleton, which tells of the columns as if they stood there. */
  readonly scanned: ScannedSkeleton;
  /** The arrays of data that are not in the skeleton. Where the file is no JSON there are none. */
  readonly columns: readonly FigureColumn[];
}

/**
 * Reads a figure's file of any size in one pass: its large arrays of numbers become columns while it is read, and what is
 * left is scanned. Undefined where it is not wanted any more. Throws an error with a sentence where there is no memory or
 * too much text, and what the source throws.
 */
export async function readStream(
  source: ByteSource,
  options: CondenseOptions = {},
): Promise<StreamedFigure | undefined> {
  let reached = 0;
  const tell = (read: number): void => {
    reached = read;
    options.tell?.(read);
  };
  try {
    return await readAll(source, { ...options, tell });
  } catch (error) {
    if (error instanceof RangeError) throw new Error(outOfMemory(reached, source.size), { cause: error });
    throw error;
  }
}

async function readAll(source: ByteSource, options: CondenseOptions): Promise<StreamedFigure | undefined> {
  const { goOn = () => true } = options;
  let condensed = await condense(source, options);
  while (condensed !== undefined) {
    const scanned: ScannedSkeleton | undefined = await inSlices(scanSkeletonInSlices(condensed), goOn);
    if (scanned === undefined) return undefined;
    if (scanned.outline.syntax.length > 0) return { condensed, scanned, columns: [] };
    const { columns, others } = matchColumns(condensed, scanned);
    if (others.length === 0) return { condensed, scanned, columns };
    condensed = await putBack(condensed, others, source, options.mostText);
  }
  return undefined;
}
