import { env, Range, Uri, window } from "vscode";
import type { Span } from "../../figure/model/span.ts";
import type { ProblemCode } from "../../figure/model/problem.ts";
import { revealInText } from "../editing/revealInText.ts";
import { explanationOf } from "./explanationOf.ts";
import { toRange } from "../editing/ranges.ts";

/** A range as JSON writes it: lines and characters from 0. */
type TextPlace = readonly [LineAndCharacter, LineAndCharacter];
interface LineAndCharacter {
  readonly line: number;
  readonly character: number;
}

/**
 * Shows a problem's place in the text. Where the person is there already, opens the explanation of its rule. Links of the
 * Problems panel hand the address over as a text.
 */
export async function showProblem(given: Uri | string, told: Span | TextPlace, code?: ProblemCode): Promise<void> {
  const uri = typeof given === "string" ? Uri.parse(given, true) : given;
  const place = "start" in told ? told : rangeOf(told);
  const editor = window.activeTextEditor;
  const isThere =
    editor?.document.uri.toString() === uri.toString() &&
    editor.selection.isEqual(place instanceof Range ? place : toRange(editor.document, place));
  if (isThere && code !== undefined) await explainRule(code);
  else await revealInText(uri, place);
}

export async function explainRule(code: ProblemCode): Promise<void> {
  await env.openExternal(explanationOf(code));
}

const rangeOf = ([from, to]: TextPlace): Range => new Range(from.line, from.character, to.line, to.character);
