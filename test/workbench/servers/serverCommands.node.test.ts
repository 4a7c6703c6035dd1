import { deepEqual, equal, match, ok } from "node:assert/strict";
import { commands, window, workspace } from "vscode";
import { viewTypes } from "../../../src/manifest.ts";
import { plotUri } from "../../../src/workbench/plotDocuments/plotUri.ts";
import { replace, restore } from "../support/replace.ts";
import { Seed } from "../support/seed.ts";
import { setSetting } from "../support/settings.ts";
import { closeTabs, customTab } from "../support/tabs.ts";

interface Box {
  readonly title: string;
  readonly password?: boolean;
  readonly value?: string;
  readonly validateInput?: (text: string) => string | undefined;
}

// In the Node host alone the extension shares the tests' API, so that the tests can answer its questions.
describe("Servers, chosen by commands", () => {
  let seed: Seed;
  beforeEach(async () => {
    seed = await Seed.fresh();
  });
  afterEach(async () => {
    restore();
    await closeTabs();
    await commands.executeCommand("plots.signOut");
    await setSetting("server.url", undefined);
  });

  /** Answers the input boxes in turn, and keeps them. */
  function typing(...texts: (string | undefined)[]): Box[] {
    const boxes: Box[] = [];
    replace(window, "showInputBox", (box: Box) => {
      boxes.push(box);
      return Promise.resolve(texts.shift());
    });
    return boxes;
  }
  const url = () => workspace.getConfiguration("plots").inspect("server.url")?.globalValue;

  it("are connected to by their address, of which much may be left out", async () => {
    const boxes = typing(`${seed.host}/v2/plots?page=2`);
    await commands.executeCommand("plots.connectServer");
    equal(url(), seed.root);
    match(boxes[0]?.validateInput?.("ftp://x") ?? "", /https:\/\//);
    match(boxes[0]?.validateInput?.("https://api.plot.ly/v2") ?? "", /ended on 31 October 2025/);
    equal(boxes[0]?.validateInput?.(""), undefined);
  });

  it("are not connected to when the person gives up, or does not want to be read along", async () => {
    typing(undefined);
    await commands.executeCommand("plots.connectServer");
    equal(url(), undefined);
    restore();

    typing("http://plots.example.com");
    const warnings: string[] = [];
    replace(window, "showWarningMessage", (message: string) => {
      warnings.push(message);
      return Promise.resolve(undefined);
    });
    await commands.executeCommand("plots.connectServer");
    match(warnings[0] ?? "", /travel unencrypted/);
    equal(url(), undefined);
  });

  it("are signed in to and out of, with the key hidden while it is typed", async () => {
    await setSetting("server.url", seed.root);
    const boxes = typing(" alice ", "seed-key-4711");
    await commands.executeCommand("plots.signIn");
    deepEqual(
      boxes.map(({ password }) => password ?? false),
      [false, true],
    );
    await commands.executeCommand("plots.refreshPublic");
    await commands.executeCommand("plots.loadMorePublic");
    const signed = `Basic ${btoa("alice:seed-key-4711")}`;
    ok((await seed.requests("/plots", 1)).some(({ authorization }) => authorization === signed));

    await commands.executeCommand("plots.signOut");
    seed = await Seed.fresh();
    await commands.executeCommand("plots.refreshPublic");
    await commands.executeCommand("plots.loadMorePublic");
    ok((await seed.requests("/plots", 1)).every(({ authorization }) => authorization === undefined));
  });

  it("are not signed in to with a wrong key, and the person is told", async () => {
    await setSetting("server.url", seed.root);
    typing("alice", "wrong");
    const said: string[] = [];
    replace(window, "showErrorMessage", (message: string) => {
      said.push(message);
      return Promise.resolve(undefined);
    });
    await commands.executeCommand("plots.signIn");
    match(said[0] ?? "", /does not accept your user name and API key\./);
    ok(!said.join().includes("wrong"));
  });

  it("open a plot by its id or its address", async () => {
    await setSetting("server.url", seed.root);
    for (const typed of [" st-tse:0 ", "https://plot.ly/~st-tse/0/"]) {
      const boxes = typing(typed);
      await commands.executeCommand("plots.openPlot");
      await customTab(plotUri(seed.host, "st-tse:0", "plot from API"), viewTypes.figure);
      match(boxes[0]?.validateInput?.("st-tse") ?? "", /owner and number/);
      await closeTabs();
      restore();
    }
  });

  it("tell of a plot that was deleted since it was listed, and offer to read the list again", async () => {
    await setSetting("server.url", seed.root);
    await seed.fail("/plots/jbaniha:16", 404);
    const warned = Promise.withResolvers<{ message: string; actions: string[] }>();
    replace(window, "showWarningMessage", (message: string, ...actions: string[]) => {
      warned.resolve({ message, actions });
      return Promise.resolve(undefined);
    });
    const uri = plotUri(seed.host, "jbaniha:16", "deleted since");
    await Promise.resolve(workspace.fs.stat(uri)).catch(() => undefined);
    const { message, actions } = await warned.promise;
    match(message, /^The plot jbaniha:16 cannot be opened\. .+ it was deleted, or it is private\./);
    deepEqual(actions, ["Refresh List"]);
  });
});
