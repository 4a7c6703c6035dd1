import { env, Uri, window } from "vscode";
import type { Span } from "../../figure/model/span.ts";
import type { ProblemCode } from "../../figure/model/problem.ts";
import { revealInText } from "../editing/revealInText.ts";
import { explanationOf } from "./explanationOf.ts";
import { toRange } from "../editing/ranges.ts";

/**
 * Shows a problem's place in the text. Where the person is there already, opens the explanation of its rule. Links of the
 * Problems panel hand the address over as a text.
 */
export async function showProblem(given: Uri | string, span: Span, code?: ProblemCode): Promise<void> {
  const uri = typeof given === "string" ? Uri.parse(given, true) : given;
  const editor = window.activeTextEditor;
  const isThere =
    editor?.document.uri.toString() === uri.toString() && editor.selection.isEqual(toRange(editor.document, span));
  if (isThere && code !== undefined) await explainRule(code);
  else await revealInText(uri, span, () => 1);
}

export async function explainRule(code: ProblemCode): Promise<void> {
  await env.openExternal(explanationOf(code));
}
