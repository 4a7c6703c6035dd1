import { CLOSE_BRACE, CLOSE_BRACKET, OPEN_BRACE, OPEN_BRACKET } from "../text/source/characters.ts";
import { beginOf } from "../text/source/source.ts";
import { skipSpace } from "../text/source/soundTokens.ts";

/** How a formatted text looks. */
export interface Layout {
  /** The most characters of a line. Only a line with a single value on it may be longer. */
  readonly width: number;
  /** The white space of one level. */
  readonly indent: string;
  /** The columns that it takes. */
  readonly indentWidth: number;
  readonly lineEnd: "\n" | "\r\n";
}

/** The most characters of a line where nobody says otherwise. */
export const usualWidth = 100;

/** The narrowest lines that one can ask for. */
export const leastWidth = 20;

const TAB_WIDTH = 4;
const USUAL_INDENT = "  ";
const WIDEST_INDENT = 8;

/** The layout in the indentation and with the line ends that the text has already; two spaces where it has none. */
export function layoutOf(text: string, width: number): Layout {
  const indent = indentOf(text);
  return { width, indent, indentWidth: indent === "\t" ? TAB_WIDTH : indent.length, lineEnd: lineEndOf(text) };
}

/** The white space before the first member or element, where it stands on a line of its own. */
function indentOf(text: string): string {
  const root = skipSpace(text, beginOf(text));
  const unit = text.charCodeAt(root);
  if (unit !== OPEN_BRACE && unit !== OPEN_BRACKET) return USUAL_INDENT;
  const first = skipSpace(text, root + 1);
  const close = text.charCodeAt(first);
  const line = text.lastIndexOf("\n", first - 1);
  if (line <= root || close === CLOSE_BRACE || close === CLOSE_BRACKET) return USUAL_INDENT;
  const indent = text.slice(line + 1, first);
  if (indent.startsWith("\t")) return "\t";
  return /^ +$/.test(indent) && indent.length <= WIDEST_INDENT ? indent : USUAL_INDENT;
}

function lineEndOf(text: string): Layout["lineEnd"] {
  const line = text.indexOf("\n");
  return line > 0 && text[line - 1] === "\r" ? "\r\n" : "\n";
}
