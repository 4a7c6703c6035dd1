import { type Disposable, languages } from "vscode";
import { dataHover } from "./dataHover.ts";
import { figureSelector, type FigureReader } from "../figures/figureReader.ts";
import type { GridLookup } from "../grids/gridLookup.ts";
import { ReferenceHover } from "./referenceHover.ts";

/** Registers the hovers over data: over a reference to a column, and over data in the figure itself. */
export function registerHovers(figures: FigureReader, grids: GridLookup): Disposable {
  const references = new ReferenceHover(grids);
  return languages.registerHoverProvider(figureSelector, {
    async provideHover(document, position, token) {
      const figure = await figures.read(document, token);
      if (figure === undefined) return undefined;
      const offset = document.offsetAt(position);
      return (await references.at(figure, offset, token)) ?? dataHover(figure, offset, token);
    },
  });
}
