import { type Disposable, EventEmitter, languages, type TextDocument, type Uri } from "vscode";
import { type Check, PROBLEM_LIMIT, withOthers } from "../../figure/checks/check.ts";
import type { FigureProblem } from "../../figure/model/problem.ts";
import { withSeverity } from "../../figure/checks/ruleSettings.ts";
import type { Span } from "../../figure/model/span.ts";
import { isBytes } from "../../figure/text/outline/foreign.ts";
import type { Outline } from "../../figure/text/outline/outline.ts";
import { plotScheme } from "../../manifest.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { parsePlotUri } from "../addresses/plotUri.ts";
import { type FigureDocuments, openDocument } from "../figures/figureDocuments.ts";
import { isForeign, isJson } from "../figures/mayBeFigure.ts";
import { toRange } from "../editing/ranges.ts";
import type { Outlines } from "../figures/outlines.ts";
import { onDidChangeSetting, readSetting } from "../settings.ts";
import type { FigureChecks } from "./figureChecks.ts";
import type { CheckedFile } from "./checkedFile.ts";
import type { ReferenceChecker } from "./referenceChecker.ts";
import { type ShownText, toDiagnostics } from "./toDiagnostics.ts";

interface Found extends Check {
  /** The document's version that the problems are of; undefined where a file was checked without one. */
  readonly version: number | undefined;
}

/** A version of a figure that is being checked. */
interface Looked {
  readonly text: ShownText;
  readonly local: Check;
  readonly outline: Outline;
}

/** A server that does not answer by then, in milliseconds, is not waited for. */
const PATIENCE = 30;

/**
 * Checks every open figure, and shows the problems in the text and in the Problems panel. A file that is looked at without
 * its text is checked too, as long as it has no document.
 */
export class FigureDiagnostics implements Disposable {
  readonly #store = new DisposableStore();
  readonly #collection = this.#store.add(languages.createDiagnosticCollection("plots"));
  readonly #changed = this.#store.add(new EventEmitter<Uri>());
  readonly #documents: FigureDocuments;
  readonly #outlines: Outlines;
  readonly #checks: FigureChecks;
  readonly #references: ReferenceChecker;
  readonly #found = new Map<string, Found>();
  /** The latest check of each document. An earlier one that still waits for the server is ignored when it ends. */
  readonly #latest = new Map<string, symbol>();
  /** The files that are looked at from their bytes. */
  readonly #files = new Map<string, CheckedFile>();
  /** The documents that Create Plot refused. */
  readonly #bound = new Set<string>();

  /** Fires when a document has other problems than before. */
  readonly onDidChange = this.#changed.event;

  constructor(documents: FigureDocuments, outlines: Outlines, checks: FigureChecks, references: ReferenceChecker) {
    this.#documents = documents;
    this.#outlines = outlines;
    this.#checks = checks;
    this.#references = references;
    this.#store.add(documents.onDidSettle((document) => void this.check(document)));
    this.#store.add(documents.onDidClose((uri) => this.#closed(uri)));
    this.#store.add(onDidChangeSetting(["diagnostics.enabled"], () => this.#checkAll()));
    this.#store.add(checks.onDidChange(() => this.#checkAll()));
    this.#store.add(references.onDidChange(() => this.#checkAll()));
    this.#checkAll();
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** The problems of the latest check, in the order of the text. */
  problemsOf(uri: Uri): readonly FigureProblem[] {
    return this.#found.get(uri.toString())?.problems ?? [];
  }

  /** The problems of the document as it is now; undefined while it is being checked. */
  problemsNow(document: TextDocument): readonly FigureProblem[] | undefined {
    const found = this.#found.get(document.uri.toString());
    return found?.version === document.version ? found.problems : undefined;
  }

  /** The latest check; undefined where there was none yet, or where checking is off. */
  checkOf(uri: Uri): Check | undefined {
    return this.#found.get(uri.toString());
  }

  /** Whether this document is checked at all. */
  isChecked(document: TextDocument): boolean {
    return this.#documents.isFigure(document) && readSetting("diagnostics.enabled", document.uri);
  }

  /** The person wants to send this document to the API: what the API would refuse is an error from now on. */
  bind(document: TextDocument): Promise<void> {
    this.#bound.add(document.uri.toString());
    return this.check(document);
  }

  /** Has the problems of a file shown that is looked at from its bytes. `checkFile` checks it. */
  follow(file: CheckedFile): Disposable {
    const key = file.uri.toString();
    this.#files.set(key, file);
    return {
      dispose: () => {
        if (this.#files.get(key) !== file) return;
        this.#files.delete(key);
        const document = openDocument(file.uri);
        const isFigure = document !== undefined && this.#documents.isFigure(document);
        if (!this.#store.disposed && !isFigure) this.#clear(file.uri);
      },
    };
  }

  /** Checks a file that is followed. A text document of it, where one is open, is what counts. */
  async checkFile(file: CheckedFile): Promise<void> {
    const { uri } = file;
    if (openDocument(uri) !== undefined || isForeign({ uri })) return;
    const isCurrent = (): boolean => openDocument(uri) === undefined && this.#files.get(uri.toString()) === file;
    await this.#look(uri, undefined, isCurrent, async (bound, isWanted) => {
      const read = await file.toCheck(isWanted);
      if (read === undefined || !isWanted()) return undefined;
      const local = await this.#checks.checkText(uri, read.figure, { bound }, isWanted);
      const { outline } = read.figure;
      const foreign = outline.syntax[0]?.foreign;
      const hasText = foreign === undefined || !isBytes(foreign);
      return local && { text: { uri, isInJsonService: false, hasText, ...read }, local, outline };
    });
  }

  async check(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    const isCurrent = (): boolean => document.version === version;
    await this.#look(uri, version, isCurrent, async (bound) => {
      const local = await this.#checks.check(document, { bound });
      if (local === undefined || !isCurrent()) return undefined;
      const rangeOf = (span: Span) => toRange(document, span);
      const text = { uri, isInJsonService: isJson(document), hasText: true, rangeOf };
      return { text, local, outline: await this.#outlines.ready(document) };
    });
  }

