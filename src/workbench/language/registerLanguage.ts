import { Disposable } from "vscode";
import type { FigureDocuments } from "../figureDocuments.ts";
import type { Outlines } from "../outlines.ts";
import { Figures } from "./figures.ts";
import { registerRanges } from "./ranges.ts";
import { registerSymbols } from "./symbols.ts";

export interface LanguageParts {
  readonly documents: FigureDocuments;
  readonly outlines: Outlines;
}

/** What VS Code's JSON support cannot know of figures: their parts, their data and what refers to what. */
export function registerLanguage({ documents, outlines }: LanguageParts): Disposable {
  const figures = new Figures(documents, outlines);
  return Disposable.from(registerSymbols(figures), registerRanges(figures));
}
