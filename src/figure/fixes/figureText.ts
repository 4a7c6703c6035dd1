import type { Figure } from "../figure.ts";
import type { Outline } from "../outline.ts";
import { scanFigure } from "../scan.ts";
import { readStructure, type Structure } from "../structure.ts";

/** A version of a figure file with what was read of it: what every fix works on. */
export interface FigureText {
  readonly text: string;
  readonly outline: Outline;
  readonly structure: Structure;
}

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
