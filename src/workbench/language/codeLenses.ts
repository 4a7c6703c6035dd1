import {
  CodeLens,
  type CodeLensProvider,
  type Command,
  Disposable,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
  type Uri,
} from "vscode";
import type { FigureProblem } from "../../figure/model/problem.ts";
import { commands as commandIds } from "../../manifest.ts";
import type { FigureDiagnostics } from "../diagnostics/figureDiagnostics.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import type { FigureDocuments } from "../figures/figureDocuments.ts";
import { formatCount } from "../../figure/model/counts.ts";
import { plainWords } from "../editing/plainWords.ts";
import { onDidChangeSetting, readSetting } from "../settings.ts";
import { figureSelector } from "../figures/figureReader.ts";
import type { Recognition } from "../figures/recognition.ts";

const top = new Range(0, 0, 0, 0);

/** Registers the links above a figure's text, and those above a JSON file that looks like a figure, to treat it as one. */
export function registerCodeLenses(
  documents: FigureDocuments,
  diagnostics: FigureDiagnostics,
  recognized: Recognition,
): Disposable {
  const provider = new FigureLenses(documents, diagnostics, recognized);
  return Disposable.from(provider, languages.registerCodeLensProvider(figureSelector, provider));
}

class FigureLenses implements CodeLensProvider, Disposable {
  readonly #documents: FigureDocuments;
  readonly #diagnostics: FigureDiagnostics;
  readonly #recognized: Recognition;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());

  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(documents: FigureDocuments, diagnostics: FigureDiagnostics, recognized: Recognition) {
    this.#documents = documents;
    this.#diagnostics = diagnostics;
    this.#recognized = recognized;
    this.#store.add(diagnostics.onDidChange(() => this.#changed.fire()));
    this.#store.add(onDidChangeSetting(["codeLens.enabled"], () => this.#changed.fire()));
  }

  dispose(): void {
    this.#store.dispose();
  }

  async provideCodeLenses(document: TextDocument): Promise<CodeLens[]> {
    if (!readSetting("codeLens.enabled", document)) return [];
    const { uri } = document;
    if (this.#documents.isFigure(document)) {
      const problems = this.#diagnostics.problemsOf(uri);
      return lenses([preview(uri), create(uri), ...counts(uri, problems)]);
    }
    return (await this.#recognized.looksLike(document)) ? lenses([preview(uri), treat(uri)]) : [];
  }
}

function lenses(commands: readonly Command[]): CodeLens[] {
  return commands.map((command) => new CodeLens(top, command));
}

const preview = (uri: Uri): Command => ({
  command: commandIds.openPreview,
  title: "Preview",
  tooltip: "Draw the figure beside its text",
  arguments: [uri],
});

const create = (uri: Uri): Command => ({
  command: commandIds.publishFigure,
  title: "Publish…",
  tooltip: "Send the figure to a server; you see what will be sent first",
  arguments: [uri],
});

const treat = (uri: Uri): Command => ({
  command: commandIds.treatAsFigure,
  title: "Treat as Plotly Figure",
  tooltip: "Check this file as a figure, and complete and explain what is in it",
  arguments: [uri],
});

/** Counts raw arrays, errors and warnings; each count leads to the first of them. */
function counts(uri: Uri, problems: readonly FigureProblem[]): Command[] {
  const raw = problems.filter(({ code, severity }) => code === "raw-array" && severity !== "hint");
  const rest = problems.filter(({ code }) => code !== "raw-array");
  const errors = rest.filter(({ severity }) => severity === "error");
  const warnings = rest.filter(({ severity }) => severity === "warning");
  return [counted(uri, raw, "raw array"), counted(uri, errors, "error"), counted(uri, warnings, "warning")].flat();
}

function counted(uri: Uri, problems: readonly FigureProblem[], noun: string): Command[] {
  const [first] = problems;
  if (first === undefined) return [];
  return [
    {
      command: commandIds.showProblem,
      title: formatCount(problems.length, noun),
      tooltip: `Go to the first: ${plainWords(first.message)}`,
      arguments: [uri, first.span],
    },
  ];
}
