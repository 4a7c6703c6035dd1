import { type CancellationToken, type TextDocument, type Uri, workspace } from "vscode";
import type { Outline } from "../../figure/text/outline/outline.ts";
import { scanInSlices } from "../../figure/text/scan/scan.ts";
import type { FigureDocuments } from "./figureDocuments.ts";
import type { Outlines } from "./outlines.ts";
import { figurePattern, filesOfWorkspace } from "./workspaceFiles.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import { textDocumentLimit } from "../editing/textDocumentLimit.ts";

/** The most files of a folder; the rest is left out. */
const MOST_FILES = 5000;

export interface FigureFile {
  readonly uri: Uri;
  readonly text: string;
  outline(): Promise<Outline>;
}

/** Reads the figures that are open and those of the workspace, one after the other. */
export class AllFigures {
  readonly #documents: FigureDocuments;
  readonly #outlines: Outlines;

  constructor(documents: FigureDocuments, outlines: Outlines) {
    this.#documents = documents;
    this.#outlines = outlines;
  }

  /** The figures whose text `wanted` accepts. Stops when the token is cancelled. */
  async *all(wanted: (text: string) => boolean, token: CancellationToken): AsyncGenerator<FigureFile, void> {
    const seen = new Set<string>();
    for (const document of this.#documents.open()) {
      seen.add(document.uri.toString());
      const file = this.#open(document);
      if (wanted(file.text)) yield file;
    }
    for (const uri of await filesOfWorkspace({ pattern: figurePattern, limit: MOST_FILES, token })) {
      if (token.isCancellationRequested) return;
      if (seen.has(uri.toString())) continue;
      const text = await readText(uri);
      if (text !== undefined && wanted(text)) yield { uri, text, outline: () => inSlices(scanInSlices(text)) };
    }
  }

  #open(document: TextDocument): FigureFile {
    return { uri: document.uri, text: document.getText(), outline: () => this.#outlines.ready(document) };
  }
}

/** The text of a file; undefined where it cannot be read or is too large for a text document. */
async function readText(uri: Uri): Promise<string | undefined> {
  try {
    const { size } = await workspace.fs.stat(uri);
    return size > textDocumentLimit ? undefined : new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
