import type { FigureEdit } from "../../../src/figure/edits/edit.ts";
import type { FigurePath } from "../../../src/figure/model/path.ts";

interface Written {
  readonly kind: string;
  readonly text?: { readonly path: FigurePath; readonly value: string };
  readonly removal?: readonly FigureEdit[];
}

/** What writing a text anew makes. A title that becomes empty is taken out. */
export function textEdits({ text, removal, kind }: Written, value: string): FigureEdit[] {
  if (text === undefined || value === text.value) return [];
  if (value.trim() === "" && kind === "text" && removal !== undefined) return [...removal];
  return [{ act: "set", path: text.path, value }];
}
