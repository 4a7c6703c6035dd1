import { deepEqual, equal, match, ok } from "node:assert/strict";
import { commands, Uri, window, workspace } from "vscode";
import { reportScheme } from "../../../src/manifest.ts";
import { readExportFile } from "../../../src/workbench/importExport/exportFiles.ts";
import { parsePlotUri, plotUri } from "../../../src/workbench/addresses/plotUri.ts";
import { workspaceFile } from "../support/figures.ts";
import { replace, restore } from "../support/replace.ts";
import { Seed } from "../support/seed.ts";
import { useServer } from "../support/settings.ts";
import { closeTabs } from "../support/tabs.ts";

describe("Import Chart Studio Export", () => {
  const folder = workspaceFile("exports");
  afterEach(async () => {
    restore();
    await useServer(undefined);
    await closeTabs();
    await workspace.fs.delete(folder, { recursive: true, useTrash: false });
  });

  const write = (name: string, content: unknown) =>
    workspace.fs.writeFile(
      Uri.joinPath(folder, name),
      new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content)),
    );
  const exported = (salt: string) => ({
    data: [
      { type: "scatter", name: salt, xsrc: "ann:7:aaaaaa", x: ["Mon", "Tue"], ysrc: "ann:7:bbbbbb", y: [1, 2] },
      { type: "bar", xsrc: "ann:7:aaaaaa", x: ["Mon", "Tue"], y: [5, 6], textsrc: "bob:0:cccccc" },
    ],
    layout: { title: { text: `<b>Tides</b> of ${salt}` } },
    frames: [],
  });

  /** Imports what is given, and the text of the report that is shown then. */
  async function imported(...given: readonly unknown[]): Promise<string> {
    const shown = Promise.withResolvers<Uri>();
    const execute = commands.executeCommand;
    replace(commands, "executeCommand", (command: string, ...rest: unknown[]) => {
      if (command !== "markdown.showPreview") return execute(command, ...rest);
      shown.resolve(rest[0] as Uri);
      return Promise.resolve();
    });
    await execute("plots.importExport", ...given);
    const uri = await shown.promise;
    equal(uri.scheme, reportScheme);
    return (await workspace.openTextDocument(uri)).getText();
  }
  /** The documents of the plots that a report names, in the table and in the list of those that were there already. */
  const plotsIn = (report: string) =>
    [...report.matchAll(/^(?:\| |- \S.*: )([^|\n]+?)(?: \| |, )(me:\d+)/gm)].map(([, name = "", fid = ""]) =>
      plotUri("embedded", fid, name),
    );
  const figureOf = async (uri: Uri) =>
    JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(uri))) as { data: Record<string, unknown>[] };

  it("takes the figure out of what is around it, and says of another file what it is", async () => {
    const figure = exported("neap");
    await write("dash.json", { props: { figure, id: "a" }, type: "Graph" });
    await write("twice.json", JSON.stringify(JSON.stringify(figure)));
    await write("page.json", "<html></html>");
    for (const name of ["dash.json", "twice.json"]) {
      const file = await readExportFile(Uri.joinPath(folder, name));
      ok(file.ok, name);
      deepEqual(file.figure, figure);
    }
    const page = await readExportFile(Uri.joinPath(folder, "page.json"));
    match(page.ok ? "" : page.sentence, /^This is a page of HTML/);
  });

  it("makes plots of the files in a folder, and reports what was and was not understood", async () => {
    await write("spring tide.json", exported("spring"));
    await write("below/figure 3.plotly", exported("neap"));
    await write("notes.json", { hello: "world" });
    await write("broken.json", "{'data': []}");
    await write("readme.md", "no figure");
    const report = await imported(folder);
    match(report, /^2 plots imported, 2 files were not imported: to This Computer, in the folder “Imported”, on /m);
    const uris = plotsIn(report);
    deepEqual(
      uris.map(({ path }) => path.slice(path.lastIndexOf("/") + 1)),
      ["Tides of neap.plotly.json", "spring tide.plotly.json"],
    );
    match(report, /broken\.json: It is not JSON: /);
    match(report, /notes\.json: It holds no figure: there is no list of traces/);
    match(report, /`data\[1\]\.textsrc` refers to `bob:0:cccccc`, whose data is not in the export\./);
    const [, spring] = uris;
    ok(spring);
    const { data } = await figureOf(spring);
    match(String(data[0]?.["xsrc"]), /^me:\d+:\w+$/);
    equal(data[0]?.["x"], undefined);
    equal(data[1]?.["textsrc"], undefined);
    match(String(data[1]?.["ysrc"]), /^me:\d+:\w+$/);
  });

  it("imports nothing twice, in whatever file it comes", async () => {
    await write("again.json", exported("again"));
    const first = await imported(folder);
    await write("copy of it.json", exported("again"));
    restore();
    const second = await imported(folder);
    match(second, /^0 plots imported, 2 were there already: /m);
    deepEqual(
      [...new Set(plotsIn(second).map((uri) => parsePlotUri(uri)?.fid))],
      [parsePlotUri(plotsIn(first)[0] ?? folder)?.fid],
    );
  });

  it("asks for a folder or files, and for the server where there are several", async () => {
    await write("chosen.json", exported("chosen"));
    const seed = await Seed.fresh();
    await useServer(seed.root);
    const asked: string[][] = [];
    const choices = [/folder/, /This Computer/];
    replace(window, "showQuickPick", (items: readonly { label: string }[]) => {
      asked.push(items.map(({ label }) => label));
      const wanted = choices.shift();
      return Promise.resolve(items.find(({ label }) => wanted?.test(label)));
    });
    replace(window, "showOpenDialog", (options: { canSelectFolders: boolean; canSelectFiles: boolean }) => {
      deepEqual([options.canSelectFolders, options.canSelectFiles], [true, false]);
      return Promise.resolve([folder]);
    });
    const report = await imported();
    match(report, /1 plot imported: to This Computer/);
    equal(asked.length, 2);
    deepEqual(asked[1], [seed.host, "This Computer"]);
  });

  it("ends the run where the server will not have any file, and says which were not come to", async () => {
    await write("one.json", exported("one"));
    await write("two.json", exported("two"));
    const seed = await Seed.fresh();
    await seed.fail("/grids", 401);
    await useServer(seed.root);
    replace(window, "showQuickPick", (items: readonly { label: string }[]) =>
      Promise.resolve(items.find(({ label }) => label === seed.host)),
    );
    const report = await imported(folder);
    match(report, /^0 plots imported, 2 files were not reached: /m);
    match(report, /\*\*The import ended early\.\*\* .*asks for a user name and an API key/);
  });

  it("says so where there is nothing to import, before it asks anything", async () => {
    await write("readme.md", "no figure");
    const said: string[] = [];
    await useServer((await Seed.fresh()).root);
    replace(window, "showQuickPick", () => Promise.reject(new Error("A server was asked for.")));
    replace(window, "showErrorMessage", (message: string) => {
      said.push(message);
      return Promise.resolve(undefined);
    });
    await commands.executeCommand("plots.importExport", folder);
    deepEqual(said, ["There are no .json or .plotly files in exports, so nothing was imported."]);
  });
});
