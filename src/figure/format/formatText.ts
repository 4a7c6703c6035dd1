import type { TextEdit } from "../model/fix.ts";
import type { Span } from "../model/span.ts";
import { Arrays } from "./arrays.ts";
import { Gaps } from "./gaps.ts";
import type { Layout } from "./layout.ts";
import { Writer } from "./writer.ts";

/** Characters that are read at a stretch, which takes a few milliseconds. */
const PIECE = 64 * 1024;

/**
 * The edits that give a text its layout, in the order of the text. Objects are open, with a member a line. Lists fill
 * lines up to the width, those of long texts have one a line, and tables a row a line. Nothing but white space changes.
 * The text must be JSON without faults. White space that does not lie wholly in `within` stays as it is. Works in steps
 * of a few milliseconds.
 */
export function* formatEdits(
  text: string,
  layout: Layout,
  within: Span = { start: 0, end: text.length },
): Generator<undefined, readonly TextEdit[]> {
  const arrays = new Arrays(text);
  for (let until = PIECE; !arrays.read(until); until += PIECE) yield;
  const gaps = new Gaps(text, within);
  const writer = new Writer(text, layout, arrays, gaps);
  for (let until = PIECE; !writer.read(until); until += PIECE) yield;
  return gaps.edits;
}
