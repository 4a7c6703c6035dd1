import type { Figure } from "../model/figure.ts";
import type { FigureEdit } from "../edits/edit.ts";
import { Changes } from "./edits/changes.ts";
import type { CodeLanguage } from "./figureCode.ts";
import { javascriptEditsInSteps } from "./javascript/javascriptEdits.ts";
import { pythonEditsInSteps } from "./python/pythonEdits.ts";
import { rEditsInSteps } from "./r/rEdits.ts";

/**
 * Edits of a figure as code, with pauses: run after the script's own lines, it changes the figure as the edits do.
 * `figure` is as it was before them. In Python the figure is `fig`, in JavaScript it is drawn in the element with the id
 * `figure`, in R it is `fig`. What several edits change of one part is one call. Empty where nothing changes.
 */
export function editsCodeInSteps(
  figure: Figure,
  edits: readonly FigureEdit[],
  language: CodeLanguage,
): Generator<undefined, string> {
  const changes = new Changes(figure, edits);
  switch (language) {
    case "python":
      return pythonEditsInSteps(changes);
    case "javascript":
      return javascriptEditsInSteps(changes);
    default:
      return rEditsInSteps(changes);
  }
}
