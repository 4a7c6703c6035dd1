import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { FilePermission, FileSystemError, FileType, type Uri, workspace } from "vscode";
import type { PlotService } from "../../../src/plotService/service.ts";
import { plotUri } from "../../../src/workbench/addresses/plotUri.ts";
import { Seed } from "../support/seed.ts";
import { connectionToService, memoryService } from "../support/services.ts";
import { useServer } from "../support/settings.ts";

describe("Documents of the embedded service's plots", () => {
  // Its library is the extension's own, so that its ids are.
  let twin: PlotService;
  before(() => {
    twin = memoryService();
  });
  after(() => twin.close());
  afterEach(() => useServer(undefined));

  async function samples() {
    const listed = await connectionToService(twin).client.plots.list();
    ok(listed.ok);
    return listed.value.results;
  }
  const uriOf = ({ fid, filename }: { fid: string; filename: string }) => plotUri("embedded", fid, filename);
  const textOf = async (uri: Uri) => new TextDecoder().decode(await workspace.fs.readFile(uri));

  it("have their true size, the server's times and no way to write", async () => {
    for (const plot of (await samples()).slice(0, 3)) {
      const stat = await workspace.fs.stat(uriOf(plot));
      equal(stat.type, FileType.File);
      equal(stat.size, (await workspace.fs.readFile(uriOf(plot))).byteLength);
      equal(stat.mtime, Date.parse(plot.date_modified ?? ""));
      equal(stat.ctime, Date.parse(plot.creation_time ?? ""));
      equal(stat.permissions, FilePermission.Readonly);
    }
  });

  it("are the plot's figure as formatted JSON", async () => {
    const [plot] = await samples();
    ok(plot);
    const text = await textOf(uriOf(plot));
    const figure = JSON.parse(text) as { data: { type?: string }[] };
    equal(text, `${JSON.stringify(figure, undefined, 2)}\n`);
    const types = (plot.figure as unknown as typeof figure).data.map(({ type }) => type);
    deepEqual(
      figure.data.map(({ type }) => type),
      types,
    );
  });

  it("open as JSON documents", async () => {
    const [plot] = await samples();
    ok(plot);
    const document = await workspace.openTextDocument(uriOf(plot));
    equal(document.languageId, "plotly");
    equal(document.getText(), await textOf(uriOf(plot)));
  });

  it("are not written, renamed, deleted or added to, and say why", async () => {
    const [plot] = await samples();
    ok(plot);
    const uri = uriOf(plot);
    equal(workspace.fs.isWritableFileSystem("plots"), false);
    const words = /read-only|readonly/i;
    await rejects(Promise.resolve(workspace.fs.writeFile(uri, new Uint8Array())), words);
    await rejects(Promise.resolve(workspace.fs.rename(uri, plotUri("embedded", plot.fid, "other"))), words);
    await rejects(Promise.resolve(workspace.fs.delete(uri)), words);
    await rejects(Promise.resolve(workspace.fs.createDirectory(uri.with({ path: "/me/7" }))), words);
  });

  for (const [what, fid] of [
    ["is not there", "me:99999"],
    ["has an owner whom nobody knows", "nobody-at-all:0"],
  ] as const) {
    it(`are not found where the plot ${what}`, async () => {
      await rejects(Promise.resolve(workspace.fs.stat(plotUri("embedded", fid, "gone"))), isCode("FileNotFound"));
      await rejects(Promise.resolve(workspace.fs.readFile(plotUri("embedded", fid, "gone"))), isCode("FileNotFound"));
    });
  }

  it("are not found where the address is no plot's", async () => {
    const [plot] = await samples();
    ok(plot);
    const uri = uriOf(plot);
    const strangers = ["/a/b/c/d.plotly.json", "/me/1/x.txt"];
    for (const path of strangers) {
      await rejects(Promise.resolve(workspace.fs.stat(uri.with({ path }))), isCode("FileNotFound"), path);
    }
    equal((await workspace.fs.stat(uri.with({ path: "/me" }))).type, FileType.Directory);
  });

  it("stay open to read while another server is in use", async () => {
    const [plot] = await samples();
    ok(plot);
    await useServer((await Seed.fresh()).root);
    match(await textOf(uriOf(plot)), /"data"/);
  });
});

function isCode(code: string): (error: unknown) => boolean {
  return (error) => error instanceof FileSystemError && error.code === code;
}
