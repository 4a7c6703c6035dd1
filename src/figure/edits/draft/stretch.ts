import { indentAt } from "../../fixes/tree/format.ts";

/** A text in which parts of a figure stand: the file's, or one that an edit wrote. */
export interface Writing {
  readonly text: string;
  /** White space before the line on which it begins. */
  readonly indent: string;
  /** Whether it is the file's, so that what stands in it can stay where it is. */
  readonly isFile: boolean;
}

/** A range of a text; `end` is exclusive. */
export interface Stretch {
  readonly of: Writing;
  readonly start: number;
  readonly end: number;
}

export function stretchText({ of, start, end }: Stretch): string {
  return of.text.slice(start, end);
}

/** A text that is new. */
export function written(text: string, indent: string): Stretch {
  return { of: { text, indent, isFile: false }, start: 0, end: text.length };
}

/** The white space before the line that contains a place of the text. */
export function indentOf({ text, indent }: Writing, place: number): string {
  const isFirstLine = indent !== "" && text.lastIndexOf("\n", place - 1) < 0;
  return isFirstLine ? indent : indentAt(text, place);
}

/** The white space with which the last line of a gap begins; some files have their commas there too. */
export function lastIndent(gap: string): string {
  return /^[ \t]*/.exec(gap.slice(gap.lastIndexOf("\n") + 1))?.[0] ?? "";
}
