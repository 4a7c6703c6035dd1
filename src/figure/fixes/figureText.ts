import type { Figure } from "../figure.ts";
import type { FigureText } from "../rules/rule.ts";
import { scanFigure } from "../scan.ts";
import { readStructure } from "../structure.ts";

/** A text as the rules and the fixes read it. */
export function readFigureText(text: string): FigureText {
  const outline = scanFigure(text);
  return { text, outline, structure: readStructure(text, outline) };
}

/** The figure itself; undefined where the text is no JSON, or JSON that is no figure. */
export function figureOf({ text, outline }: FigureText): Figure | undefined {
  if (outline.syntax.length > 0 || outline.root !== "object") return undefined;
  if (outline.members.get("data")?.kind !== "array" && outline.members.get("layout")?.kind !== "object")
    return undefined;
  try {
    return JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text) as Figure;
  } catch {
    return undefined;
  }
}
