import type { TextEdit } from "../fix.ts";
import type { Span } from "../outline.ts";

/** Edits as they are found, of which an outer one takes the place of those within it. */
export class CoveringEdits {
  readonly #edits: TextEdit[] = [];

  replace(start: number, end: number, text: string): void {
    if (start < end) this.#edits.push({ span: { start, end }, text });
  }

  /** In the order of the text, none overlapping another. Of two of the same place the later one counts. */
  all(): TextEdit[] {
    const kept: TextEdit[] = [];
    const wide = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;
    for (const edit of this.#edits.toSorted((a, b) => wide(a.span, b.span))) {
      const last = kept.at(-1);
      if (last === undefined || edit.span.start >= last.span.end) kept.push(edit);
      else if (wide(last.span, edit.span) === 0) kept[kept.length - 1] = edit;
    }
    return kept;
  }
}
