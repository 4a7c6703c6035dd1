import { deepEqual, equal, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { extensions, type Uri, workspace } from "vscode";
import type { FigureProblem } from "../../../src/figure/model/problem.ts";
import { FigureChecks } from "../../../src/workbench/diagnostics/figureChecks.ts";
import { FigureDiagnostics } from "../../../src/workbench/diagnostics/figureDiagnostics.ts";
import type { ReferenceChecker } from "../../../src/workbench/diagnostics/referenceChecker.ts";
import { RuleFiles } from "../../../src/workbench/diagnostics/ruleFiles.ts";
import { FileFigures } from "../../../src/workbench/figureSources/fileFigures.ts";
import { FileSource } from "../../../src/workbench/figureSources/fileSource.ts";
import type { FigureSource } from "../../../src/workbench/figureSources/figureSource.ts";
import { TextSource, type TextSourceParts } from "../../../src/workbench/figureSources/textSource.ts";
import { FigureDocuments } from "../../../src/workbench/figures/figureDocuments.ts";
import { Outlines } from "../../../src/workbench/figures/outlines.ts";
import { next, until } from "../support/events.ts";
import { workspaceFile } from "../support/figures.ts";

/** What a person is told of a problem, and where. */
function told(source: FigureSource, problems: readonly FigureProblem[]): unknown {
  return problems.map(({ code, severity, message, span, related }) => ({
    code,
    severity,
    message,
    place: source.placeOf(span),
    range: source.rangeOf(span),
    related: related.map((each) => [each.message, source.rangeOf(each.span)]),
  }));
}

describe("The problems of a figure", () => {
  const references = { onDidChange: () => ({ dispose: () => undefined }), check: () => Promise.resolve([]) };
  let parts: TextSourceParts;
  let diagnostics: FigureDiagnostics;
  let files: FileFigures;
  const made: { dispose(): void }[] = [];
  before(() => {
    const documents = new FigureDocuments();
    const outlines = new Outlines();
    const rules = new RuleFiles();
    const checks = new FigureChecks(outlines, rules);
    diagnostics = new FigureDiagnostics(documents, outlines, checks, references as unknown as ReferenceChecker);
    files = new FileFigures(diagnostics);
    parts = { documents, outlines, diagnostics, grids: {}, servers: {} } as unknown as TextSourceParts;
    made.push(files, diagnostics, checks, rules, outlines, documents);
  });
  after(() => {
    for (const part of made) part.dispose();
  });

  const root = extensions.all.find(({ packageJSON }) => (packageJSON as { name?: string }).name === "plot-files");
  const cases = join(root?.extensionPath ?? "", "test/fixtures/cases");
  let uri: Uri | undefined;
  afterEach(async () => {
    if (uri !== undefined) await workspace.fs.delete(uri);
    uri = undefined;
  });

  const checked = (file: Uri) =>
    next(
      diagnostics.onDidChange,
      (each) => each.toString() === file.toString() && diagnostics.checkOf(each) !== undefined,
    );

  for (const name of readdirSync(cases)) {
    it(`are the same in its bytes and in its text: ${name}`, async () => {
      const file = (uri = workspaceFile(`bytes-${name}`));
      await workspace.fs.writeFile(file, readFileSync(join(cases, name)));
      const figure = files.open(file);
      const fromBytes = new FileSource(figure, parts);
      await fromBytes.outline();
      if (figure.needsText) {
        fromBytes.dispose();
        figure.dispose();
        return;
      }
      const looked = checked(file);
      fromBytes.seen();
      await looked;
      const problems = diagnostics.problemsOf(file);
      const inBytes = told(fromBytes, problems);
      fromBytes.dispose();
      figure.dispose();
      const document = await workspace.openTextDocument(file).then(
        (opened) => opened,
        () => undefined,
      );
      if (document === undefined) {
        // A packed file is no text, and has the one problem.
        deepEqual(
          problems.map(({ code }) => code),
          ["not-json"],
        );
        return;
      }
      await diagnostics.check(document);
      const fromText = new TextSource(document, parts);
      await until(() => diagnostics.problemsNow(document) !== undefined, diagnostics.onDidChange);
      deepEqual(inBytes, told(fromText, diagnostics.problemsOf(file)));
      fromText.dispose();
    });
  }

  it("are looked for in as many samples as there are", () => {
    ok(root);
    equal(readdirSync(cases).length > 30, true);
  });
});
