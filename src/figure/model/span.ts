/** A range of the text in UTF-16 code units, `end` exclusive: what `TextDocument.positionAt` takes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
