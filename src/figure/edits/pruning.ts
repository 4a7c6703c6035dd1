import type { FigurePath } from "../model/path.ts";

/** Plotly draws them because they are there, even without a member. */
const DRAWN_EMPTY: ReadonlySet<string | number> = new Set(["colorbar", "rangeslider"]);

/** Whether an object stays where it becomes empty: the figure, a layout, a trace, an element of a list. */
export function isKept(path: FigurePath): boolean {
  const step = path.at(-1);
  return step === undefined || typeof step === "number" || step === "layout" || DRAWN_EMPTY.has(step);
}
