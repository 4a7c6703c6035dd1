import type { TextEdit } from "../../model/fix.ts";
import type { Part } from "./part.ts";
import { type Stretch, stretchText } from "./stretch.ts";

/**
 * The edits that make the text of a part what it is now. What still stands where it stood is not touched. They are in
 * the order of the text, none touching another.
 */
export function textEdits(part: Part, before: Stretch): TextEdit[] {
  const pieces = new Pieces(before);
  pieces.part(part, false);
  return pieces.edits();
}

/** Takes the pieces of the new text in their order. */
class Pieces {
  readonly #edits: TextEdit[] = [];
  readonly #before: Stretch;
  /** Up to here the first text is gone through. */
  #at: number;
  #inserted: string[] = [];

  constructor(before: Stretch) {
    this.#before = before;
    this.#at = before.start;
  }

  part({ stretch, inner }: Part, isMoved: boolean): void {
    if (inner === undefined) {
      this.#stretch(stretch, isMoved);
      return;
    }
    this.#stretch(inner.head, isMoved);
    for (const [index, item] of inner.items.entries()) {
      if (index > 0) this.#stretch(inner.gaps[index - 1]!, isMoved);
      const goes = isMoved || item.isMoved;
      if (item.key !== undefined) this.#stretch(item.key, goes);
      this.part(item.value, goes);
    }
    this.#stretch(inner.tail, isMoved);
  }

  edits(): TextEdit[] {
    this.#close(this.#before.end);
    return this.#edits;
  }

  #stretch(stretch: Stretch, isMoved: boolean): void {
    const { of, start, end } = stretch;
    if (start === end) return;
    if (isMoved || !of.isFile) {
      this.#inserted.push(stretchText(stretch));
      return;
    }
    this.#close(start);
    this.#at = end;
  }

  #close(start: number): void {
    const text = this.#inserted.join("");
    this.#inserted = [];
    const isSame = text.length === start - this.#at && this.#before.of.text.startsWith(text, this.#at);
    if (!isSame) this.#edits.push({ span: { start: this.#at, end: start }, text });
  }
}
