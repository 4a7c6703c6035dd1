import { Range, type TextDocument } from "vscode";
import { figureFilePattern } from "../../manifest.ts";

/** As much of a text is looked at; a figure shows itself at its beginning, whoever wrote it. */
const [LINES, LENGTH] = [500, 64 * 1024];

/** What a figure has, by its own names: a list of traces or frames, or a layout. Also in a Python dict, and in a text. */
const sign = /\b(?:data|frames)\\*["']\s*:\s*\[|\blayout\\*["']\s*:\s*\{/;

/** Other people's copies of a figure: the left side of a diff, a log. Never checked, never drawn live. */
const foreignSchemes = new Set(["git", "gitfs", "scm", "output", "vscode-scm", "review", "walkThrough"]);

export function isForeign({ uri }: Pick<TextDocument, "uri">): boolean {
  return foreignSchemes.has(uri.scheme);
}

export function isJson({ languageId }: TextDocument): boolean {
  return languageId === "json" || languageId === "jsonc";
}

/** Whether a document is worth a closer look, which costs more: by its name, or by how its JSON begins. */
export function mayBeFigure(document: TextDocument): boolean {
  if (isForeign(document)) return false;
  if (figureFilePattern.test(document.uri.path)) return true;
  return isJson(document) && sign.test(document.getText(new Range(0, 0, LINES, 0)).slice(0, LENGTH));
}
