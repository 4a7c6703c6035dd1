import type { Span } from "../../model/span.ts";

/** Why a text cannot be converted, and where. */
export class PythonFault extends Error {
  readonly span: Span;

  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}
