import { applyEdits, type TextEdit } from "../model/fix.ts";
import { scanInSlices } from "../text/scan/scan.ts";

/** A sentence about why a text is no JSON; undefined where it is. Works in steps of a few milliseconds. */
export function* faultOf(text: string): Generator<unknown, string | undefined> {
  const [fault] = (yield* scanInSlices(text)).syntax;
  return fault?.message;
}

/**
 * The reason why these edits must not be made: the text is JSON and would be none any more. Undefined where they may be
 * made. Everything that writes into a figure file calls this first.
 */
export function* refusalOf(text: string, edits: readonly TextEdit[]): Generator<unknown, string | undefined> {
  const after = yield* faultOf(applyEdits(text, edits));
  if (after === undefined || (yield* faultOf(text)) !== undefined) return undefined;
  return `Nothing was changed: the result would not be JSON. ${after}`;
}
