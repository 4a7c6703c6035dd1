import { deepEqual, equal, match, ok } from "node:assert/strict";
import {
  commands,
  DataTransfer,
  env,
  type TreeDataProvider,
  type TreeDragAndDropController,
  type TreeItem,
  Uri,
  window,
  EventEmitter,
} from "vscode";
import type { PlotService } from "../../../src/plotService/service.ts";
import { FileItem } from "../../../src/workbench/treeItems/fileItem.ts";
import { type MyPlotsView, registerMyPlots } from "../../../src/workbench/myPlots/myPlotsView.ts";
import type { Connection } from "../../../src/workbench/servers/connection.ts";
import { replace, restore } from "../support/replace.ts";
import { connectionToService, memoryService } from "../support/services.ts";
import { ChosenServer, connectionTo, keptLog } from "../support/standIns.ts";

interface View {
  readonly data: TreeDataProvider<TreeItem>;
  readonly drag: TreeDragAndDropController<TreeItem>;
  description?: string;
}

// In the Node host alone there is a service to have in memory.
describe("My Plots", () => {
  let service: PlotService;
  let connection: Connection;
  let chosen: ChosenServer;
  let registered: MyPlotsView;
  let view: View;
  let state = "";
  let origin: string | undefined;
  const handlers = new Map<string, (...given: unknown[]) => unknown>();

  beforeEach(() => {
    service = memoryService([]);
    connection = connectionToService(service);
    chosen = new ChosenServer(connection);
    origin = undefined;
    // The extension under test has the real ones.
    replace(window, "createTreeView", (_id: string, options: { treeDataProvider: View["data"] }) => {
      const { treeDataProvider: data, dragAndDropController: drag } = options as unknown as {
        treeDataProvider: View["data"];
        dragAndDropController: View["drag"];
      };
      view = { data, drag };
      const onDidChangeVisibility = new EventEmitter<never>().event;
      return Object.assign(view, { visible: true, onDidChangeVisibility, dispose: () => undefined });
    });
    replace(commands, "registerCommand", (id: string, run: () => unknown) => {
      handlers.set(id, run);
      return { dispose: () => handlers.delete(id) };
    });
    replace(commands, "executeCommand", (_command: string, _key: string, value: string) => {
      state = value;
      return Promise.resolve();
    });
    registered = registerMyPlots(
      { servers: chosen.servers, log: keptLog().log, embeddedOrigin: () => origin },
      () => undefined,
    );
  });
  afterEach(() => {
    registered.dispose();
    service.close();
    restore();
  });

  const run = async (id: string, ...given: unknown[]) => await handlers.get(`plots.${id}`)?.(...given);
  const children = async (of?: TreeItem) => (await view.data.getChildren(of)) ?? [];
  const labels = async (of?: TreeItem) => (await children(of)).map(({ label }) => label);
  /** The item at the end of this way of labels. */
  async function item(...way: readonly string[]): Promise<TreeItem> {
    let found: TreeItem | undefined;
    for (const label of way) {
      const among = await children(found);
      found = among.find((each) => each.label === label);
      ok(found, `${label} is not among ${among.map(({ label: each }) => JSON.stringify(each)).join(", ")}`);
    }
    ok(found);
    return found;
  }
  const newPlot = async (filename: string, parent_path?: string) => {
    const made = await connection.client.plots.create({
      figure: { data: [] },
      filename,
      world_readable: false,
      ...(parent_path !== undefined && { parent_path }),
    });
    ok(made.ok);
    return made.value.fid;
  };
  /** Answers input boxes and picks by what their labels hold, and keeps what was shown. */
  function answering(...answers: (string | undefined)[]): string[] {
    const shown: string[] = [];
    replace(
      window,
      "showInputBox",
      (box: { prompt: string; value: string; validateInput(text: string): string | undefined }) => {
        const typed = answers.shift();
        const problem = typed === undefined ? undefined : box.validateInput(typed);
        shown.push([box.prompt, box.value, problem].filter((part) => part !== undefined).join(" | "));
        return Promise.resolve(typeof problem === "string" ? undefined : typed);
      },
    );
    replace(window, "showQuickPick", async (given: Promise<readonly { label: string }[]>, { placeHolder = "" }) => {
      const items = await given;
      shown.push([placeHolder, ...items.map(({ label }) => label)].join(" | "));
      const wanted = answers.shift();
      return items.find(({ label }) => wanted !== undefined && label.endsWith(wanted));
    });
    for (const kind of ["showInformationMessage", "showWarningMessage", "showErrorMessage"] as const) {
      replace(window, kind, (message: string, ...rest: unknown[]) => {
        shown.push(message);
        const buttons = rest.filter((each) => typeof each === "string");
        return Promise.resolve(buttons.length > 0 ? answers.shift() : undefined);
      });
    }
    return shown;
  }

  it("say that there is nothing yet, and show folders first, then the newest, then the two shelves", async () => {
    deepEqual(await labels(), []);
    equal(state, "empty");
    await newPlot("older");
    await newPlot("newer");
    await newPlot("inside", "tides/june");
    registered.refresh();
    deepEqual(await labels(), ["tides", "newer", "older", "Starred", "Trash"]);
    equal(state, "ready");
    deepEqual(await labels(await item("tides")), ["june"]);
    deepEqual(await labels(await item("tides", "june")), ["inside"]);
    deepEqual(await labels(await item("Starred")), ["Nothing has your star"]);
    deepEqual(await labels(await item("Trash")), ["The trash is empty"]);
  });

  it("open plots as figures and grids as their columns", async () => {
    await newPlot("tides");
    await connection.client.grids.create({ data: { cols: { x: { data: [1], order: 0 } } }, filename: "levels" });
    const uris = (await children()).map(({ command }) => String(command?.arguments?.[0] ?? ""));
    deepEqual(uris, [
      `plots://${connection.id}/me/1/levels.grid.json`,
      `plots://${connection.id}/me/0/tides.plotly.json`,
      "",
      "",
    ]);
  });

  it("come in pages, and stay as long as they were when they are read anew", async () => {
    for (let count = 1; count <= 60; count++) await newPlot(`plot ${count}`);
    equal((await labels()).length, 50 + 3);
    await run("loadMoreFiles", await item("Load more"));
    equal((await labels()).length, 60 + 2);
    registered.refresh();
    equal((await labels()).length, 60 + 2);
    equal(new Set((await children()).map(({ id }) => id)).size, 62);
  });

  it("keep what was read where the next page cannot be, and offer to try again", async () => {
    let fails = false;
    const shaky = connectionTo("http://service.invalid/v2", {
      fetch: (request) => (fails ? new Response("no", { status: 500 }) : service.fetch(request)),
      credentials: service.user,
      username: "me",
    });
    chosen.use(shaky);
    for (let count = 1; count <= 51; count++) await newPlot(`plot ${count}`);
    const more = await item("Load more");
    fails = true;
    await run("loadMoreFiles", more);
    const rows = await children();
    deepEqual(
      rows.slice(50).map(({ label }) => label),
      ["Try again", "Starred", "Trash"],
    );
    equal(rows[50]?.command?.command, "plots.refreshMyPlots");
    match(JSON.stringify(rows[50]?.tooltip), /status 500/);
    fails = false;
    await run("refreshMyPlots", ...(rows[50]?.command?.arguments ?? []));
    deepEqual((await labels()).at(50), "Load more");
  });

  it("are renamed, and a name that is taken is asked for again", async () => {
    await newPlot("old");
    await newPlot("taken");
    let shown = answering("taken", undefined);
    await run("renameFile", await item("old"));
    deepEqual(shown, ["New name of the plot | old", "New name of the plot | taken"]);
    shown = answering("a/b");
    await run("renameFile", await item("old"));
    match(shown[0] ?? "", /cannot contain “\/”/);
    answering(" new ");
    await run("renameFile", await item("old"));
    ok((await labels()).includes("new"));
  });

  it("get new folders, at home and inside others", async () => {
    answering("tides");
    await run("newFolder");
    answering("june");
    await run("newFolder", await item("tides"));
    deepEqual(await labels(await item("tides")), ["june"]);
    const shown = answering("june", undefined);
    await run("newFolder", await item("tides"));
    deepEqual(shown, [
      `Name of the new folder in “tides” on ${connection.label} | `,
      `Name of the new folder in “tides” on ${connection.label} | june`,
    ]);
  });

  it("are moved to a folder that is chosen, several at once, but no folder into itself", async () => {
    for (const name of ["one", "two"]) await newPlot(name);
    await newPlot("inside", "tides/june");
    const both = [await item("one"), await item("two")];
    let shown = answering("tides / june");
    await run("moveFile", both[0], both);
    deepEqual(shown, [
      "Move 2 files to which folder? | $(home) Home | $(folder) tides | $(folder) tides / june |  | $(new-folder) New Folder…",
    ]);
    deepEqual(await labels(await item("tides", "june")), ["inside", "two", "one"]);
    shown = answering(undefined);
    await run("moveFile", await item("tides"));
    deepEqual(shown, ["Move “tides” to which folder? | $(home) Home |  | $(new-folder) New Folder…"]);
    answering("New Folder…", "other");
    await run("moveFile", await item("tides", "june", "one"));
    deepEqual(await labels(await item("other")), ["one"]);
    answering("Home");
    await run("moveFile", await item("other", "one"));
    ok((await labels()).includes("one"));
  });

  it("are moved by mouse: into folders, home, to the trash and out of it", async () => {
    await newPlot("plot");
    await newPlot("inside", "tides");
    const drag = async (what: TreeItem, onto: TreeItem | undefined) => {
      const transfer = new DataTransfer();
      const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };
      await view.drag.handleDrag?.([what], transfer, token);
      await view.drag.handleDrop?.(onto, transfer, token);
      return transfer;
    };
    const transfer = await drag(await item("plot"), await item("tides"));
    equal(await transfer.get("text/uri-list")?.asString(), `plots://${connection.id}/me/0/plot.plotly.json`);
    deepEqual(await labels(await item("tides")), ["inside", "plot"]);
    // Beside a file is in its folder, and beside everything is home.
    await drag(await item("tides", "plot"), undefined);
    deepEqual(await labels(), ["tides", "plot", "Starred", "Trash"]);
    await drag(await item("tides"), await item("plot"));
    deepEqual((await labels())[0], "tides");
    await drag(await item("plot"), await item("Starred"));
    deepEqual(await labels(await item("Starred")), ["plot"]);
    await drag(await item("plot"), await item("Trash"));
    deepEqual(await labels(), ["tides", "Starred", "Trash"]);
    await drag(await item("Trash", "plot"), await item("tides"));
    deepEqual(await labels(await item("tides")), ["inside", "plot"]);
  });

  it("are starred and unstarred", async () => {
    await newPlot("plot");
    await run("starFile", await item("plot"));
    const starred = await item("plot");
    equal(starred.description, "★");
    equal(starred.contextValue, "mine.plot.starred");
    deepEqual(await labels(await item("Starred")), ["plot"]);
    await run("unstarFile", await item("Starred", "plot"));
    deepEqual(await labels(await item("Starred")), ["Nothing has your star"]);
    equal((await item("plot")).contextValue, "mine.plot.plain");
  });

  it("go to the trash with their folder, come back, and are deleted for good after a question", async () => {
    await newPlot("inside", "tides");
    await newPlot("loose");
    const both = [await item("tides"), await item("tides", "inside")];
    await run("trashFile", both[0], both);
    deepEqual(await labels(), ["loose", "Starred", "Trash"]);
    deepEqual(await labels(await item("Trash")), ["tides"]);
    deepEqual(await labels(await item("Trash", "tides")), ["inside"]);
    await run("restoreFile", await item("Trash", "tides"));
    deepEqual(await labels(await item("tides")), ["inside"]);

    await run("trashFile", await item("tides"));
    let shown = answering(undefined);
    await run("deleteFile", await item("Trash", "tides"));
    deepEqual(shown, ["Delete “tides” permanently?"]);
    deepEqual(await labels(await item("Trash")), ["tides"]);
    shown = answering("Delete Permanently");
    await run("deleteFile", await item("Trash", "tides"));
    deepEqual(await labels(await item("Trash")), ["The trash is empty"]);
    // What is not in the trash is never deleted, whatever the command is given.
    await run("deleteFile", await item("loose"));
    ok((await labels()).includes("loose"));
  });

  it("are shared, with the link copied", async () => {
    await newPlot("plot");
    const shown = answering("Secret Link");
    await run("shareFile", await item("plot"));
    match(await env.clipboard.readText(), /^http:\/\/service\.invalid\/~me\/0\/\?share_key=\w+$/);
    deepEqual(shown, [
      "Who can see it? | $(globe) Public | $(lock) Private | $(link) Secret Link",
      "Everybody who has the link can see “plot” now. Its link was copied.",
    ]);
    equal((await item("plot")).description, "secret link");
    answering("Public");
    await run("shareFile", await item("plot"));
    equal(await env.clipboard.readText(), "http://service.invalid/~me/0/");
    equal((await item("plot")).description, "public");
    answering("Private");
    await run("shareFile", await item("plot"));
    equal((await item("plot")).description, "");
  });

  it("take their own data along when they are shared, and ask about what other plots show too", async () => {
    const { client } = connection;
    const grid = async (filename: string): Promise<string> => {
      const data = { cols: { x: { data: [1], order: 0 } } };
      const made = await client.grids.create({ data, filename, world_readable: true });
      ok(made.ok);
      return `${made.value.fid}:${made.value.cols[0]?.uid}`;
    };
    const [own, common] = [await grid("own"), await grid("common")];
    for (const [filename, data] of [
      ["other", [{ xsrc: common }]],
      ["plot", [{ xsrc: own, ysrc: common }]],
    ] as const) {
      ok((await client.plots.create({ figure: { data }, filename, world_readable: true })).ok);
    }
    registered.refresh();
    const question =
      "The plot shows data of 1 grid that other plots may show too. | Share These Grids Too | Leave Them as They Are";
    let shown = answering("Private", undefined);
    await run("shareFile", await item("plot"));
    equal(shown.at(-1), question);
    for (const label of ["plot", "own", "common"]) equal((await item(label)).description, "public");

    shown = answering("Private", "Leave Them as They Are");
    await run("shareFile", await item("plot"));
    deepEqual(shown.slice(1), [question]);
    for (const [label, how] of Object.entries({ plot: "", own: "", common: "public", other: "public" })) {
      equal((await item(label)).description, how, label);
    }

    answering("Public");
    await run("shareFile", await item("plot"));
    for (const label of ["plot", "own", "common"]) equal((await item(label)).description, "public", label);

    answering("Private", "Share These Grids Too");
    await run("shareFile", await item("plot"));
    for (const label of ["plot", "own", "common"]) equal((await item(label)).description, "", label);
  });

  it("have links on this computer only while something listens there", async () => {
    chosen.use({ ...connection, embedded: true });
    await newPlot("plot");
    await env.clipboard.writeText("before");
    const shown = answering("Secret Link", "Secret Link");
    await run("shareFile", await item("plot"));
    match(shown[1] ?? "", /Its link works while the API server of this extension runs/);
    equal(await env.clipboard.readText(), "before");
    origin = "http://127.0.0.1:8765";
    await run("shareFile", await item("plot"));
    match(await env.clipboard.readText(), /^http:\/\/127\.0\.0\.1:8765\/~me\/0\/\?share_key=/);
  });

  it("tell what failed and go on with the others", async () => {
    await newPlot("one");
    await newPlot("two");
    const both = [await item("one"), await item("two")];
    const gone = both[0];
    ok(gone instanceof FileItem);
    ok((await connection.client.files.trash(gone.file.fid)).ok);
    ok((await connection.client.files.deleteForGood(gone.file.fid)).ok);
    const shown = answering();
    await run("trashFile", both[0], both);
    equal(shown.length, 1);
    match(shown[0] ?? "", /^“one”: .+ does not show /);
    deepEqual(await labels(await item("Trash")), ["two"]);
  });

  it("stay in the trash where their name is taken by now, and say what to do", async () => {
    await newPlot("plot");
    await run("trashFile", await item("plot"));
    await newPlot("plot");
    const shown = answering();
    await run("restoreFile", await item("Trash", "plot"));
    deepEqual(shown, ["There is a file named “plot” already. Rename one of the two first."]);
    deepEqual(await labels(await item("Trash")), ["plot"]);
  });

  it("ask for a sign-in where one is needed, and say what fails", async () => {
    chosen.use(connectionTo("http://service.invalid/v2", { fetch: (request) => service.fetch(request) }));
    deepEqual(await labels(), []);
    equal(state, "error-unauthorized");
    chosen.use(connectionTo("http://service.invalid/v2", { fetch: () => Response.error(), username: "me" }));
    deepEqual(await labels(), []);
    match(state, /^error-(?!unauthorized)/);
  });

  it("have a node a server where there are several, and keep to it", async () => {
    const other = memoryService([]);
    const second = { ...connectionToService(other), id: "other", label: "other.example.com" };
    chosen.use(connection, second);
    await newPlot("plot");
    const nodes = await children();
    deepEqual(
      nodes.map(({ label }) => label),
      [connection.label, "other.example.com"],
    );
    equal(state, "ready");
    deepEqual(await labels(nodes[0]), ["plot", "Starred", "Trash"]);
    deepEqual(await labels(nodes[1]), ["No plots here yet"]);
    answering("there");
    await run("newFolder", nodes[1]);
    deepEqual(await labels(nodes[1]), ["there", "Starred", "Trash"]);
    const plot = await item(connection.label, "plot");
    const transfer = new DataTransfer();
    const shown = answering();
    await view.drag.handleDrag?.([plot], transfer, undefined as never);
    await view.drag.handleDrop?.(nodes[1], transfer, undefined as never);
    match(shown[0] ?? "", /cannot be moved from one server to another/);
    other.close();
  });

  it("are of no use to Uri.parse with odd names, yet open", async () => {
    await newPlot("50%? #1 &x=%2F;a:b@c");
    const [first] = await children();
    const uri: unknown = first?.command?.arguments?.[0];
    ok(uri instanceof Uri);
    equal(Uri.parse(uri.toString(), true).toString(), uri.toString());
  });
});
