import { type Disposable, DocumentSymbol, languages, SymbolKind, type TextDocument } from "vscode";
import { type FigureSymbol, figureSymbols } from "../../figure/language/figureSymbols.ts";
import { toRange } from "../editing/ranges.ts";
import { figureSelector, type FigureReader } from "../figures/figureReader.ts";

const kinds: Record<FigureSymbol["kind"], SymbolKind> = {
  group: SymbolKind.Namespace,
  trace: SymbolKind.Class,
  axis: SymbolKind.Interface,
  frame: SymbolKind.Event,
  part: SymbolKind.Property,
  data: SymbolKind.Array,
  reference: SymbolKind.Variable,
};

/** Registers the contents of a figure for the outline, the breadcrumbs and Go to Symbol. */
export function registerSymbols(figures: FigureReader): Disposable {
  return languages.registerDocumentSymbolProvider(
    figureSelector,
    {
      async provideDocumentSymbols(document, token) {
        const figure = await figures.read(document, token);
        return figure && figureSymbols(figure.structure, figure.outline).map((symbol) => toSymbol(document, symbol));
      },
    },
    { label: "Plotly Figure" },
  );
}

function toSymbol(document: TextDocument, { name, detail, kind, span, selection, children }: FigureSymbol) {
  const range = toRange(document, span);
  const symbol = new DocumentSymbol(name, detail, kinds[kind], range, toRange(document, selection));
  symbol.children = children.map((child) => toSymbol(document, child));
  return symbol;
}
