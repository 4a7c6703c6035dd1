import type { Json } from "../model/figure.ts";
import type { FigurePath } from "../model/path.ts";

/**
 * One change of a figure. Paths begin at the figure and use Plotly's own names: `["layout", "xaxis", "title", "text"]`.
 * Those of a list of edits hold after the edits before them.
 */
export type FigureEdit =
  /** The value takes the place of what is there. Containers on the way that do not exist are made. */
  | { readonly act: "set"; readonly path: FigurePath; readonly value: Json }
  /** The member or element is taken out, and objects that become empty by that. */
  | { readonly act: "remove"; readonly path: FigurePath }
  /** The value becomes an element at this place of its list, which is made where there is none. */
  | { readonly act: "insert"; readonly path: FigurePath; readonly value: Json }
  /** The element goes to another place of its list, counted without it. */
  | { readonly act: "move"; readonly path: FigurePath; readonly to: number }
  /** The same text once more, as an element at another place of its list, counted with it. */
  | { readonly act: "copy"; readonly path: FigurePath; readonly to: number };
