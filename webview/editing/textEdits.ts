import type { FigureEdit } from "../../src/figure/edits/edit.ts";
import type { FigurePart } from "./figureParts/part.ts";

/** What writing a text anew makes. A title that becomes empty is taken out. */
export function textEdits({ text, removal, kind }: FigurePart, value: string): FigureEdit[] {
  if (text === undefined || value === text.value) return [];
  if (value.trim() === "" && kind === "text" && removal !== undefined) return [...removal];
  return [{ act: "set", path: text.path, value }];
}
