import type { Disposable, Event, Range, Uri } from "vscode";
import type { SplitColumn } from "../../figure/data/split/splitFigure.ts";
import type { FigurePath } from "../../figure/model/path.ts";
import type { Check } from "../../figure/checks/check.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import type { Span } from "../../figure/model/span.ts";
import type { Outcome } from "../../plotsApi/errors/result.ts";
import type { FilePartPlace } from "../diagnostics/checkedFile.ts";

/** A person has cancelled the reading of a large file. */
export class ReadingCancelled extends Error {
  constructor() {
    super("Reading was cancelled.");
  }
}

/** What a preview draws: an open text document, or a file from its bytes. */
export interface FigureSource extends Disposable {
  readonly uri: Uri;
  /** Grows with every change of the text. */
  readonly version: number;
  /** Fires when the text has changed and come to rest. */
  readonly onDidChange: Event<void>;
  readonly onDidChangeProblems: Event<void>;
  /** The trace types, as far as they are known without waiting, so that the page can start the right engine at once. */
  readonly traceTypes: readonly string[];
  /** Its figure stands in a text document of its own editor, which can be changed and undone there. */
  readonly isText: boolean;
  outline(): Promise<Outline>;
  /** The latest check; "off" where checking is switched off. */
  check(): Check | "checking" | "off";
  /** Whether commands can change the text. */
  readonly canEdit: boolean;
  /** Tells a person where something stands: "line 3", or "data[0].x" where the line is very long. */
  placeOf(span: Span): string;
  /** The line of an offset into the text, counted from 1. */
  lineOf(offset: number): number;
  /** Where a span stands, as a text editor counts; undefined where that is not known. */
  rangeOf(span: Span): Range | undefined;
  /** Where a span stands in a file that is too large for a text editor. */
  partOf?(span: Span): FilePartPlace | undefined;
  /** Fires with a sentence while a large file is read. `stop` ends that. */
  readonly onDidProgress?: Event<string>;
  stop?(): void;
  /** Why there is no newer version than the one that is drawn: the file is gone. */
  readonly lost?: string | undefined;
  /** Tells that the page shows what there is to see, a drawing or why there is none. */
  seen?(): void;
  /** Tells whether the page is shown. */
  show?(isShown: boolean): void;
  drawing(signal: AbortSignal): Promise<Outcome<Drawing>>;
}

/** A figure, and the grids that it refers to and does not hold itself. */
export interface Drawing {
  /** JSON text in UTF-8. */
  readonly figure: Uint8Array;
  /** Large arrays of numbers, for which the text has `[]`. */
  readonly columns?: readonly SplitColumn[];
  /** The path of the figure in that JSON, where it is not the whole. */
  readonly path?: FigurePath | undefined;
  readonly grids: Uint8Array | undefined;
  /** A sentence that the person should read, such as that a server did not answer. */
  readonly notice: string | undefined;
  /** Takes the place of `grids` and `notice` when the grids arrive, where that takes long. */
  readonly later?: Promise<ReferencedData> | undefined;
}

/** The grids of a figure's references, as bytes of the JSON `{[fid]: GridContent}`, and what is to be said of them. */
export type ReferencedData = Pick<Drawing, "grids" | "notice">;
