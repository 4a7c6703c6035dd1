import { type TextDocument, type TextDocumentChangeEvent, workspace } from "vscode";
import type { Outline } from "../figure/outline.ts";
import { readStructure, type Structure } from "../figure/structure.ts";
import { rescanFigure, rescanInSlices, scanFigure, scanInSlices, type TextChange } from "../figure/scan.ts";

/** More edits than this between two looks are a search and replace; a whole scan is sooner done. */
const MOST_EDITS = 200;

interface Known {
  readonly version: number;
  readonly outline: Outline;
  structure: Structure | undefined;
  /** What was typed since, an edit a version; undefined where it is too much to follow. */
  edits: (readonly TextChange[])[] | undefined;
}

/** One scan a version of each document, shared by every feature. After edits, of what they touched alone. */
export class Outlines {
  readonly #latest = new WeakMap<TextDocument, Known>();
  readonly #listener = workspace.onDidChangeTextDocument((event) => this.#changed(event));

  of(document: TextDocument): Outline {
    const known = this.#latest.get(document);
    if (known?.version === document.version) return known.outline;
    const text = document.getText();
    const edits = editsSince(known, document);
    const outline = known !== undefined && edits ? rescanFigure(known.outline, text, edits) : scanFigure(text);
    return this.#keep(document, outline);
  }

  /** What the arrays of data leave over, as a tree; read when it is first asked for. */
  structure(document: TextDocument): Structure {
    const outline = this.of(document);
    const known = this.#latest.get(document);
    if (known?.outline !== outline) return readStructure(document.getText(), outline);
    return (known.structure ??= readStructure(document.getText(), outline));
  }

  /** The outline of this version where it has been made already. */
  known(document: TextDocument): Outline | undefined {
    const known = this.#latest.get(document);
    return known?.version === document.version ? known.outline : undefined;
  }

  /**
   * The same without blocking the extension host: a long text is scanned a few milliseconds at a time. Where it is
   * edited meanwhile, of the newest version.
   */
  async ready(document: TextDocument): Promise<Outline> {
    for (;;) {
      const { version } = document;
      const known = this.#latest.get(document);
      if (known?.version === version) return known.outline;
      const text = document.getText();
      const edits = editsSince(known, document);
      const steps = known !== undefined && edits ? rescanInSlices(known.outline, text, edits) : scanInSlices(text);
      let step = steps.next();
      while (step.done !== true && document.version === version) {
        await new Promise((resolve) => setTimeout(resolve));
        step = steps.next();
      }
      if (step.done === true && document.version === version) return this.#keep(document, step.value);
    }
  }

  dispose(): void {
    this.#listener.dispose();
  }

  #keep(document: TextDocument, outline: Outline): Outline {
    this.#latest.set(document, { version: document.version, outline, structure: undefined, edits: [] });
    return outline;
  }

  #changed({ document, contentChanges }: TextDocumentChangeEvent): void {
    const known = this.#latest.get(document);
    // Whoever hears of the edit before us may have asked for the new outline already.
    if (known?.edits === undefined || contentChanges.length === 0 || known.version >= document.version) return;
    if (known.edits.length < MOST_EDITS) known.edits.push(contentChanges);
    else known.edits = undefined;
  }
}

/** The edits that lead to the document as it is; undefined where one of them was not heard of. */
function editsSince(known: Known | undefined, document: TextDocument): readonly (readonly TextChange[])[] | undefined {
  const edits = known?.edits;
  return edits !== undefined && known?.version === document.version - edits.length ? [...edits] : undefined;
}
