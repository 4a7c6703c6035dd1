import type { Disposable, Event, Uri } from "vscode";
import type { FigurePath } from "../../figure/model/path.ts";
import type { Check } from "../../figure/checks/check.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import type { Span } from "../../figure/model/span.ts";
import type { Outcome } from "../../plotsApi/errors/result.ts";

/** What a preview draws: an open text document, or a file that is too large to be one. */
export interface FigureSource extends Disposable {
  readonly uri: Uri;
  /** Grows with every change of the text. */
  readonly version: number;
  /** The text has changed and come to rest. */
  readonly onDidChange: Event<void>;
  readonly onDidChangeProblems: Event<void>;
  /** Trace types of the text, where they are known without waiting: the page then starts the right engine at once. */
  readonly traceTypes: readonly string[];
  outline(): Promise<Outline>;
  /** What the latest check found; "off" where none is made. */
  check(): Check | "checking" | "off";
  /** Whether what is drawn is a file that commands can change. */
  readonly canEdit: boolean;
  /** Where something stands, for a person: "line 3", or "data[0].x" where a line holds very much. */
  placeOf(span: Span): string;
  /** One-based line of an offset into the text. */
  lineOf(offset: number): number;
  drawing(signal: AbortSignal): Promise<Outcome<Drawing>>;
}

/** The figure as bytes of JSON text, and the grids that it refers to and does not hold itself. */
export interface Drawing {
  readonly figure: Uint8Array;
  /** Where in that JSON the figure is, if it is not all of it. */
  readonly path?: FigurePath | undefined;
  readonly grids: Uint8Array | undefined;
  /** What the person should know about it: a server that did not answer. */
  readonly notice: string | undefined;
}
