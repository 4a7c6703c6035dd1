import { commands, type Disposable, type TextDocument, type Uri, window, workspace } from "vscode";
import { type Abilities, abilitiesOf, noAbilities } from "../../figure/fixes/abilities.ts";
import { contextKeys } from "../../manifest.ts";
import { activeUri } from "../editing/activeUri.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { type FigureDocuments, openDocument } from "./figureDocuments.ts";
import { isJson } from "./mayBeFigure.ts";
import type { Outlines } from "./outlines.ts";
import type { ViewedFiles } from "./viewedFiles.ts";

/** A longer file is not looked into where its name does not make it a figure. */
const LONGEST_UNKNOWN = 1_000_000;

const keys = {
  isReadable: contextKeys.isReadable,
  hasArrays: contextKeys.hasArrays,
  hasReferences: contextKeys.hasReferences,
  isPython: contextKeys.isPython,
} as const satisfies Record<keyof Abilities, string>;

/** Sets the context keys that tell menus and palette what can be done with the active file. */
export class ActiveFigure implements Disposable {
  readonly #store = new DisposableStore();
  readonly #documents: FigureDocuments;
  readonly #outlines: Outlines;
  readonly #files: ViewedFiles;
  #latest: symbol | undefined;
  #told: Abilities = noAbilities;

  constructor(documents: FigureDocuments, outlines: Outlines, files: ViewedFiles) {
    this.#documents = documents;
    this.#outlines = outlines;
    this.#files = files;
    this.#store.add(window.tabGroups.onDidChangeTabs(() => void this.#look()));
    this.#store.add(window.tabGroups.onDidChangeTabGroups(() => void this.#look()));
    this.#store.add(workspace.onDidOpenTextDocument(() => void this.#look()));
    this.#store.add(workspace.onDidCloseTextDocument(() => void this.#look()));
    this.#store.add(files.onDidChange(() => void this.#look()));
    this.#store.add(documents.onDidSettle(() => void this.#look()));
    void this.#look();
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #look(): Promise<void> {
    const look = Symbol("look");
    this.#latest = look;
    const uri = activeUri();
    const abilities = uri === undefined ? noAbilities : await this.#abilitiesOf(uri);
    if (this.#latest === look && !this.#store.disposed) this.#tell(abilities);
  }

  async #abilitiesOf(uri: Uri): Promise<Abilities> {
    const document = openDocument(uri);
    if (document === undefined) {
      // Who looks at a file as a figure treats it as one.
      const outline = this.#files.outlineOf(uri);
      return outline === undefined ? noAbilities : abilitiesOf(outline, true);
    }
    const isKnown = this.#documents.isFigure(document);
    if (!isKnown && !mayBeFigure(document)) return noAbilities;
    return abilitiesOf(await this.#outlines.ready(document), isKnown);
  }

  #tell(abilities: Abilities): void {
    for (const [name, key] of Object.entries(keys) as [keyof Abilities, string][])
      if (abilities[name] !== this.#told[name]) void commands.executeCommand("setContext", key, abilities[name]);
    this.#told = abilities;
  }
}

function mayBeFigure(document: TextDocument): boolean {
  if (!isJson(document)) return false;
  const last = document.lineAt(document.lineCount - 1);
  return document.offsetAt(last.range.end) <= LONGEST_UNKNOWN;
}
