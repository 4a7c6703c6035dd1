import { deepEqual, equal, match, ok } from "node:assert/strict";
import { type CodeAction, commands, DiagnosticSeverity, workspace } from "vscode";
import type { PlotService } from "../../../src/plotService/service.ts";
import { parseSrc } from "../../../src/figure/references/srcReference.ts";
import { plotUri } from "../../../src/workbench/addresses/plotUri.ts";
import { codeOf, deleteFigures, openFigure, problems, problemsOf } from "../support/figures.ts";
import { connectionToService, libraryPlot, listening, memoryService } from "../support/services.ts";
import { useServer } from "../support/settings.ts";

describe("References to the embedded service", () => {
  // Its library is the extension's own, so that its ids are, but for the uids of columns.
  let twin: PlotService;
  /** A public plot, and a reference of its that can be followed. */
  let plot: { fid: string; filename: string };
  let reference: string;
  before(async () => {
    twin = memoryService();
    const listed = await connectionToService(twin).client.plots.list();
    ok(listed.ok);
    for (const each of listed.value.results) {
      const bytes = await workspace.fs.readFile(plotUri("embedded", each.fid, each.filename));
      const found = /"[xyz]src": "([^"]+:[0-9a-f]{6})"/.exec(new TextDecoder().decode(bytes))?.[1];
      if (found === undefined) continue;
      [plot, reference] = [each, found];
      break;
    }
    ok(parseSrc(reference));
  });
  after(() => twin.close());
  afterEach(deleteFigures);

  async function broken(source: string, attribute = "xsrc", code = "broken-reference") {
    const document = await openFigure(`{"data": [{"type": "scatter", "${attribute}": ${source}}]}`);
    const found = await problems(document.uri);
    deepEqual(
      found.slice(1).map(({ message }) => message),
      [],
    );
    const [problem] = found;
    ok(problem);
    equal(codeOf(problem), code);
    return { marked: document.getText(problem.range), problem };
  }

  it("that is none is marked, with what a reference looks like", async () => {
    for (const source of [`"nonsense"`, `"me:1"`, `"me:x:abc"`, "17"]) {
      const { marked, problem } = await broken(source);
      equal(marked, source);
      equal(problem.severity, DiagnosticSeverity.Error);
      match(problem.message, /owner:number:column/);
    }
  });

  it("to a grid that is not there is marked at its id", async () => {
    const { marked, problem } = await broken(`"me:99999:abc123"`);
    equal(marked, "me:99999");
    equal(problem.severity, DiagnosticSeverity.Error);
    match(problem.message, /“me:99999”.*deleted.*private.*misspelt\.$/);
  });

  it("to a file that is no grid is marked at its id", async () => {
    const { marked, problem } = await broken(`"${plot.fid}:abc123"`);
    equal(marked, plot.fid);
    match(problem.message, /is no grid but a file of type plot/);
  });

  it("to a column that the grid lacks is marked at the column, and names those it has", async () => {
    const { fid } = parseSrc(reference)!;
    const { marked, problem } = await broken(`"${fid}:zzzzzz"`);
    equal(marked, "zzzzzz");
    ok(problem.message.includes(parseSrc(reference)!.uids[0]!), problem.message);
  });

  it("to several columns is marked where one of them is missing", async () => {
    const { marked } = await broken(`"${reference},zzzzzz"`);
    equal(marked, "zzzzzz");
  });

  it("on an attribute that takes no data is marked at the attribute", async () => {
    const none = await broken(`"${reference}"`, "visiblesrc", "misplaced-reference");
    equal(none.marked, `"visiblesrc"`);
    equal(none.problem.severity, DiagnosticSeverity.Warning);
    match(none.problem.message, /Remove this key\.$/);
    // Of a type that the trace had before: harmless.
    const otherType = await broken(`"${reference}"`, "labelssrc", "misplaced-reference");
    equal(otherType.marked, `"labelssrc"`);
    equal(otherType.problem.severity, DiagnosticSeverity.Hint);
  });

  it("beside the values that are drawn is a hint, wherever it leads, and its fix keeps the values", async () => {
    const document = await openFigure(`{"data": [{"x": [1, 2], "xsrc": "me:99999:abc123"}]}`);
    // The server has been asked by the time that it says so of the other.
    const other = await broken(`"me:99999:abc123"`);
    equal(other.marked, "me:99999");
    const found = await problems(document.uri);
    deepEqual(found.map(codeOf), ["raw-array", "reference-and-values"]);
    const leftOver = found[1];
    ok(leftOver);
    equal(leftOver.severity, DiagnosticSeverity.Hint);
    match(leftOver.message, /^The values here are drawn:/);
    equal(document.getText(leftOver.relatedInformation?.[0]?.location.range), `"x"`);
    const actions = await commands.executeCommand<CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      leftOver.range,
      undefined,
      20,
    );
    const remove = actions.find(({ title }) => title === "Remove “xsrc”, keep the values");
    ok(remove?.edit, actions.map(({ title }) => title).join());
    ok(actions.some(({ command }) => command?.command === "plots.importExport"));
    await workspace.applyEdit(remove.edit);
    equal(document.getText(), `{"data": [{"x": [1, 2]}]}`);
    await document.save();
  });

  it("that can be followed is not marked", async () => {
    const fine = await openFigure(`{"data": [{"xsrc": "${reference}"}]}`);
    const { marked } = await broken(`"me:99999:abc123"`);
    equal(marked, "me:99999");
    deepEqual(problemsOf(fine.uri), []);
  });

  it("of a plot whose data its reader may not read is marked as that", async () => {
    const listed = await connectionToService(twin).client.plots.list();
    ok(listed.ok);
    const documents = [];
    for (let page = listed.value; ;) {
      for (const each of page.results) {
        const { client } = connectionToService(twin);
        const content = await client.plots.content(each.fid, { mapUnreadable: true, validate: true });
        ok(content.ok);
        if (Object.keys((content.value.figure?.["map_data"] as object | undefined) ?? {}).length > 0) {
          documents.push(await workspace.openTextDocument(plotUri("embedded", each.fid, each.filename)));
        }
      }
      if (page.next === undefined) break;
      const following = await connectionToService(twin).client.plots.list({ page: page.next });
      ok(following.ok);
      page = following.value;
    }
    equal(documents.length, 1);
    const [document] = documents;
    ok(document);
    const [problem] = await problems(document.uri);
    match(problem?.message ?? "", /^You may not read the grid “.+”: .+ Ask its owner to share it\.$/);
    equal(problem?.severity, DiagnosticSeverity.Error);
  });
});

describe("A plot that holds raw arrays, on a server that let them in", () => {
  it("has them marked as errors, since its API refuses them", async () => {
    const figure = { data: [{ type: "bar", y: [1, 2] }], layout: {} };
    const server = await listening(memoryService([libraryPlot({ filename: "old", figure })]));
    try {
      await useServer(server.root);
      const document = await workspace.openTextDocument(plotUri(new URL(server.root).host, "ada:0", "old"));
      const [problem] = await problems(document.uri);
      ok(problem);
      equal(problem.severity, DiagnosticSeverity.Error);
      equal(codeOf(problem), "raw-array");
      equal(document.getText(problem.range), '"y": [');
    } finally {
      await useServer(undefined);
      await server.close();
    }
  });
});
