import { deepEqual, equal, match, ok } from "node:assert/strict";
import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  EventEmitter,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from "vscode";
import type { FigureProblem } from "../../../src/figure/model/problem.ts";
import { FigureChecks } from "../../../src/workbench/diagnostics/figureChecks.ts";
import { FigureDiagnostics } from "../../../src/workbench/diagnostics/figureDiagnostics.ts";
import type { ReferenceChecker } from "../../../src/workbench/diagnostics/referenceChecker.ts";
import { RuleFiles } from "../../../src/workbench/diagnostics/ruleFiles.ts";
import { FigureDocuments } from "../../../src/workbench/figures/figureDocuments.ts";
import { Outlines } from "../../../src/workbench/figures/outlines.ts";
import { codeOf, deleteFigures, openFigure, problems, problemsOf, writeFigure } from "../support/figures.ts";
import { next, until } from "../support/events.ts";
import { setSetting } from "../support/settings.ts";
import { closeTabs, textTab } from "../support/tabs.ts";

const oneArray = `{"data": [{"y": [1, 2]}]}`;

describe("Problems of figures", () => {
  afterEach(async () => {
    await setSetting("diagnostics.enabled", undefined);
    await closeTabs();
    await deleteFigures();
  });

  it("follow the text as it is edited", async () => {
    const document = await openFigure(oneArray);
    await problems(document.uri, ({ length }) => length === 1);
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(oneArray.indexOf('"y"')), '"x": [7, 8], ');
    await workspace.applyEdit(edit);
    const found = await problems(document.uri, ({ length }) => length === 2);
    deepEqual(
      found.map(({ range }) => document.getText(range)),
      ['"x"', '"y"'],
    );
    await document.save();
  });

  it("go when the file is closed", async () => {
    const uri = await writeFigure(oneArray);
    await commands.executeCommand("vscode.openWith", uri, "default");
    await textTab(uri);
    await problems(uri, ({ length }) => length === 1);
    await closeTabs();
    await problems(uri, ({ length }) => length === 0);
  });

  it("are found in the texts that are broken: what, where and, for Python's dict, what to do", async () => {
    const texts = [
      [`{'data': [{'type': 'bar'}]}`, "python-dict"],
      [`{"data": [{"y": "a", "z": NaN}]}`, "non-finite-number"],
      [`[{"type": "bar"}]`, "not-a-figure"],
      [`{"data": {"type": "bar"}}`, "not-a-figure"],
      [`{"data": [{"type": "lightning"}]}`, "unknown-trace-type"],
      [``, "empty"],
    ] as const;
    for (const [text, code] of texts) {
      const document = await openFigure(text);
      const found = await problems(document.uri);
      ok(
        found.some((problem) => codeOf(problem) === code),
        `${code} in ${text}`,
      );
      for (const { message } of found) match(message, /[.?]$/);
      if (code === "python-dict")
        match(found[0]?.message ?? "", /Python dict.*The other marks here follow from that\.$/);
    }
  });

  /** Waits until both have spoken of a text: VS Code's own JSON service, and the extension of its array. */
  async function saidByBoth(document: TextDocument): Promise<Diagnostic[]> {
    const said = () => languages.getDiagnostics(document.uri);
    const both = () => [true, false].every((ours) => said().some(({ source }) => (source === "plots") === ours));
    await until(both, languages.onDidChangeDiagnostics);
    return said();
  }

  it("leave keys written twice and commas too many to VS Code's own JSON service, so that they are marked once", async () => {
    for (const text of [
      `{"data": [{"y": [1, 2]}], "data": [{"y": [1, 2]}]}`,
      `{"data": [{"y": [1, 2]}],}`,
      `{"data": [{"y": [1, 2], "mode": "liness", "visible": "true"}],}`,
    ]) {
      const document = await openFigure(text);
      await window.showTextDocument(document);
      const said = await saidByBoth(document);
      const places = said.map(({ range }) => `${range.start.line}:${range.start.character}`);
      equal(new Set(places).size, places.length, `${text}: ${said.map(({ message }) => message).join(" ")}`);
    }
  });

  it("leave plain syntax errors to VS Code's own JSON service, and are there without them when it is mended", async () => {
    const text = `{"data": [{"y": [1, 2]}, {"y": [3 4]}]}`;
    const document = await openFigure(text);
    await window.showTextDocument(document);
    const broken = await saidByBoth(document);
    ok(!broken.some((problem) => codeOf(problem) === "syntax"), broken.map(({ message }) => message).join(" "));
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(text.indexOf(" 4")), ",");
    await workspace.applyEdit(edit);
    await until(
      () => languages.getDiagnostics(document.uri).every(({ source }) => source === "plots"),
      languages.onDidChangeDiagnostics,
    );
    deepEqual((await problems(document.uri, ({ length }) => length === 2)).map(codeOf), ["raw-array", "raw-array"]);
    await document.save();
  });

  it("are not looked for where another tool shows a figure", async () => {
    const provider = { provideTextDocumentContent: () => oneArray };
    const registered = workspace.registerTextDocumentContentProvider("review", provider);
    try {
      const foreign = await workspace.openTextDocument(Uri.parse("review:/old.plotly.json"));
      const own = await openFigure(oneArray);
      await problems(own.uri);
      deepEqual(problemsOf(foreign.uri), []);
    } finally {
      registered.dispose();
    }
    const documents = new FigureDocuments();
    const isFigure = (uri: string) => documents.isFigure({ uri: Uri.parse(uri) } as TextDocument);
    equal(isFigure("git:/work/old.plotly.json?ref=HEAD"), false);
    equal(isFigure("file:/work/new.plotly.json"), true);
    documents.dispose();
  });

  it("are not looked for in other JSON files", async () => {
    // The same text, opened first: whoever checks it has said so by the time the figure is checked.
    const other = await openFigure(oneArray, ".json");
    const own = await openFigure(oneArray);
    await problems(own.uri);
    deepEqual(problemsOf(other.uri), []);
  });

  it("are switched off and on by the setting", async () => {
    const document = await openFigure(oneArray);
    await problems(document.uri);
    await setSetting("diagnostics.enabled", false);
    await problems(document.uri, ({ length }) => length === 0);
    await setSetting("diagnostics.enabled", undefined);
    await problems(document.uri);
  });

  it("are a thousand at most, the gravest first, and the rest is counted", async () => {
    const misspelt = Array.from({ length: 1200 }, () => `{"yy": 1}`).join(",\n");
    const document = await openFigure(`{"data": [${misspelt}, {"ysrc": "nonsense"}]}`);
    const found = await problems(document.uri, (all) =>
      all.some(({ severity }) => severity === DiagnosticSeverity.Error),
    );
    const all = languages.getDiagnostics(document.uri);
    // VS Code itself shows a thousand a file, and would hide what says that there are more.
    equal(all.length, 1000);
    equal(found.filter(({ severity }) => severity === DiagnosticSeverity.Error).length, 1);
    match(all.at(-1)?.message ?? "", /999 of .+ 1,201 problems/);
  });

  describe("that a slow server tells", () => {
    let documents: FigureDocuments;
    let diagnostics: FigureDiagnostics;
    let outlines: Outlines;
    let files: RuleFiles;
    let checks: FigureChecks;
    let answer: (problems: FigureProblem[]) => void;
    const slow: FigureProblem = {
      code: "broken-reference",
      severity: "error",
      span: { start: 0, end: 1 },
      message: "Slow.",
      related: [],
    };
    beforeEach(() => {
      const answered = Promise.withResolvers<FigureProblem[]>();
      answer = answered.resolve;
      documents = new FigureDocuments();
      const checker = { onDidChange: new EventEmitter<void>().event, check: () => answered.promise };
      outlines = new Outlines();
      files = new RuleFiles();
      checks = new FigureChecks(outlines, files);
      diagnostics = new FigureDiagnostics(documents, outlines, checks, checker as unknown as ReferenceChecker);
    });
    afterEach(() => {
      for (const part of [diagnostics, documents, checks, files, outlines]) part.dispose();
    });
    const codes = (uri: Uri) => diagnostics.problemsOf(uri).map(({ code }) => code);

    it("are added to those known before", async () => {
      const document = await openFigure(oneArray);
      const checked = diagnostics.check(document);
      await until(() => codes(document.uri).length > 0, diagnostics.onDidChange);
      deepEqual(codes(document.uri), ["raw-array"]);
      answer([slow]);
      await checked;
      deepEqual(codes(document.uri), ["broken-reference", "raw-array"]);
    });

    it("are dropped when the text is another one by then", async () => {
      const document = await openFigure(oneArray);
      const checked = diagnostics.check(document);
      const edit = new WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(0), " ");
      const changed = next(workspace.onDidChangeTextDocument);
      await workspace.applyEdit(edit);
      await changed;
      answer([slow]);
      await checked;
      ok(!codes(document.uri).includes("broken-reference"));
      await document.save();
    });

    it("are dropped when checking was switched off by then", async () => {
      const document = await openFigure(oneArray);
      const checked = diagnostics.check(document);
      await setSetting("diagnostics.enabled", false);
      answer([slow]);
      await checked;
      deepEqual(codes(document.uri), []);
    });

    it("are dropped when the document is nobody's figure any more", async () => {
      const document = await openFigure(oneArray, ".json");
      const adoption = documents.adopt(document.uri);
      const checked = diagnostics.check(document);
      adoption.dispose();
      answer([slow]);
      await checked;
      deepEqual(codes(document.uri), []);
    });
  });

  it("are found in any JSON while it is looked at as a figure, and no longer", async () => {
    const uri = await writeFigure(oneArray, ".json");
    // As text too, so that the document outlives the drawing.
    await window.showTextDocument(await workspace.openTextDocument(uri));
    await commands.executeCommand("vscode.openWith", uri, "plots.figureJson");
    await problems(uri, ({ length }) => length === 1);
    await closeTabs();
    await problems(uri, ({ length }) => length === 0);
  });
});
