import type { Group, Piece } from "./piece.ts";

/** How a language's people break lines. */
export interface Style {
  readonly width: number;
  readonly indent: number;
  /** Whether a comma stands behind the last of several things that have lines of their own: always, or never. */
  readonly trailing: "several" | "always" | "never";
  /** Whether things that fit on one line between round or square brackets stand there together, as black does it. */
  readonly joins: boolean;
}

/** Parts that are written between two pauses. */
const STRETCH = 2048;

/** Writes a piece as lines, with a pause after a few milliseconds of work. */
export function* printInSteps(piece: Piece, style: Style): Generator<undefined, string> {
  const printer = new Printer(style);
  yield* printer.write(piece, 0, 0, 0);
  return printer.text();
}

class Printer {
  readonly #style: Style;
  #parts: string[] = [];
  #before = "";
  #left = STRETCH;

  constructor(style: Style) {
    this.#style = style;
  }

  /** All that was written. Strings that are added to each other are not copied, as one join of all would do at once. */
  text(): string {
    this.#before += this.#parts.join("");
    this.#parts = [];
    return this.#before;
  }

  /** Writes behind `used` characters of a line; `after` more follow at once. */
  *write(piece: Piece, indent: number, used: number, after: number): Generator<undefined, void> {
    const { width, joins, trailing, indent: step } = this.#style;
    if (this.#left-- <= 0) yield this.#pause();
    if (typeof piece === "string" || piece.items.length === 0 || fits(piece, width - used - after)) {
      this.#parts.push(flat(piece));
      return;
    }
    const inner = indent + step;
    const space = " ".repeat(inner);
    this.#parts.push(piece.open, "\n");
    if (piece.fills) yield* this.#fill(piece.items, space);
    else if (
      joins &&
      !piece.breaks &&
      !piece.open.endsWith("{") &&
      rowWidth(piece.items, width - inner) <= width - inner
    )
      this.#parts.push(space, piece.items.map(flat).join(", "), "\n");
    else {
      const comma = trailing === "always" || (trailing === "several" && piece.items.length > 1) ? "," : "";
      for (const [index, item] of piece.items.entries()) {
        const end = index < piece.items.length - 1 ? "," : comma;
        this.#parts.push(space);
        yield* this.write(item, inner, inner, end.length);
        this.#parts.push(end, "\n");
      }
    }
    this.#parts.push(" ".repeat(indent), piece.close);
  }

  #pause(): undefined {
    this.#left = STRETCH;
    this.text();
  }

  *#fill(words: readonly Piece[], space: string): Generator<undefined, void> {
    const { width } = this.#style;
    let line = space;
    for (const [index, piece] of words.entries()) {
      const word = index < words.length - 1 ? `${flat(piece)},` : flat(piece);
      if (line === space) line += word;
      else if (line.length + 1 + word.length <= width) line += ` ${word}`;
      else {
        this.#parts.push(line, "\n");
        line = space + word;
      }
      if (this.#left-- <= 0) yield this.#pause();
    }
    this.#parts.push(line, "\n");
  }
}

function flat(piece: Piece): string {
  if (typeof piece === "string") return piece;
  const { open, items, close, pad } = piece;
  return items.length === 0 ? open + close : `${open}${pad}${items.map(flat).join(", ")}${pad}${close}`;
}

function fits(piece: Group, limit: number): boolean {
  return flatWidth(piece, limit) <= limit;
}

/** The width on one line; some number above `limit` as soon as it is more. */
function flatWidth(piece: Piece, limit: number): number {
  if (typeof piece === "string") return piece.includes("\n") ? Infinity : piece.length;
  if (piece.breaks) return Infinity;
  const own = piece.open.length + piece.close.length + 2 * piece.pad.length;
  return own > limit ? own : own + rowWidth(piece.items, limit - own);
}

function rowWidth(items: readonly Piece[], limit: number): number {
  let width = 0;
  for (const [index, item] of items.entries()) {
    width += (index > 0 ? 2 : 0) + flatWidth(item, limit - width);
    if (width > limit) return width;
  }
  return width;
}
