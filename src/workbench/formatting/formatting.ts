import {
  type CancellationToken,
  commands,
  Disposable,
  type FormattingOptions,
  languages,
  type Range,
  type TextDocument,
  TextEdit,
  window,
} from "vscode";
import type { Span } from "../../figure/model/span.ts";
import { commands as commandIds, figureLanguage } from "../../manifest.ts";
import { plainWords } from "../editing/plainWords.ts";
import { toRange } from "../editing/ranges.ts";
import type { Outlines } from "../figures/outlines.ts";
import { fileName } from "../editing/names.ts";
import { formattingOf } from "./figureEdits.ts";
import { formatFigure } from "./formatFigure.ts";

/** So many milliseconds the status bar says why a text was not formatted. */
const SHOWN = 10_000;

/**
 * Registers *Format Document* and *Format Selection* for figures, and the command for any JSON that holds one. VS Code's
 * JSON support formats all JSON, and with two formatters of a language VS Code would ask which one is meant.
 */
export function registerFormatting(outlines: Outlines): Disposable {
  const edits = async (
    document: TextDocument,
    options: FormattingOptions,
    token: CancellationToken,
    within?: Span,
  ): Promise<TextEdit[] | undefined> => {
    const isCancelled = (): boolean => token.isCancellationRequested;
    const formatting = await formattingOf(document, outlines, { options, isCancelled, ...(within && { within }) });
    if (formatting === undefined) return undefined;
    if (!formatting.ok) {
      // VS Code does not say whether the file is being saved, which must not bring up a message each time.
      window.setStatusBarMessage(`$(warning) ${refusal(document, formatting.fault)}`, SHOWN);
      return undefined;
    }
    return formatting.edits.map(({ span, text }) => new TextEdit(toRange(document, span), text));
  };
  const offsets = (document: TextDocument, { start, end }: Range): Span => ({
    start: document.offsetAt(start),
    end: document.offsetAt(end),
  });
  return Disposable.from(
    languages.registerDocumentFormattingEditProvider(figureLanguage, { provideDocumentFormattingEdits: edits }),
    languages.registerDocumentRangeFormattingEditProvider(figureLanguage, {
      provideDocumentRangeFormattingEdits: (document, range, options, token) =>
        edits(document, options, token, offsets(document, range)),
    }),
    commands.registerCommand(commandIds.formatFigure, (uri?: unknown) => formatFigure(outlines, uri)),
  );
}

function refusal(document: TextDocument, { message, span }: { readonly message: string; readonly span: Span }): string {
  const line = document.positionAt(span.start).line + 1;
  return plainWords(`${fileName(document.uri)} is not formatted, since it is not JSON. Line ${line}: ${message}`);
}
