import { deepEqual, equal, match, ok } from "node:assert/strict";
import { Range, type TextDocument, window, workspace, WorkspaceEdit } from "vscode";
import { fail } from "../../../src/plotsApi/errors/result.ts";
import type { PlotService } from "../../../src/plotService/service.ts";
import type { FigureDiagnostics } from "../../../src/workbench/diagnostics/figureDiagnostics.ts";
import { inlineReferences } from "../../../src/workbench/fixes/inlineReferences.ts";
import { moveArrays, type MoveParts } from "../../../src/workbench/fixes/moveArrays.ts";
import { Outlines } from "../../../src/workbench/figures/outlines.ts";
import { GridCache } from "../../../src/workbench/grids/gridCache.ts";
import type { Connection } from "../../../src/workbench/servers/connection.ts";
import { deleteFigures, openFigure } from "../support/figures.ts";
import { replace, restore } from "../support/replace.ts";
import { connectionToService, memoryService } from "../support/services.ts";
import { ChosenServer, keptLog } from "../support/standIns.ts";

const text = `{
  "data": [
    { "type": "bar", "x": ["a", "b"], "y": [1, 2] },
    { "type": "heatmap", "z": [[1, 2], [3, null]] }
  ]
}`;

describe("Moving arrays to a grid and back", () => {
  let service: PlotService;
  let connection: Connection;
  let chosen: ChosenServer;
  let parts: MoveParts;
  let told: string[];
  let asked: string[];

  beforeEach(() => {
    service = memoryService([]);
    connection = connectionToService(service);
    told = [];
    asked = [];
    chosen = new ChosenServer(connection);
    const { servers } = chosen;
    parts = {
      servers,
      grids: new GridCache(servers),
      outlines: new Outlines(),
      diagnostics: { check: () => Promise.resolve() } as unknown as FigureDiagnostics,
      log: keptLog().log,
    };
    for (const name of ["showInformationMessage", "showWarningMessage", "showErrorMessage"] as const)
      replace(window, name, (message: string) => {
        told.push(message);
        return Promise.resolve(undefined);
      });
    replace(window, "showInputBox", ({ prompt }: { prompt: string }) => {
      asked.push(prompt);
      return Promise.resolve("another name");
    });
  });
  afterEach(async () => {
    restore();
    service.close();
    await deleteFigures();
  });

  const move = (document: TextDocument, part: readonly (string | number)[] = []) =>
    moveArrays(parts, document.uri, part);

  it("puts references in the arrays' places, and the values back when they are inlined", async () => {
    const document = await openFigure(text);
    await move(document);
    const moved = document.getText();
    match(moved, /^ {4}\{ "type": "bar", "xsrc": "me:\d+:[0-9a-f]{6}", "ysrc": "me:\d+:[0-9a-f]{6}" \},$/m);
    match(told[0] ?? "", /^3 arrays of test-\d+\.plotly\.json moved to the grid me:\d+ on /);
    const fid = /"(me:\d+):/.exec(moved)?.[1] ?? "";
    const grid = await connection.client.grids.content(fid);
    ok(grid.ok);
    deepEqual(Object.keys(grid.value.cols).toSorted(), ["data.0.x", "data.0.y", "data.1.z"]);

    await inlineReferences(parts, document.uri, undefined);
    deepEqual(JSON.parse(document.getText()), JSON.parse(text));
    match(told[1] ?? "", /^3 references .* replaced by values\.$/);
  });

  it("moves one array alone, and inlines one reference alone", async () => {
    const document = await openFigure(text);
    await move(document, ["data", 0, "x"]);
    match(document.getText(), /"xsrc": "me:\d+:[0-9a-f]{6}", "y": \[1, 2\]/);
    await inlineReferences(parts, document.uri, ["data", 0, "xsrc"]);
    equal(document.getText(), text);
  });

  it("asks for another name where the grid's is taken", async () => {
    const document = await openFigure(text);
    await move(document, ["data", 0, "x"]);
    await move(document, ["data", 0, "y"]);
    equal(asked.length, 1);
    match(asked[0] ?? "", /There is a file “test-\d+_grid” on .* already/);
    match(document.getText(), /"xsrc": "me:\d+:[0-9a-f]{6}", "ysrc": "me:\d+:[0-9a-f]{6}"/);
  });

  /** The same server, which creates grids in another way. */
  function useCreate(create: Connection["client"]["grids"]["create"]): void {
    const { client } = connection;
    const grids = Object.assign(Object.create(client.grids) as typeof client.grids, { create });
    chosen.use({ ...connection, client: Object.assign(Object.create(client) as typeof client, { grids }) });
  }

  it("changes nothing where the server refuses", async () => {
    useCreate(() => Promise.resolve(fail({ code: "server", sentence: "It broke.", detail: "500" })));
    const document = await openFigure(text);
    await move(document);
    equal(document.getText(), text);
    deepEqual(told, ["Nothing was changed. It broke."]);
  });

  it("leaves a figure alone that was changed while the server was asked, and says where its values are", async () => {
    const document = await openFigure(text);
    const { client } = connection;
    useCreate(async (...args) => {
      const edit = new WorkspaceEdit();
      const at = document.getText().indexOf("[1, 2] }");
      edit.insert(document.uri, document.positionAt(at + 1), "9, ");
      await workspace.applyEdit(edit);
      return client.grids.create(...args);
    });
    await move(document);
    equal(document.getText(), text.replace("[1, 2] }", "[9, 1, 2] }"));
    match(told[0] ?? "", /^The figure was changed meanwhile.* the grid me:\d+ on /);
  });

  it("inlines what can be had and tells of the rest", async () => {
    const document = await openFigure(text);
    await move(document);
    const edit = new WorkspaceEdit();
    const from = document.getText().indexOf('"ysrc": "') + '"ysrc": "'.length;
    const to = document.getText().indexOf('"', from);
    edit.replace(document.uri, new Range(document.positionAt(from), document.positionAt(to)), "me:99:abc");
    await workspace.applyEdit(edit);
    await inlineReferences(parts, document.uri, undefined);
    match(document.getText(), /"x": \["a", "b"\], "ysrc": "me:99:abc"/);
    match(told.at(-1) ?? "", /2 references .* replaced by values\. 1 reference stayed\. .*me:99/);
  });

  it("says what to do where there is nothing to move or to inline", async () => {
    const document = await openFigure('{"data": []}');
    await move(document);
    await inlineReferences(parts, document.uri, undefined);
    deepEqual(told, [
      "There is no array here that could go to a grid.",
      "This figure refers to no grid: its values are in the file already.",
    ]);
  });
});
