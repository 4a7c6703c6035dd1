import { applyEdits, type TextEdit } from "../model/fix.ts";
import { scanInSlices } from "../text/scan/scan.ts";

/** Why a text is no JSON, in a sentence; undefined where it is. In steps of a few milliseconds. */
export function* faultOf(text: string): Generator<unknown, string | undefined> {
  const [fault] = (yield* scanInSlices(text)).syntax;
  return fault?.message;
}

/**
 * Why these edits must not be made: the text is JSON and would be none any more. Undefined where nothing speaks against
 * them. Everything that writes into a figure file asks here first.
 */
export function* refusalOf(text: string, edits: readonly TextEdit[]): Generator<unknown, string | undefined> {
  const after = yield* faultOf(applyEdits(text, edits));
  if (after === undefined || (yield* faultOf(text)) !== undefined) return undefined;
  return `Nothing was changed, since no JSON would come of it. ${after}`;
}
