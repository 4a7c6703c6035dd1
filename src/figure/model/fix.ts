import type { Span } from "./span.ts";

/** A replacement of a range of the text; an insertion where the range is empty. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** A repair of a problem that edits the figure file and nothing else. */
export interface Fix {
  /** As VS Code shows it: "Change to `scatter`". */
  readonly title: string;
  /** In the order of the text, none touching another. */
  readonly edits: readonly TextEdit[];
  /** Whether it is the one thing that most people would do, safe to apply with all others of its kind. */
  readonly preferred: boolean;
}

/** The text with the edits made. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let from = 0;
  for (const { span, text: inserted } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    result += text.slice(from, span.start) + inserted;
    from = span.end;
  }
  return result + text.slice(from);
}
