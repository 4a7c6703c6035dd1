import { Range, type TextDocument } from "vscode";
import { figureFilePattern, figureLanguage } from "../../manifest.ts";

/** This many characters of a text are looked at. A figure can be known by its beginning, whoever wrote it. */
const [LINES, LENGTH] = [500, 64 * 1024];

/** Finds what a figure has: a list of traces or frames, or a layout. Finds it in a Python dict and in a quoted text too. */
const sign = /\b(?:data|frames)\\*["']\s*:\s*\[|\blayout\\*["']\s*:\s*\{/;

/** Schemes of copies of a figure, such as the left side of a diff or a log. They are never checked and never drawn live. */
const foreignSchemes = new Set(["git", "gitfs", "scm", "output", "vscode-scm", "review", "walkThrough"]);

export function isForeign({ uri }: Pick<TextDocument, "uri">): boolean {
  return foreignSchemes.has(uri.scheme);
}

export function isJson({ languageId }: TextDocument): boolean {
  return languageId === figureLanguage || languageId === "json" || languageId === "jsonc";
}

/** Whether a document is worth a closer look, by its name or by how its JSON begins. */
export function mayBeFigure(document: TextDocument): boolean {
  if (isForeign(document)) return false;
  if (figureFilePattern.test(document.uri.path)) return true;
  return isJson(document) && sign.test(document.getText(new Range(0, 0, LINES, 0)).slice(0, LENGTH));
}
