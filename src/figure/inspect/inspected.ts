import { type FigurePath, valueAt } from "../model/path.ts";

/** A figure as it is looked at: what is written, and what the engine made of it. */
export interface Inspected {
  /** The figure as its text has it. Large arrays may be `[]`. */
  readonly written: unknown;
  /** Plotly's `_fullData`, trace by trace of the text, and its `_fullLayout`. */
  readonly full: { readonly data: readonly unknown[]; readonly layout: unknown };
}

/** What is written at a path. */
export const writtenAt = ({ written }: Inspected, path: FigurePath): unknown => valueAt(written, path);

/** What is drawn at a path, by the engine's own account; undefined where it does not use the attribute now. */
export function drawnAt({ full }: Inspected, path: FigurePath): unknown {
  const [root, ...rest] = path;
  return root === "data" || root === "layout" ? valueAt(full[root], rest) : undefined;
}

/** The type of the trace that a path leads into, as the engine takes it. */
export function typeAt(figure: Inspected, path: FigurePath): string {
  const [root, index = 0] = path;
  if (root !== "data") return "scatter";
  const drawn = drawnAt(figure, ["data", index, "type"]);
  const written = writtenAt(figure, ["data", index, "type"]);
  return typeof drawn === "string" ? drawn : typeof written === "string" ? written : "scatter";
}
