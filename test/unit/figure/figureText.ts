import type { FigureText } from "../../../src/figure/rules/rule.ts";
import { scanFigure } from "../../../src/figure/scan.ts";
import { readStructure } from "../../../src/figure/structure.ts";

/** A text as the rules read it. */
export function figureText(text: string): FigureText {
  const outline = scanFigure(text);
  return { text, outline, structure: readStructure(text, outline) };
}
