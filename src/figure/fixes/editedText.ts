import { applyEdits, type TextEdit } from "../model/fix.ts";

/** A part of the first text that is still there, or text that was put in. */
type Piece = { readonly start: number; readonly end: number } | { readonly inserted: string };

/**
 * A text that is edited in rounds, each on the result of the one before. It gives all of them as edits of the first
 * text.
 */
export class EditedText {
  readonly #first: string;
  #text: string;
  #pieces: Piece[];

  constructor(text: string) {
    this.#first = text;
    this.#text = text;
    this.#pieces = [{ start: 0, end: text.length }];
  }

  get text(): string {
    return this.#text;
  }

  /** `edits` are of the text as it is now, none overlapping another. */
  apply(edits: readonly TextEdit[]): void {
    const sorted = edits.toSorted((a, b) => a.span.start - b.span.start);
    const pieces: Piece[] = [];
    const from = new PieceReader(this.#pieces);
    for (const { span, text } of sorted) {
      pieces.push(...from.until(span.start));
      if (text !== "") pieces.push({ inserted: text });
      from.until(span.end);
    }
    pieces.push(...from.until(this.#text.length));
    this.#pieces = pieces;
    this.#text = applyEdits(this.#text, sorted);
  }

  /** The edits that turn the first text into the present one. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let inserted = "";
    const close = (start: number): void => {
      if (start > at || inserted !== "") edits.push({ span: { start: at, end: start }, text: inserted });
      inserted = "";
    };
    for (const piece of this.#pieces) {
      if ("inserted" in piece) inserted += piece.inserted;
      else {
        close(piece.start);
        at = piece.end;
      }
    }
    close(this.#first.length);
    return edits;
  }
}

/** Hands out pieces by their places in the text that they make up. */
class PieceReader {
  readonly #pieces: readonly Piece[];
  #index = 0;
  /** How much of the piece at `#index` was handed out. */
  #used = 0;
  #at = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  until(end: number): Piece[] {
    const taken: Piece[] = [];
    while (this.#at < end) {
      const piece = this.#pieces[this.#index]!;
      const length = "inserted" in piece ? piece.inserted.length : piece.end - piece.start;
      const count = Math.min(length - this.#used, end - this.#at);
      const from = this.#used;
      taken.push(
        "inserted" in piece
          ? { inserted: piece.inserted.slice(from, from + count) }
          : { start: piece.start + from, end: piece.start + from + count },
      );
      this.#at += count;
      this.#used += count;
      if (this.#used === length) {
        this.#index++;
        this.#used = 0;
      }
    }
    return taken;
  }
}
