import {
  type Disposable,
  Selection,
  TextEditorRevealType,
  TextEditorSelectionChangeKind,
  type Uri,
  window,
} from "vscode";
import type { FigurePath } from "../../figure/model/path.ts";
import { pathAt } from "../../figure/text/structure/pathAt.ts";
import { nodeAt } from "../../figure/text/structure/structure.ts";
import { toRange } from "../editing/ranges.ts";
import type { Outlines } from "../figures/outlines.ts";
import { DisposableStore } from "../tasks/disposable.ts";

/** Text and drawing show each other what the person has chosen in one of them, where both are in sight. */
export class BothWays implements Disposable {
  readonly #key: string;
  readonly #outlines: Outlines;
  readonly #store = new DisposableStore();

  /** `chosen` hears of the part at which a person puts the cursor, as a path from the figure. */
  constructor(uri: Uri, outlines: Outlines, chosen: (path: FigurePath) => void) {
    this.#key = uri.toString();
    this.#outlines = outlines;
    this.#store.add(
      window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections: [first], kind }) => {
        // A program that puts the cursor somewhere, as we do, has chosen nothing.
        const isPerson =
          kind === TextEditorSelectionChangeKind.Mouse || kind === TextEditorSelectionChangeKind.Keyboard;
        if (document.uri.toString() !== this.#key || first === undefined || !isPerson) return;
        const outline = outlines.known(document);
        if (outline === undefined) return;
        const path = pathAt(outline, outlines.structure(document), document.offsetAt(first.active));
        const base = outline.within?.path ?? [];
        if (base.every((step, at) => path[at] === step)) chosen(path.slice(base.length));
      }),
    );
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Selects a part in the text editors of the figure that are in sight. The keyboard stays where it is. */
  async reveal(path: FigurePath | undefined): Promise<void> {
    if (path === undefined) return;
    const editors = window.visibleTextEditors.filter(({ document }) => document.uri.toString() === this.#key);
    const [first] = editors;
    if (first === undefined) return;
    const { document } = first;
    const figure = await this.#outlines.figureReady(document);
    if (figure === undefined) return;
    const base = figure.outline.within?.path ?? [];
    const node = nearest([...base, ...path], (part) => nodeAt(figure.structure, part));
    if (node === undefined) return;
    const range = toRange(document, { start: node.key?.span.start ?? node.span.start, end: node.span.end });
    for (const editor of editors) {
      editor.selection = new Selection(range.start, range.end);
      editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }
}

/** What is at the path, or else at the longest part of it that is written. */
function nearest<T>(path: FigurePath, find: (path: FigurePath) => T | undefined): T | undefined {
  for (let length = path.length; length > 0; length--) {
    const found = find(path.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}
