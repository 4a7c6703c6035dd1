import type { Range, Uri } from "vscode";
import type { Place } from "../../figure/data/stream/filePart.ts";
import type { Span } from "../../figure/model/span.ts";
import type { FigureText } from "../../figure/text/structure/figureText.ts";

/** A figure that is looked at from its file, without a text document. */
export interface CheckedFile {
  readonly uri: Uri;
  /**
   * Reads what the checks need. Undefined where nobody has seen the figure yet, where it cannot be read, and once
   * `isWanted` says no.
   */
  toCheck(isWanted: () => boolean): Promise<FileText | undefined>;
}

/** A version of a file's text. What only the text tells is not known of a file that is too large for a document. */
export interface FileText {
  readonly figure: FigureText;
  /** Where a span stands, as a text editor counts. */
  readonly rangeOf: (span: Span) => Range;
  /** Where a span stands in a file that is too large for a text editor. */
  readonly partOf?: ((span: Span) => FilePartPlace) | undefined;
}

/** A place in a file that is too large for a text editor, and how many bytes are meant. */
export interface FilePartPlace {
  readonly place: Place;
  readonly length: number;
}
