import type { CancellationToken } from "vscode";
import { type ColumnSummary, ColumnSummarizer } from "../../figure/data/columns/columnSummary.ts";
import type { ArrayPieces } from "../../figure/data/arrays/arrayValues.ts";
import type { Json } from "../../figure/model/figure.ts";

/** The extension host is given back after this many milliseconds. */
const STRETCH = 12;

/** After this many milliseconds the summary is of the values seen so far; nobody waits longer for a hover. */
const PATIENCE = 1500;

const PIECE = 20_000;

export interface SlowSummary {
  readonly summary: ColumnSummary;
  /** False where something was left out. */
  readonly isAll: boolean;
}

/** Summarizes values without blocking the extension host. Undefined where the token is cancelled. */
export async function summarizeSlowly(pieces: ArrayPieces, token: CancellationToken): Promise<SlowSummary | undefined> {
  const summarizer = new ColumnSummarizer();
  const started = performance.now();
  let stretch = started;
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) return { summary: summarizer.summary(), isAll: piece.value.isAll };
    summarizer.add(piece.value);
    const now = performance.now();
    if (now - stretch < STRETCH) continue;
    if (now - started > PATIENCE) return { summary: summarizer.summary(), isAll: false };
    await new Promise((resolve) => setTimeout(resolve));
    if (token.isCancellationRequested) return undefined;
    stretch = performance.now();
  }
}

/** Cuts a list into pieces. */
export function* piecesOf(values: readonly Json[]): ArrayPieces {
  for (let at = 0; at < values.length; at += PIECE) yield values.slice(at, at + PIECE);
  return { isAll: true };
}
