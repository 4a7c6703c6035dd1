import { deepEqual, equal, match, ok } from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { authentication, commands, window, workspace } from "vscode";
import { viewTypes } from "../../../src/manifest.ts";
import { plotUri } from "../../../src/workbench/addresses/plotUri.ts";
import { next } from "../support/events.ts";
import { replace, restore } from "../support/replace.ts";
import { Seed } from "../support/seed.ts";
import { server, setSetting, useServer } from "../support/settings.ts";
import { closeTabs, customTab } from "../support/tabs.ts";

interface Box {
  readonly title: string;
  readonly password?: boolean;
  readonly value?: string;
  readonly validateInput?: (text: string) => string | undefined;
}

// In the Node host alone the extension shares the tests' API, so that the tests can answer its questions.
describe("Servers, managed by commands", () => {
  let seed: Seed;
  beforeEach(async () => {
    seed = await Seed.fresh();
  });
  afterEach(async () => {
    restore();
    await closeTabs();
    await commands.executeCommand("plots.signOut", server(seed));
    await useServer(undefined);
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
  /** Presses these buttons in turn, in whatever messages come; keeps what they say. */
  function pressing(...buttons: (string | undefined)[]): string[] {
    const said: string[] = [];
    for (const kind of ["showInformationMessage", "showWarningMessage", "showErrorMessage"] as const) {
      replace(window, kind, (message: string) => {
        said.push(message);
        return Promise.resolve(buttons.shift());
      });
    }
    return said;
  }
  const added = () => workspace.getConfiguration("plots").inspect("servers")?.globalValue;

  it("are added by their address, of which much may be left out, with a name", async () => {
    const boxes = typing(`${seed.host}/v2/plots?page=2`, " Lab ");
    const said = pressing("Sign In…");
    await commands.executeCommand("plots.addServer");
    deepEqual(added(), [{ url: seed.root, name: "Lab" }]);
    match(boxes[0]?.validateInput?.("ftp://x") ?? "", /https:\/\//);
    match(boxes[0]?.validateInput?.("https://api.plot.ly/v2") ?? "", /ended on 31 October 2025/);
    match(boxes[0]?.validateInput?.(seed.host) ?? "", /Lab is one of your servers already\./);
    equal(boxes[0]?.validateInput?.(""), undefined);
    deepEqual(said, ["Lab was added."]);
    // By its name, at once.
    match(boxes[2]?.title ?? "", /^Sign In to Lab /);
    // It was asked before it was added.
    equal((await seed.requests("/users/current", 1)).length, 1);
  });

  it("are tested before they are added, and the person decides about one that fails", async () => {
    await seed.fail("/plots", "html");
    typing(seed.root);
    let said = pressing(undefined);
    await commands.executeCommand("plots.addServer");
    equal(said.length, 1);
    match(said[0] ?? "", /sent a web page instead of data/);
    equal(added(), undefined);

    typing(seed.root, "");
    said = pressing("Add Anyway");
    await commands.executeCommand("plots.addServer");
    deepEqual(added(), [{ url: seed.root }]);
  });

  it("are not added when the person gives up, or does not want to be read along", async () => {
    typing(undefined);
    await commands.executeCommand("plots.addServer");
    equal(added(), undefined);
    restore();

    typing("http://plots.example.com");
    const warnings = pressing(undefined);
    await commands.executeCommand("plots.addServer");
    match(warnings[0] ?? "", /travel unencrypted/);
    equal(added(), undefined);
  });

  it("are renamed, made the default and removed, which is asked about and forgets the key", async () => {
    await setSetting("servers", [{ url: seed.root }]);
    typing("Lab");
    await commands.executeCommand("plots.renameServer", server(seed));
    deepEqual(added(), [{ url: seed.root, name: "Lab" }]);
    await commands.executeCommand("plots.setDefaultServer", server(seed));
    equal(workspace.getConfiguration("plots").get("defaultServer"), seed.root);
    restore();

    typing("alice", "seed-key-4711");
    await commands.executeCommand("plots.signIn", server(seed));
    let said = pressing(undefined);
    await commands.executeCommand("plots.removeServer", server(seed));
    match(said[0] ?? "", /^Remove .+ from your servers\?$/);
    ok(added());

    said = pressing("Remove");
    const gone = next(workspace.onDidChangeConfiguration, (change) => change.affectsConfiguration("plots.servers"));
    await commands.executeCommand("plots.removeServer", server(seed));
    await gone;
    equal(added(), undefined);
    equal(workspace.getConfiguration("plots").get("defaultServer"), "");

    // Added again, it is read without the key; a list may have been read with it before.
    const before = (await seed.requests("/plots")).length;
    await setSetting("servers", [{ url: seed.root }]);
    await commands.executeCommand("plots.loadMorePublic", server(seed));
    const since = (await seed.requests("/plots", before + 1)).slice(before);
    ok(since.every(({ authorization }) => authorization === undefined));
  });

  it("are tested at any time, and say who one is there or what fails", async () => {
    await setSetting("servers", [{ url: seed.root }]);
    let said = pressing();
    await commands.executeCommand("plots.testServer", server(seed));
    match(said[0] ?? "", / answers: Plots API v2, not signed in\.$/);

    await seed.fail("/plots", 500);
    said = pressing();
    await commands.executeCommand("plots.testServer", server(seed));
    match(said[0] ?? "", /failed with the list of plots \(status 500\)/);
  });

  it("are signed in to and out of, with the key hidden while it is typed", async () => {
    await useServer(seed.root);
    const boxes = typing(" alice ", "seed-key-4711");
    await commands.executeCommand("plots.signIn", server(seed));
    deepEqual(
      boxes.map(({ password }) => password ?? false),
      [false, true],
    );
    await commands.executeCommand("plots.loadMorePublic", server(seed));
    const inMenu = async () => (await authentication.getAccounts("plotFiles")).map(({ label }) => label);
    deepEqual(await inMenu(), [`alice on ${seed.host}`]);
    const signed = `Basic ${btoa("alice:seed-key-4711")}`;
    ok((await seed.requests("/plots", 1)).some(({ authorization }) => authorization === signed));

    await commands.executeCommand("plots.signOut", server(seed));
    deepEqual(await inMenu(), []);
    seed = await Seed.fresh();
    await commands.executeCommand("plots.loadMorePublic", server(seed));
    ok((await seed.requests("/plots", 1)).every(({ authorization }) => authorization === undefined));
  });

  it("are not signed in to with a wrong key, and the person is told", async () => {
    await useServer(seed.root);
    typing("alice", "wrong");
    const said = pressing(undefined);
    await commands.executeCommand("plots.signIn", server(seed));
    match(said[0] ?? "", /does not accept your user name and API key\./);
    ok(!said.join().includes("wrong"));
  });

  describe("taken over from Plotly's Python client", () => {
    const before = process.env["PLOTLY_DIR"];
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "plotly-"));
      process.env["PLOTLY_DIR"] = folder;
    });
    afterEach(async () => {
      if (before === undefined) delete process.env["PLOTLY_DIR"];
      else process.env["PLOTLY_DIR"] = before;
      await rm(folder, { recursive: true });
    });
    const write = async (apiKey: string) => {
      await writeFile(join(folder, ".credentials"), JSON.stringify({ username: "alice", api_key: apiKey }));
      await writeFile(join(folder, ".config"), JSON.stringify({ plotly_api_domain: new URL(seed.root).origin }));
    };

    it("are shown first, without the key, then added and signed in to", async () => {
      await write("seed-key-4711");
      const shown: string[] = [];
      replace(window, "showInformationMessage", (message: string, options?: { detail?: string }) => {
        shown.push(message, options?.detail ?? "");
        return Promise.resolve(options?.detail === undefined ? undefined : "Take Over");
      });
      await commands.executeCommand("plots.importAccount");
      match(shown[1] ?? "", new RegExp(`^Server: ${seed.root}\nUser name: alice\nAPI key: `));
      ok(!shown.join().includes("seed-key-4711"));
      deepEqual(added(), [{ url: seed.root }]);
      match(shown.at(-2) ?? "", /^You are signed in to .+ as alice\.$/);
      await commands.executeCommand("plots.loadMorePublic", server(seed));
      const signed = `Basic ${btoa("alice:seed-key-4711")}`;
      ok((await seed.requests("/plots", 1)).some(({ authorization }) => authorization === signed));
    });

    it("are left alone when the person does not want them, or there are none", async () => {
      await write("seed-key-4711");
      pressing(undefined);
      await commands.executeCommand("plots.importAccount");
      equal(added(), undefined);

      await rm(join(folder, ".credentials"));
      await rm(join(folder, ".config"));
      const said = pressing(undefined);
      await commands.executeCommand("plots.importAccount");
      match(said[0] ?? "", /^There are no files of Plotly's Python client in /);
    });

    it("are added without an account where the key is not accepted any more", async () => {
      await write("old");
      const said = pressing("Take Over", undefined);
      await commands.executeCommand("plots.importAccount");
      match(said[1] ?? "", /is now one of your servers, but you are not signed in\. .+ does not accept your user name/);
      deepEqual(added(), [{ url: seed.root }]);
      deepEqual(await authentication.getAccounts("plotFiles"), []);
    });
  });

  it("open a plot by its id or its address", async () => {
    await useServer(seed.root);
    replace(window, "showQuickPick", (items: readonly { label: string }[]) =>
      Promise.resolve(items.find(({ label }) => label === seed.host)),
    );
    for (const typed of [" st-tse:0 ", "https://plot.ly/~st-tse/0/"]) {
      const boxes = typing(typed);
      await commands.executeCommand("plots.openPlot");
      await customTab(plotUri(seed.host, "st-tse:0", "plot from API"), viewTypes.figureText);
      match(boxes[0]?.validateInput?.("st-tse") ?? "", /owner and number/);
      await closeTabs();
    }
  });

  it("tell of a plot that was deleted since it was listed, and offer to read the list again", async () => {
    await useServer(seed.root);
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
