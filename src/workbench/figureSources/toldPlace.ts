import { formatPath } from "../../figure/model/path.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import { pathAt } from "../../figure/text/structure/pathAt.ts";
import type { Structure } from "../../figure/text/structure/structure.ts";

/** In a line of more characters, its number says little about a place. */
const LONGEST_LINE = 500;

/** What tells the path of an offset. */
interface KnownText {
  readonly outline: Outline;
  readonly structure: Structure;
}

/**
 * Tells a person where an offset is: "line 3", or "data[0].x" where the line is very long. `line` counts from 0; `length` is
 * the line's, in characters, as far as it matters. `known` is asked for in long lines alone.
 */
export function toldPlace(offset: number, line: number, length: number, known: () => KnownText | undefined): string {
  const told = `line ${line + 1}`;
  if (length <= LONGEST_LINE) return told;
  const text = known();
  const path = text === undefined ? [] : pathAt(text.outline, text.structure, offset);
  return path.length === 0 ? told : formatPath(path);
}
