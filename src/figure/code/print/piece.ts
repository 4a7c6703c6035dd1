/** A piece of code before it has lines: a word, or things between brackets. */
export type Piece = string | Group;

export interface Group {
  /** All that stands before the first thing, the bracket at its end: `x=[`. */
  readonly open: string;
  readonly items: readonly Piece[];
  readonly close: string;
  /** Whether words fill lines, as in lists of numbers, or each thing has a line of its own. */
  readonly fills: boolean;
  /** What stands inside the brackets where all is on one line. */
  readonly pad: "" | " ";
  /** Whether it is never on one line. */
  readonly breaks: boolean;
}

export function group(open: string, items: readonly Piece[], close: string, rest: Partial<Group> = {}): Group {
  return { open, items, close, fills: false, pad: "", breaks: false, ...rest };
}

/** The piece behind a name: `x=[1, 2]`. */
export function led(lead: string, piece: Piece): Piece {
  return typeof piece === "string" ? lead + piece : { ...piece, open: lead + piece.open };
}

/** The piece with something behind it: `f(x)` with `;`. */
export function ended(piece: Piece, end: string): Piece {
  return typeof piece === "string" ? piece + end : { ...piece, close: piece.close + end };
}

/** Words of this length at most fill lines. Longer ones are read more easily below each other. */
const SHORT = 24;

/** Whether the words of a list fill lines where they do not fit on one. */
export function fillsLines(words: readonly Piece[]): words is readonly string[] {
  return words.every((word) => typeof word === "string" && word.length <= SHORT);
}
