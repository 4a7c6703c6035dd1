import type { TextEdit } from "../fix.ts";
import type { Span } from "../outline.ts";
import { PythonFault, PythonReader } from "./python/reader.ts";

export type PythonConversion =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly message: string; readonly span: Span };

/**
 * The edits that make JSON of what `print(fig.to_dict())` or `print(fig)` shows: quotes, `True` and `None`, tuples,
 * trailing commas, comments, numbers that JSON writes otherwise, `array([…])` and dates. NaN and the infinities become
 * null. What only Python could know (a name, a function, values that NumPy left out) is refused, with its place.
 */
export function pythonToJson(text: string): PythonConversion {
  try {
    const edits = new PythonReader(text).read();
    return { ok: true, edits };
  } catch (error) {
    if (error instanceof PythonFault) return { ok: false, message: error.message, span: error.span };
    throw error;
  }
}
