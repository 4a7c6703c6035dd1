import { Diagnostic, DiagnosticSeverity, type Disposable, EventEmitter, languages, Uri, workspace } from "vscode";
import { LinePlaces } from "../../figure/text/outline/linePlaces.ts";
import {
  parseRuleFile,
  type RuleFile,
  type RuleFileFault,
  ruleFileName,
  type RuleSettings,
  rulesOfFile,
} from "../../figure/checks/ruleSettings.ts";
import { scanFigure } from "../../figure/text/scan/scan.ts";
import { nodeAt, readStructure } from "../../figure/text/structure/structure.ts";
import { plotScheme } from "../../manifest.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { KeptAnswers } from "../tasks/keptAnswers.ts";
import { plainWords } from "../editing/plainWords.ts";
import { textRange } from "../editing/ranges.ts";

/** A file with more folders above it is in a file system that runs in a circle. */
const MOST_FOLDERS = 100;

export interface RuleFileRead {
  readonly uri: Uri;
  /** What the file sets for all figures. */
  readonly rules: RuleSettings;
  readonly file: RuleFile;
}

/**
 * Reads the nearest `.plotfilesrc.json` in a figure's folder or above it. A mistake in such a file is marked there, and
 * the file sets nothing until the mistake is mended.
 */
export class RuleFiles implements Disposable {
  readonly #store = new DisposableStore();
  readonly #collection = this.#store.add(languages.createDiagnosticCollection("plots.rules"));
  readonly #changed = this.#store.add(new EventEmitter<void>());
  /** The file of each folder; undefined where there is none. */
  readonly #folders = new KeptAnswers<RuleFileRead | undefined>();

  /** Fires when the rules of some figure may have changed. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    const watcher = this.#store.add(workspace.createFileSystemWatcher(`**/${ruleFileName}`));
    for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete])
      this.#store.add(event((uri) => this.forget(uri)));
    // VS Code does not watch a file above the workspace's folders.
    this.#store.add(
      workspace.onDidSaveTextDocument(({ uri }) => {
        if (uri.path.endsWith(`/${ruleFileName}`)) this.forget(uri);
      }),
    );
  }

  dispose(): void {
    this.#store.dispose();
  }

  async rulesFor(figure: Uri): Promise<RuleSettings> {
    const nearest = await this.nearest(figure);
    if (nearest === undefined || !nearest.file.ok) return {};
    return rulesOfFile(nearest.file, pathBelow(nearest.uri, figure));
  }

  /** The file that sets the rules of a figure: the nearest, and no other. */
  async nearest(figure: Uri): Promise<RuleFileRead | undefined> {
    for (const folder of foldersOf(figure)) {
      const read = await this.#in(folder);
      if (read !== undefined) return read;
    }
    return undefined;
  }

  /** The same, read from the disk, for whoever writes such a file: VS Code tells of changes a moment late. */
  async nearestNow(figure: Uri): Promise<RuleFileRead | undefined> {
    for (const folder of foldersOf(figure)) this.#folders.delete(folder.toString());
    return this.nearest(figure);
  }

  #in(folder: Uri): Promise<RuleFileRead | undefined> {
    const key = folder.toString();
    return this.#folders.get(key, () => {
      const reading = this.#read(Uri.joinPath(folder, ruleFileName), () => this.#folders.isLatest(key, reading));
      return reading;
    });
  }

  /** Reads the file. Its mistakes are marked unless `isLatest` says that it has changed meanwhile. */
  async #read(uri: Uri, isLatest: () => boolean): Promise<RuleFileRead | undefined> {
    let bytes: Uint8Array;
    try {
      bytes = await workspace.fs.readFile(uri);
    } catch {
      // Mostly there is none. One that cannot be read counts as none.
      if (!this.#store.disposed && isLatest()) this.#collection.delete(uri);
      return undefined;
    }
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const parsed = parseRuleFile(text);
    if (!this.#store.disposed && isLatest())
      this.#collection.set(uri, parsed.ok ? [] : toDiagnostics(text, parsed.faults));
    return { uri, rules: parsed.ok ? parsed.rules : {}, file: parsed };
  }

  /** Forgets what was read of a file that has changed. */
  forget(uri: Uri): void {
    this.#folders.delete(Uri.joinPath(uri, "..").toString());
    this.#changed.fire();
  }
}

/** The folder of a figure and those above it; none for a plot of a server and for a text without a file. */
function* foldersOf(figure: Uri): Generator<Uri, void> {
  if (figure.scheme === plotScheme || figure.scheme === "untitled") return;
  let folder = Uri.joinPath(figure, "..");
  for (let count = 0; count < MOST_FOLDERS; count++) {
    yield folder;
    const above = Uri.joinPath(folder, "..");
    if (above.path === folder.path) return;
    folder = above;
  }
}

/** The figure's path from the folder of the rule file: "figures/boats.plotly.json". */
export function pathBelow(ruleFile: Uri, figure: Uri): string {
  return figure.path.slice(ruleFile.path.length - ruleFileName.length);
}

function toDiagnostics(text: string, faults: readonly RuleFileFault[]): Diagnostic[] {
  const structure = readStructure(text, scanFigure(text));
  const places = new LinePlaces(text);
  return faults.map(({ path, message }) => {
    const node = nodeAt(structure, path);
    const span = path.length === 0 ? { start: 0, end: 1 } : (node?.key?.span ?? node?.span ?? { start: 0, end: 1 });
    const diagnostic = new Diagnostic(
      textRange(places, span),
      `${plainWords(message)} Until this is mended, the file has no effect.`,
      DiagnosticSeverity.Error,
    );
    diagnostic.source = "plots";
    return diagnostic;
  });
}
