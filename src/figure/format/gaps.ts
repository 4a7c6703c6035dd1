import type { TextEdit } from "../model/fix.ts";
import type { Span } from "../model/span.ts";

/** Edits that are at most so many characters apart become one. */
const NEAR = 256;

/** Behind so many edits the rest of the text is one, since each costs the editor more than the text in between. */
const MOST_EDITS = 1000;

/** Pieces of an edit's text that are joined at a time. */
const PIECES = 4096;

/** The changes of white space between tokens, gathered to few edits. */
export class Gaps {
  readonly edits: TextEdit[] = [];
  readonly #text: string;
  readonly #within: Span;
  /** Where the edit that is gathered begins, none where it is negative, and ends. */
  #start = -1;
  #end = -1;
  #pieces: string[] = [];
  #joined: string[] = [];

  /** What does not lie wholly in `within` stays as it is. */
  constructor(text: string, within: Span) {
    this.#text = text;
    this.#within = within;
  }

  /** Makes the white space from `start` up to `end` what `wanted` is. */
  set(start: number, end: number, wanted: string): void {
    const text = this.#text;
    if (end - start === wanted.length && (start === end || text.startsWith(wanted, start))) return;
    if (start < this.#within.start || end > this.#within.end) return;
    if (this.#start >= 0 && start - this.#end > NEAR && this.edits.length < MOST_EDITS) this.finish();
    if (this.#start < 0) this.#start = start;
    else this.#pieces.push(text.slice(this.#end, start));
    this.#pieces.push(wanted);
    this.#end = end;
    if (this.#pieces.length >= PIECES) this.#join();
  }

  /** Ends the edit that is gathered. */
  finish(): void {
    if (this.#start < 0) return;
    this.#join();
    this.edits.push({ span: { start: this.#start, end: this.#end }, text: this.#joined.join("") });
    this.#start = -1;
    this.#joined = [];
  }

  #join(): void {
    this.#joined.push(this.#pieces.join(""));
    this.#pieces = [];
  }
}
