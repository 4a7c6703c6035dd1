import { deepEqual, equal, match, ok } from "node:assert/strict";
import { commands, FileSystemError, Uri, workspace } from "vscode";
import type { Failure } from "../../fixtures/seedServer.ts";
import seedPage from "../../fixtures/seedPage.json" with { type: "json" };
import { viewTypes } from "../../../src/manifest.ts";
import { plotUri } from "../../../src/workbench/addresses/plotUri.ts";
import { Seed } from "../support/seed.ts";
import { server, useServer } from "../support/settings.ts";
import { closeTabs, customTab } from "../support/tabs.ts";

describe("The recorded page, from a server at another port", () => {
  let seed: Seed;
  before(async () => {
    seed = await Seed.fresh();
    await useServer(seed.root);
  });
  after(async () => {
    await closeTabs();
    await useServer(undefined);
  });
  beforeEach(async () => {
    seed = await Seed.fresh();
  });

  it("is browsed and paged by the extension", async () => {
    await commands.executeCommand("plots.refreshPublic");
    await commands.executeCommand("plots.loadMorePublic", server(seed));
    await commands.executeCommand("plots.loadMorePublic", server(seed));
    const requests = await seed.requests("/plots", 2);
    const cursor = new URL(seedPage.next).searchParams.get("cursor");
    deepEqual(
      requests.map(({ query }) => query),
      [{}, { cursor }],
    );
    ok(requests.every(({ authorization }) => authorization === undefined));
    match(requests[0]?.headers["plotly-client-platform"] ?? "", /^plot-files \d/);
  });

  it("is read plot by plot", async () => {
    for (const plot of seedPage.results) {
      const uri = plotUri(seed.host, plot.fid, plot.filename);
      const bytes = await workspace.fs.readFile(uri);
      deepEqual(JSON.parse(new TextDecoder().decode(bytes)), plot.figure);
      const stat = await workspace.fs.stat(uri);
      equal(stat.size, bytes.byteLength);
      equal(stat.mtime, Date.parse(plot.date_modified));
    }
  });

  it("is asked twice for one look: for the plot with its text, and for the drawing with the columns put in", async () => {
    const uri = plotUri(seed.host, "mona:4", "rainfall by month");
    await commands.executeCommand("vscode.open", uri);
    await customTab(uri, viewTypes.figureText);
    const [drawn, ...others] = await seed.requests("/plots/mona:4/content", 1);
    // The text is read before anything is drawn, so that no request for it is still to come.
    equal(workspace.textDocuments.filter((each) => each.uri.toString() === uri.toString()).length, 1);
    deepEqual(drawn?.query, { inline_data: "true" });
    deepEqual(others, []);
    equal((await seed.requests("/plots/mona:4")).length, 1);
  });

  it("is asked once for a plot, whoever wants it at the same time", async () => {
    const uri = plotUri(seed.host, "st-tse:0", "not read before");
    await Promise.all([workspace.fs.stat(uri), workspace.fs.readFile(uri), workspace.fs.stat(uri)]);
    equal((await seed.requests("/plots/st-tse:0")).length, 1);
    equal((await seed.requests("/plots/st-tse:0/content")).length, 0);
  });

  const failures: readonly (readonly [Failure & (string | number), string, string, RegExp])[] = [
    [401, "/plots/mona:4", "NoPermissions", /asks for a user name and an API key\./],
    [404, "/plots/mona:2", "FileNotFound", /mona\/2/],
    [500, "/plots/r_frank:0", "Unavailable", /failed with the plot r_frank:0 \(status 500\)\./],
    ["html", "/plots/gaurav0:6", "Unavailable", /Check|check|try again/i],
    ["half-body", "/plots/gaurav0:4", "Unavailable", /again/i],
    ["close", "/plots/gaurav0:2", "Unavailable", /cannot be reached|closed the connection/],
  ];
  for (const [failure, path, code, words] of failures) {
    it(`says why a plot cannot be read (${failure})`, async () => {
      await seed.fail(path, failure);
      const fid = /[^/]+:\d+/.exec(path)![0];
      const error = await Promise.resolve(workspace.fs.readFile(plotUri(seed.host, fid, `failing-${failure}`))).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      ok(error instanceof FileSystemError);
      equal(error.code, code);
      match(error.message, words);
    });
  }

  it("does not open plots of a server that was not added, and says so", async () => {
    const uri = Uri.from({ scheme: "plots", authority: "plots.example.com", path: "/ada/1/x.plotly.json" });
    const error = await Promise.resolve(workspace.fs.stat(uri)).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    ok(error instanceof FileSystemError);
    match(error.message, /The server plots\.example\.com is not one of yours\./);
  });
});
