import type { FigurePath } from "../../model/path.ts";

/** A change of a figure that takes its data to know: who has the whole figure makes edits of it. */
export type FigureAct =
  /** The trace is drawn as another type, of the same data. */
  | { readonly act: "kind"; readonly trace: number; readonly type: string }
  /** What goes to the right goes up, and the other way round. */
  | { readonly act: "swapAxes"; readonly trace: number }
  /** The trace gets a y axis of its own, on the other side. */
  | { readonly act: "secondAxis"; readonly trace: number }
  /** The trace gets axes of its own below the others. */
  | { readonly act: "ownSubplot"; readonly trace: number }
  /** The values of another array of the figure. */
  | { readonly act: "useColumn"; readonly path: FigurePath; readonly from: FigurePath };
