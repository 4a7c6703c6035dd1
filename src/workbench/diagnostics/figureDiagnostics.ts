import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Disposable,
  EventEmitter,
  languages,
  Location,
  Range,
  type TextDocument,
  Uri,
} from "vscode";
import { type Check, gravest, PROBLEM_LIMIT, withOthers } from "../../figure/checks/check.ts";
import type { FigureProblem, ProblemCode, Severity } from "../../figure/model/problem.ts";
import { withSeverity } from "../../figure/checks/ruleSettings.ts";
import { commands as commandIds, plotScheme } from "../../manifest.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { parsePlotUri } from "../addresses/plotUri.ts";
import type { FigureDocuments } from "../figures/figureDocuments.ts";
import { toRange } from "../editing/ranges.ts";
import { formatCount } from "../../figure/model/counts.ts";
import type { Outlines } from "../figures/outlines.ts";
import { plainWords } from "../editing/plainWords.ts";
import { onDidChangeSetting, readSetting } from "../settings.ts";
import type { FigureChecks } from "./figureChecks.ts";
import { explanationOf } from "./explanationOf.ts";
import type { ReferenceChecker } from "./referenceChecker.ts";

interface Found extends Check {
  /** The document's version that the problems are of. */
  readonly version: number;
}

/** Checks every open figure, and shows the problems in the text and in the Problems panel. */
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
    this.#store.add(documents.onDidClose((uri) => this.#clear(uri)));
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

  /** Shows what is wrong with a file that is no text document; with no problem, shows nothing any more. */
  tell(uri: Uri, problem: FigureProblem | undefined): void {
    if (this.#store.disposed) return;
    if (problem === undefined || !readSetting("diagnostics.enabled", uri)) {
      this.#collection.delete(uri);
      return;
    }
    const { code, message, severity } = problem;
    const diagnostic = new Diagnostic(new Range(0, 0, 0, 0), plainWords(message), severities[severity]);
    diagnostic.source = "plots";
    // There is no text that it could lead to.
    diagnostic.code = { value: code, target: explanationOf(code) };
    this.#collection.set(uri, [diagnostic]);
  }

  async check(document: TextDocument): Promise<void> {
    if (!readSetting("diagnostics.enabled", document.uri)) {
      this.#clear(document.uri);
      return;
    }
    const { version } = document;
    const key = document.uri.toString();
    const latest = Symbol(key);
    this.#latest.set(key, latest);
    const stale = () => this.#store.disposed || this.#latest.get(key) !== latest || document.version !== version;
    const bound = document.uri.scheme === plotScheme || this.#bound.has(key);
    const local = await this.#checks.check(document, { bound });
    if (local === undefined || stale()) return;
    this.#publish(document, local);
    const outline = await this.#outlines.ready(document);
    const rules = await this.#checks.rulesFor(document);
    if (stale() || rules["broken-reference"] === "off") return;
    const asked = await this.#references.check(outline, bound, parsePlotUri(document.uri));
    if (stale()) return;
    const remote = asked.flatMap((problem) => withSeverity(problem, rules) ?? []);
    // A check that knows the grids says all that one without them says, and more.
    if (remote.length === local.problems.filter(({ code }) => code === "broken-reference").length) return;
    this.#publish(document, withOthers(local, "broken-reference", remote, PROBLEM_LIMIT));
  }

  #checkAll(): void {
    for (const document of this.#documents.open()) void this.check(document);
  }

  #clear(uri: Uri): void {
    this.#bound.delete(uri.toString());
    this.#latest.delete(uri.toString());
    this.#found.delete(uri.toString());
    this.#collection.delete(uri);
    this.#changed.fire(uri);
  }

  #publish(document: TextDocument, check: Check): void {
    const found = { ...check, version: document.version };
    this.#found.set(document.uri.toString(), found);
    this.#collection.set(document.uri, toDiagnostics(document, found));
    this.#changed.fire(document.uri);
  }
}

function toDiagnostics(document: TextDocument, { problems, counts }: Found): Diagnostic[] {
  // VS Code's own JSON service marks these too; saying them twice would not help. Their fixes are offered all the same.
  const listed = problems.filter(({ code }) => !(isJson(document) && saidByJsonService.has(code)));
  // No panel lists hints; where there are too many, the text lacks the last ones.
  const total = counts.reduce((sum, { severity, count }) => (severity === "hint" ? sum : sum + count), 0);
  if (total <= PROBLEM_LIMIT) return listed.map((problem) => toDiagnostic(document, problem));
  // VS Code shows this many problems of a file. One of them is the line that says that there are more.
  const shown = gravest(listed, PROBLEM_LIMIT - 1);
  const rest = new Diagnostic(
    new Range(0, 0, 0, 0),
    `The gravest ${shown.length} of this figure's ${formatCount(total, "problem")} are listed here.`,
    DiagnosticSeverity.Information,
  );
  rest.source = "plots";
  return [...shown.map((problem) => toDiagnostic(document, problem)), rest];
}

function toDiagnostic(document: TextDocument, problem: FigureProblem): Diagnostic {
  // VS Code's JSON service marks what follows at every quote. That cannot be prevented, but the message can name the cause.
  const isOther = (problem.code === "python-dict" || problem.code === "not-json") && isJson(document);
  const sentence = isOther ? `${problem.message} The other marks here follow from that.` : problem.message;
  const range = toRange(document, problem.span);
  const diagnostic = new Diagnostic(range, plainWords(sentence), severities[problem.severity]);
  diagnostic.source = "plots";
  diagnostic.code = { value: problem.code, target: placeLink(document.uri, problem) };
  diagnostic.relatedInformation = problem.related.map(
    ({ span, message }) =>
      new DiagnosticRelatedInformation(new Location(document.uri, toRange(document, span)), plainWords(message)),
  );
  return diagnostic;
}

/** A link into the text. The Problems panel itself leads to the drawing, which cannot show a place in the text. */
function placeLink(uri: Uri, { span, code }: FigureProblem): Uri {
  const args = JSON.stringify([uri.toString(), span, code]);
  return Uri.from({ scheme: "command", path: commandIds.showProblem, query: encodeURIComponent(args) });
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Whether VS Code's own JSON service checks the document too. */
function isJson({ languageId }: TextDocument): boolean {
  return languageId === "json" || languageId === "jsonc";
}

const saidByJsonService = new Set<ProblemCode>(["syntax", "trailing-comma", "duplicate-key"]);
