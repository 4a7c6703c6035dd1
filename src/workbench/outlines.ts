import type { TextDocument } from "vscode";
import type { Outline } from "../figure/outline.ts";
import { scanFigure } from "../figure/scan.ts";

/** One scan a version of each document, shared by every feature. */
export class Outlines {
  readonly #latest = new WeakMap<TextDocument, { readonly version: number; readonly outline: Outline }>();

  of(document: TextDocument): Outline {
    const known = this.#latest.get(document);
    if (known?.version === document.version) return known.outline;
    const outline = scanFigure(document.getText());
    this.#latest.set(document, { version: document.version, outline });
    return outline;
  }
}
