import { Disposable, FoldingRange, FoldingRangeKind, languages, SelectionRange, type TextDocument } from "vscode";
import { type FoldingSpan, foldingSpans, selectionSpans } from "../../figure/language/figureRanges.ts";
import type { Span } from "../../figure/model/span.ts";
import { toRange } from "../editing/ranges.ts";
import { figureSelector, type FigureReader } from "../figures/figureReader.ts";

/** VS Code folds this many regions unless `editor.foldingMaximumRegions` says otherwise. */
const MOST_FOLDS = 5000;

/** Registers folding and growing selections. Arrays of data are regions, so that Fold All Regions folds only them. */
export function registerRanges(figures: FigureReader): Disposable {
  return Disposable.from(
    languages.registerFoldingRangeProvider(figureSelector, {
      async provideFoldingRanges(document, _context, token) {
        const figure = await figures.read(document, token);
        return figure && foldingRanges(document, foldingSpans(figure.structure, figure.outline));
      },
    }),
    languages.registerSelectionRangeProvider(figureSelector, {
      async provideSelectionRanges(document, positions, token) {
        const figure = await figures.read(document, token);
        if (figure === undefined) return undefined;
        return positions.map((position) => {
          const spans = selectionSpans(figure.structure, document.offsetAt(position));
          const grown = toSelection(document, spans);
          return grown ?? new SelectionRange(document.validateRange(toRange(document, { start: 0, end: 0 })));
        });
      },
    }),
  );
}

/** Folds to the line before the closing bracket, which stays in sight. What is on one line does not fold. */
function foldingRanges(document: TextDocument, spans: Iterable<FoldingSpan>): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  if (document.lineCount < 3) return ranges;
  for (const { span, isData } of spans) {
    const start = document.positionAt(span.start).line;
    const end = document.positionAt(span.end).line - 1;
    if (end <= start) continue;
    ranges.push(new FoldingRange(start, end, isData ? FoldingRangeKind.Region : undefined));
    if (ranges.length === MOST_FOLDS) break;
  }
  return ranges;
}

function toSelection(document: TextDocument, spans: readonly Span[]): SelectionRange | undefined {
  let selection: SelectionRange | undefined;
  for (const span of spans.toReversed()) selection = new SelectionRange(toRange(document, span), selection);
  return selection;
}
