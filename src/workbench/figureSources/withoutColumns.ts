import type { KeptColumns } from "../../figure/data/split/keptColumns.ts";
import { type SplitColumn, splitInSlices } from "../../figure/data/split/splitFigure.ts";
import { scanBytesInSlices } from "../../figure/text/scan/scan.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";

/** Characters of a text below which nothing in it is worth a look. */
const SMALL = 256 * 1024;

/** What of a figure is sent as text, and its large arrays of numbers. */
export interface SentFigure {
  readonly figure: Uint8Array;
  readonly columns?: readonly SplitColumn[];
}

/** The same for bytes that nobody has scanned yet, and whose whole is the figure. */
export async function scannedWithoutColumns(bytes: Uint8Array, signal: AbortSignal): Promise<SentFigure> {
  const isWanted = (): boolean => !signal.aborted;
  const outline = bytes.length < SMALL ? undefined : await inSlices(scanBytesInSlices(bytes), isWanted);
  return outline === undefined || outline.within !== undefined
    ? { figure: bytes }
    : await withoutColumns(bytes, outline, signal);
}

/**
 * The bytes of a figure's text or file, without its large arrays of numbers, which come beside them. Of a text, `kept` are
 * the columns of earlier versions.
 */
export async function withoutColumns(
  source: string | Uint8Array,
  outline: Outline,
  signal: AbortSignal,
  kept?: KeptColumns,
): Promise<SentFigure> {
  const steps = splitInSlices(source, outline, undefined, kept);
  const parts = source.length < SMALL ? undefined : await inSlices(steps, () => !signal.aborted);
  if (parts !== undefined) return { figure: parts.skeleton, columns: parts.columns };
  return { figure: typeof source === "string" ? new TextEncoder().encode(source) : source };
}