  /** Checks what `look` reads, tells what it found, and once more when the server has answered. */
  async #look(
    uri: Uri,
    version: number | undefined,
    isCurrent: () => boolean,
    look: (bound: boolean, isWanted: () => boolean) => Promise<Looked | undefined>,
  ): Promise<void> {
    if (!readSetting("diagnostics.enabled", uri)) {
      this.#clear(uri);
      return;
    }
    const key = uri.toString();
    const latest = Symbol(key);
    this.#latest.set(key, latest);
    const stale = () => this.#store.disposed || this.#latest.get(key) !== latest || !isCurrent();
    const bound = uri.scheme === plotScheme || this.#bound.has(key);
    const looked = await look(bound, () => !stale());
    if (looked === undefined || stale()) return;
    const { text, local, outline } = looked;
    const rules = await this.#checks.rulesFor({ uri });
    if (stale()) return;
    const isOff = rules["broken-reference"] === "off";
    const asking = isOff ? undefined : this.#references.check(outline, bound, parsePlotUri(uri));
    // Where the grids are known already, the list of problems changes once.
    const known = await Promise.race([asking, pause(PATIENCE)]);
    if (stale()) return;
    if (known === undefined) this.#publish(text, version, local);
    if (asking === undefined) return;
    const asked = known ?? (await asking);
    if (stale()) return;
    const remote = asked.flatMap((problem) => withSeverity(problem, rules) ?? []);
    // A check that knows the grids says all that one without them says, and more.
    const isSame = remote.length === local.problems.filter(({ code }) => code === "broken-reference").length;
    if (isSame && known === undefined) return;
    this.#publish(text, version, isSame ? local : withOthers(local, "broken-reference", remote, PROBLEM_LIMIT));
  }

  #checkAll(): void {
    for (const document of this.#documents.open()) void this.check(document);
    for (const file of this.#files.values()) void this.checkFile(file);
  }

  /**
   * A document is open no more, or no figure any more. Where its file is looked at all the same, its problems stay until
   * that is checked.
   */
  #closed(uri: Uri): void {
    const file = this.#files.get(uri.toString());
    if (file === undefined || openDocument(uri) !== undefined) {
      this.#clear(uri);
      return;
    }
    this.#bound.delete(uri.toString());
    this.#latest.delete(uri.toString());
    void this.checkFile(file);
  }

  #clear(uri: Uri): void {
    this.#bound.delete(uri.toString());
    this.#latest.delete(uri.toString());
    this.#found.delete(uri.toString());
    this.#collection.delete(uri);
    this.#changed.fire(uri);
  }

  #publish(text: ShownText, version: number | undefined, check: Check): void {
    const { uri } = text;
    this.#found.set(uri.toString(), { ...check, version });
    this.#collection.set(uri, toDiagnostics(text, check));
    this.#changed.fire(uri);
  }
}

const pause = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => void setTimeout(() => resolve(undefined), milliseconds));
