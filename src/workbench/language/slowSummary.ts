import type { CancellationToken } from "vscode";
import { type ColumnSummary, ColumnSummarizer } from "../../figure/data/columns/columnSummary.ts";
import type { ArrayPieces } from "../../figure/data/arrays/arrayValues.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import type { Json } from "../../figure/model/figure.ts";

/** After this many milliseconds the summary is of the values seen so far; nobody waits longer for a hover. */
const PATIENCE = 1500;

const PIECE = 20_000;

export interface SlowSummary {
  readonly summary: ColumnSummary;
  /** False where something was left out. */
  readonly isAll: boolean;
}

/** Summarizes values without blocking the extension host. Undefined where the token is cancelled. */
export function summarizeSlowly(pieces: ArrayPieces, token: CancellationToken): Promise<SlowSummary | undefined> {
  return inSlices(summaryInSteps(pieces), () => !token.isCancellationRequested);
}

function* summaryInSteps(pieces: ArrayPieces): Generator<void, SlowSummary> {
  const summarizer = new ColumnSummarizer();
  const until = performance.now() + PATIENCE;
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) return { summary: summarizer.summary(), isAll: piece.value.isAll };
    summarizer.add(piece.value);
    if (performance.now() > until) return { summary: summarizer.summary(), isAll: false };
    yield;
  }
}

/** Cuts a list into pieces. */
export function* piecesOf(values: readonly Json[]): ArrayPieces {
  for (let at = 0; at < values.length; at += PIECE) yield values.slice(at, at + PIECE);
  return { isAll: true };
}
