import { applyEdits, type TextEdit } from "../../model/fix.ts";
import type { Span } from "../../model/span.ts";
import { scanInSlices } from "../scan/scan.ts";
import { finished } from "../steps/slices.ts";
import { PythonFault } from "./pythonFault.ts";
import { PythonReader } from "./pythonReader.ts";

export type PythonConversion =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly message: string; readonly span: Span };

/**
 * The edits that turn what `print(fig.to_dict())` or `print(fig)` shows into JSON: quotes, `True` and `None`, tuples,
 * `dict(…)`, trailing commas, comments, numbers that JSON writes otherwise, `array([…])` and dates. NaN, NaT and the
 * infinities become null. Anything that only Python could know (a name, a function, values that NumPy left out) is
 * refused, with its place. The result is always JSON.
 */
export function pythonToJson(text: string): PythonConversion {
  return finished(pythonToJsonInSteps(text));
}

/** `pythonToJson` in steps of a few milliseconds at most. */
export function* pythonToJsonInSteps(text: string): Generator<unknown, PythonConversion> {
  let edits: TextEdit[];
  try {
    edits = yield* new PythonReader(text).read();
  } catch (error) {
    if (error instanceof PythonFault) return { ok: false, message: error.message, span: error.span };
    throw error;
  }
  yield;
  const [fault] = (yield* scanInSlices(applyEdits(text, edits))).syntax;
  if (fault === undefined) return { ok: true, edits };
  return {
    ok: false,
    message: `The result would not be JSON, so the text stays as it is. ${fault.message}`,
    span: { start: 0, end: Math.min(1, text.length) },
  };
}
