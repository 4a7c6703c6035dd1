import { Position, Range, type TextDocument, type TextDocumentChangeEvent, workspace } from "vscode";
import type { Outline } from "../../figure/text/outline/outline.ts";
import { rescanInSlices, scanInSlices, type TextChange } from "../../figure/text/scan/scan.ts";
import { type CopyUnits, Skipper } from "../../figure/text/simd/skipper.ts";
import type { FigureText } from "../../figure/text/structure/figureText.ts";
import { readStructure, readStructureInSteps, type Structure } from "../../figure/text/structure/structure.ts";
import { finished, inSlices } from "../../figure/text/steps/slices.ts";

/** With more edits than this since the last look, as after a search and replace, a whole scan is faster. */
const MOST_EDITS = 200;

/** VS Code joins this many lines at a time, which takes some milliseconds, however short they are. */
const LINES = 100_000;

interface Known {
  readonly version: number;
  readonly text: string;
  readonly outline: Outline;
  structure: Structure | undefined;
  /** The reading of the structure, while it goes on. */
  reading?: Promise<Structure | undefined>;
  /** The edits since then, one for each version; undefined where there are too many to follow. */
  edits: (readonly TextChange[])[] | undefined;
}

/** Scans each version of a document once, for all features. After an edit, it scans only what the edit touched. */
export class Outlines {
  readonly #latest = new WeakMap<TextDocument, Known>();
  readonly #running = new WeakMap<TextDocument, Promise<Outline>>();
  readonly #listener = workspace.onDidChangeTextDocument((event) => this.#changed(event));
  readonly #copyUnits: CopyUnits | undefined;
  #skipper: Skipper | null | undefined;

  /** `copyUnits` makes scans of texts outside ASCII fast; a browser has no such thing. */
  constructor(copyUnits?: CopyUnits) {
    this.#copyUnits = copyUnits;
  }

  of(document: TextDocument): Outline {
    const known = this.known(document);
    if (known !== undefined) return known;
    const text = document.getText();
    return this.#keep(document, text, finished(this.#steps(document, text)));
  }

  /** The figure as a tree, without the values of its data arrays. It is read when it is first asked for. */
  structure(document: TextDocument): Structure {
    const outline = this.of(document);
    const known = this.#latest.get(document);
    if (known?.outline !== outline) return readStructure(document.getText(), outline);
    return (known.structure ??= readStructure(known.text, outline));
  }

  /** The same without blocking the extension host; undefined where the document has been edited meanwhile. */
  async structureReady(document: TextDocument): Promise<Structure | undefined> {
    const { version } = document;
    const outline = await this.ready(document);
    const known = this.#latest.get(document);
    if (known?.outline !== outline || document.version !== version) return undefined;
    if (known.structure !== undefined) return known.structure;
    // Several features ask at once when a document is opened.
    known.reading ??= inSlices(readStructureInSteps(known.text, outline), () => document.version === version).finally(
      () => delete known.reading,
    );
    const structure = await known.reading;
    known.structure ??= structure;
    return structure;
  }

  /** The text with its outline and structure; undefined where the document has been edited meanwhile. */
  async figureReady(document: TextDocument): Promise<FigureText | undefined> {
    const structure = await this.structureReady(document);
    return structure && { text: this.text(document), outline: this.of(document), structure };
  }

  /** The document's text. VS Code would join it from its lines each time. */
  text(document: TextDocument): string {
    const known = this.#latest.get(document);
    return known?.version === document.version ? known.text : document.getText();
  }

  /** The outline of this version, where there is one already. */
  known(document: TextDocument): Outline | undefined {
    const known = this.#latest.get(document);
    return known?.version === document.version ? known.outline : undefined;
  }

  /**
   * The same without blocking the extension host: a long text is scanned a few milliseconds at a time. Where it is edited
   * meanwhile, the answer is the outline of the newest version. All who ask wait for the same scan.
   */
  async ready(document: TextDocument): Promise<Outline> {
    const known = this.known(document);
    if (known !== undefined) return known;
    let running = this.#running.get(document);
    if (running === undefined) {
      running = this.#make(document).finally(() => this.#running.delete(document));
      this.#running.set(document, running);
    }
    return await running;
  }

  dispose(): void {
    this.#listener.dispose();
  }

  async #make(document: TextDocument): Promise<Outline> {
    for (;;) {
      const { version } = document;
      const isCurrent = (): boolean => document.version === version;
      const text =
        document.lineCount < LINES
          ? document.getText()
          : (this.#edited(document) ?? (await inSlices(textOf(document), isCurrent)));
      if (text === undefined || !isCurrent()) continue;
      const outline = await inSlices(this.#steps(document, text), isCurrent);
      if (outline !== undefined && isCurrent()) return this.#keep(document, text, outline);
    }
  }

  /** The text that the edits make of the last one; undefined where that is not the document's present text. */
  #edited(document: TextDocument): string | undefined {
    const known = this.#latest.get(document);
    const edits = editsSince(known, document);
    if (known === undefined || edits === undefined) return undefined;
    let { text } = known;
    for (const edit of edits)
      for (const change of edit.toSorted((a, b) => b.rangeOffset - a.rangeOffset))
        text = text.slice(0, change.rangeOffset) + change.text + text.slice(change.rangeOffset + change.rangeLength);
    return text.length === document.offsetAt(new Position(document.lineCount, 0)) ? text : undefined;
  }

  #steps(document: TextDocument, text: string): Generator<unknown, Outline> {
    this.#skipper ??= Skipper.make(this.#copyUnits);
    const known = this.#latest.get(document);
    const edits = editsSince(known, document);
    return known !== undefined && edits
      ? rescanInSlices(known.outline, text, edits, undefined, this.#skipper)
      : scanInSlices(text, undefined, this.#skipper);
  }

  #keep(document: TextDocument, text: string, outline: Outline): Outline {
    this.#latest.set(document, { version: document.version, text, outline, structure: undefined, edits: [] });
    return outline;
  }

  #changed({ document, contentChanges }: TextDocumentChangeEvent): void {
    const known = this.#latest.get(document);
    // A feature that hears of the edit before us may have asked for the new outline already.
    if (known?.edits === undefined || contentChanges.length === 0 || known.version >= document.version) return;
    if (known.edits.length < MOST_EDITS) known.edits.push(contentChanges);
    else known.edits = undefined;
  }
}

/** The edits that lead to the document's present text; undefined where we missed one. */
function editsSince(known: Known | undefined, document: TextDocument): readonly (readonly TextChange[])[] | undefined {
  const edits = known?.edits;
  return edits !== undefined && known?.version === document.version - edits.length ? [...edits] : undefined;
}

/** Joins the text of a document with very many lines, which VS Code keeps one by one. */
function* textOf(document: TextDocument): Generator<void, string> {
  const parts: string[] = [];
  for (let line = 0; line < document.lineCount; line += LINES) {
    parts.push(document.getText(new Range(line, 0, line + LINES, 0)));
    yield;
  }
  return parts.join("");
}
