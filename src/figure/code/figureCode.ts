import type { Figure } from "../model/figure.ts";
import { javascriptInSteps } from "./javascript/javascriptFigure.ts";
import { pythonInSteps } from "./python/pythonFigure.ts";
import { rInSteps } from "./r/rFigure.ts";

/** The languages that a figure can be written in. */
export const codeLanguages = ["python", "javascript", "r"] as const;
export type CodeLanguage = (typeof codeLanguages)[number];

export const languageNames: Readonly<Record<CodeLanguage, string>> = {
  python: "Python",
  javascript: "JavaScript",
  r: "R",
};

/**
 * The whole figure as code that a person would write, with pauses. Run, it gives the same figure: the same JSON, but
 * that plotly.py writes `null` nowhere, each trace's type, and a title's text in `title.text`, and that R's plotly adds
 * its own defaults when it draws.
 */
export function figureCodeInSteps(figure: Figure, language: CodeLanguage): Generator<undefined, string> {
  switch (language) {
    case "python":
      return pythonInSteps(figure);
    case "javascript":
      return javascriptInSteps(figure);
    default:
      return rInSteps(figure);
  }
}
