import { EndOfLine, type FormattingOptions, type TextDocument } from "vscode";
import { formatEdits } from "../../figure/format/formatText.ts";
import { type Layout, layoutOf } from "../../figure/format/layout.ts";
import type { TextEdit } from "../../figure/model/fix.ts";
import type { Span } from "../../figure/model/span.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import type { SyntaxProblem } from "../../figure/text/outline/outline.ts";
import type { Outlines } from "../figures/outlines.ts";
import { readSetting } from "../settings.ts";

export interface Wish {
  /** The indentation that the editor has. Undefined: that of the text. */
  readonly options?: FormattingOptions;
  /** The part to format. Undefined: all of it. */
  readonly within?: Span;
  readonly isCancelled: () => boolean;
}

/** The edits that lay out a document, or the fault because of which it has none. */
export type Formatting =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly fault: SyntaxProblem };

/** Lays out the present version without blocking the extension host; undefined where it is edited meanwhile, or cancelled. */
export async function formattingOf(
  document: TextDocument,
  outlines: Outlines,
  { options, within, isCancelled }: Wish,
): Promise<Formatting | undefined> {
  const { version } = document;
  const isWanted = (): boolean => !isCancelled() && document.version === version && !document.isClosed;
  const [fault] = (await outlines.ready(document)).syntax;
  if (!isWanted()) return undefined;
  if (fault !== undefined) return { ok: false, fault };
  const text = outlines.text(document);
  const edits = await inSlices(formatEdits(text, layoutFor(document, text, options), within), isWanted);
  return edits && { ok: true, edits };
}

function layoutFor(document: TextDocument, text: string, options: FormattingOptions | undefined): Layout {
  const width = readSetting("format.width", document.uri);
  if (options === undefined) return layoutOf(text, width);
  const { tabSize, insertSpaces } = options;
  return {
    width,
    indent: insertSpaces ? " ".repeat(tabSize) : "\t",
    indentWidth: tabSize,
    lineEnd: document.eol === EndOfLine.CRLF ? "\r\n" : "\n",
  };
}
