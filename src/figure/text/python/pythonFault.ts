import type { Span } from "../../model/span.ts";

/** The reason why a text cannot be converted, and its place. */
export class PythonFault extends Error {
  readonly span: Span;

  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}
