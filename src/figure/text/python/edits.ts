import type { TextEdit } from "../../model/fix.ts";

/** More edits are made together with their neighbours: a list of a million numbers is one edit then, not a million. */
const MOST_SINGLE = 1000;

/** What lies between two such neighbours at most. */
const NEAR = 64;

/** The number of edits that are put together in a millisecond or two. */
const STEP = 5000;

/** Collects edits in the order of the text. An outer edit replaces those inside it. */
export class CoveringEdits {
  readonly #edits: TextEdit[] = [];

  /** What is replaced within it has been told before. */
  replace(start: number, end: number, text: string): void {
    if (start >= end) return;
    const edits = this.#edits;
    let from = edits.length;
    while (from > 0 && edits[from - 1]!.span.start >= start) from--;
    let to = from;
    while (to < edits.length && edits[to]!.span.end <= end) to++;
    const edit = { span: { start, end }, text };
    if (from === edits.length) edits.push(edit);
    else edits.splice(from, to - from, edit);
  }

  /** In the order of the text, none overlapping another; a few hundred at most, or as many as are far from each other. */
  *all(text: string): Generator<void, TextEdit[]> {
    if (this.#edits.length <= MOST_SINGLE) return this.#edits;
    const joined: TextEdit[] = [];
    let start = 0;
    let at = -1;
    let parts: string[] = [];
    let chunks: string[] = [];
    const close = (): void => {
      if (at >= 0) joined.push({ span: { start, end: at }, text: chunks.join("") + parts.join("") });
      chunks = [];
      parts = [];
    };
    for (const [number, { span, text: put }] of this.#edits.entries()) {
      if (number % STEP === STEP - 1) {
        chunks.push(parts.join(""));
        parts = [];
        yield;
      }
      if (at < 0 || span.start - at > NEAR) {
        close();
        start = span.start;
      } else parts.push(text.slice(at, span.start));
      parts.push(put);
      at = span.end;
    }
    close();
    return joined;
  }
}
