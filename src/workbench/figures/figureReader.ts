import type { CancellationToken, DocumentSelector, TextDocument } from "vscode";
import type { Outline } from "../../figure/text/outline/outline.ts";
import type { Structure } from "../../figure/text/structure/structure.ts";
import { figureLanguage, plotScheme } from "../../manifest.ts";
import type { FigureDocuments } from "./figureDocuments.ts";
import type { Outlines } from "./outlines.ts";

/** The documents that may be figures. `FigureDocuments` tells which of them are. */
export const figureSelector: DocumentSelector = [
  { language: figureLanguage },
  { language: "json" },
  { language: "jsonc" },
  { scheme: plotScheme },
];

/** One version of a figure, as all language features read it. */
export interface FigureVersion {
  readonly document: TextDocument;
  readonly text: string;
  readonly outline: Outline;
  readonly structure: Structure;
}

/** Reads the documents that are figures, for the language features. */
export class FigureReader {
  readonly #documents: FigureDocuments;
  readonly #outlines: Outlines;

  constructor(documents: FigureDocuments, outlines: Outlines) {
    this.#documents = documents;
    this.#outlines = outlines;
  }

  /** Reads the document's present version. Undefined where it is no figure, was edited meanwhile, or is wanted no more. */
  async read(document: TextDocument, token: CancellationToken): Promise<FigureVersion | undefined> {
    if (!this.#documents.isFigure(document)) return undefined;
    const { version } = document;
    const figure = await this.#outlines.figureReady(document);
    if (figure === undefined || token.isCancellationRequested || document.version !== version) return undefined;
    return document.isClosed ? undefined : { document, ...figure };
  }
}
