import { Color, ColorInformation, ColorPresentation, type Disposable, languages, TextEdit } from "vscode";
import { colorTexts } from "../../figure/colors/colorValue.ts";
import { figureColors } from "../../figure/language/figureColors.ts";
import { toRange } from "../editing/ranges.ts";
import { figureSelector, type FigureReader } from "../figures/figureReader.ts";

/** Registers the colours beside their texts, and the picker, which keeps the notation. */
export function registerColors(figures: FigureReader): Disposable {
  return languages.registerColorProvider(figureSelector, {
    async provideDocumentColors(document, token) {
      const figure = await figures.read(document, token);
      if (figure === undefined) return undefined;
      return figureColors(figure.text, figure.structure, figure.outline).map(
        ({ span, value: { red, green, blue, alpha } }) =>
          new ColorInformation(toRange(document, span), new Color(red, green, blue, alpha)),
      );
    },
    provideColorPresentations(color, { document, range }) {
      const written = document.getText(range).replaceAll('"', "");
      return colorTexts(color, written).map((text) => {
        const presentation = new ColorPresentation(text);
        presentation.textEdit = new TextEdit(range, `"${text}"`);
        return presentation;
      });
    },
  });
}
