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
import { checkFigure } from "../../figure/check.ts";
import type { Span } from "../../figure/outline.ts";
import type { FigureProblem, ProblemCode, Severity } from "../../figure/problem.ts";
import { plotScheme } from "../../manifest.ts";
import { DisposableStore } from "../disposable.ts";
import { parsePlotUri } from "../plotDocuments/plotUri.ts";
import type { FigureDocuments } from "../figureDocuments.ts";
import { formatCount } from "../formatCount.ts";
import type { Outlines } from "../outlines.ts";
import { onDidChangeSetting, readSetting } from "../settings.ts";
import type { ReferenceChecker } from "./referenceChecker.ts";

/** Where each code is explained. */
const explanations = "https://github.com/plot-files/plot-files#";

/** VS Code itself shows no more of a file; above this many the gravest are listed and the rest is counted. */
const maximumProblems = 1000;

/** Checks every open figure and shows what is found in the text and in the Problems panel. */
export class FigureDiagnostics implements Disposable {
  readonly #store = new DisposableStore();
  readonly #collection = this.#store.add(languages.createDiagnosticCollection("plots"));
  readonly #changed = this.#store.add(new EventEmitter<Uri>());
  readonly #documents: FigureDocuments;
  readonly #outlines: Outlines;
  readonly #references: ReferenceChecker;
  readonly #problems = new Map<string, readonly FigureProblem[]>();
  /** The latest check of each document; one before it that is still waiting for the server has no say any more. */
  readonly #checks = new Map<string, symbol>();
  /** Documents that Create Plot refused as they are. */
  readonly #bound = new Set<string>();

  /** The problems of this document are other ones now. */
  readonly onDidChange = this.#changed.event;

  constructor(documents: FigureDocuments, outlines: Outlines, references: ReferenceChecker) {
    this.#documents = documents;
    this.#outlines = outlines;
    this.#references = references;
    this.#store.add(documents.onDidSettle((document) => void this.check(document)));
    this.#store.add(documents.onDidClose((uri) => this.#clear(uri)));
    this.#store.add(onDidChangeSetting(["diagnostics.enabled"], () => this.#checkAll()));
    this.#store.add(references.onDidChange(() => this.#checkAll()));
    this.#checkAll();
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** In the order of the text. */
  problemsOf(uri: Uri): readonly FigureProblem[] {
    return this.#problems.get(uri.toString()) ?? [];
  }

  /** The API is to take this document: what it would refuse is an error from now on. */
  bind(document: TextDocument): Promise<void> {
    this.#bound.add(document.uri.toString());
    return this.check(document);
  }

  async check(document: TextDocument): Promise<void> {
    if (!readSetting("diagnostics.enabled", document.uri)) {
      this.#clear(document.uri);
      return;
    }
    const { version } = document;
    const key = document.uri.toString();
    const check = Symbol(key);
    this.#checks.set(key, check);
    const outline = await this.#outlines.ready(document);
    const stale = () => this.#store.disposed || this.#checks.get(key) !== check || document.version !== version;
    if (stale()) return;
    const bound = document.uri.scheme === plotScheme || this.#bound.has(key);
    const local = checkFigure(outline, { bound });
    this.#publish(document, local);
    const remote = await this.#references.check(outline, bound, parsePlotUri(document.uri)?.fid);
    if (stale()) return;
    if (remote.length > 0) this.#publish(document, [...local, ...remote]);
  }

  #checkAll(): void {
    for (const document of this.#documents.open()) void this.check(document);
  }

  #clear(uri: Uri): void {
    this.#bound.delete(uri.toString());
    this.#checks.delete(uri.toString());
    this.#problems.delete(uri.toString());
    this.#collection.delete(uri);
    this.#changed.fire(uri);
  }

  #publish(document: TextDocument, found: readonly FigureProblem[]): void {
    const problems = found.toSorted((a, b) => a.span.start - b.span.start);
    this.#problems.set(document.uri.toString(), problems);
    this.#collection.set(document.uri, toDiagnostics(document, problems));
    this.#changed.fire(document.uri);
  }
}

function toDiagnostics(document: TextDocument, problems: readonly FigureProblem[]): Diagnostic[] {
  // VS Code's own JSON service marks plain syntax errors; saying them twice would not help.
  const json = document.languageId === "json" || document.languageId === "jsonc";
  const listed = problems.filter(({ code }) => !(json && code === "syntax"));
  if (listed.length <= maximumProblems) return listed.map((problem) => toDiagnostic(document, problem));
  const gravest = listed.toSorted((a, b) => severities[a.severity] - severities[b.severity]);
  const rest = new Diagnostic(
    new Range(0, 0, 0, 0),
    `The gravest ${maximumProblems - 1} of this figure's ${formatCount(listed.length, "problem")} are listed.`,
    DiagnosticSeverity.Information,
  );
  rest.source = "plots";
  return [...gravest.slice(0, maximumProblems - 1).map((problem) => toDiagnostic(document, problem)), rest];
}

function toDiagnostic(document: TextDocument, problem: FigureProblem): Diagnostic {
  const diagnostic = new Diagnostic(toRange(document, problem.span), problem.message, severities[problem.severity]);
  diagnostic.source = "plots";
  diagnostic.code = { value: problem.code, target: Uri.parse(explanations + anchors[problem.code]) };
  diagnostic.relatedInformation = problem.related.map(
    ({ span, message }) =>
      new DiagnosticRelatedInformation(new Location(document.uri, toRange(document, span)), message),
  );
  return diagnostic;
}

export function toRange(document: TextDocument, span: Span): Range {
  return new Range(document.positionAt(span.start), document.positionAt(span.end));
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Headings of the README. */
const anchors: Record<ProblemCode, string> = {
  syntax: "syntax",
  empty: "empty",
  "python-dict": "python-dict",
  "non-finite-number": "non-finite-number",
  "not-a-figure": "not-a-figure",
  "unknown-trace-type": "unknown-trace-type",
  "raw-array": "raw-array",
  "broken-reference": "broken-reference",
};
