import { deepEqual, equal, fail, match, notEqual, ok, rejects } from "node:assert/strict";
import { Uri, window, workspace } from "vscode";
import { Accounts } from "../../../src/workbench/servers/accounts.ts";
import type { Connected } from "../../../src/workbench/servers/connection.ts";
import { EmbeddedService, type NodeService, type PlotService } from "../../../src/workbench/servers/embeddedService.ts";
import { pickConnection } from "../../../src/workbench/servers/serverPicker.ts";
import { Servers } from "../../../src/workbench/servers/servers.ts";
import { next, until } from "../support/events.ts";
import { replace, restore } from "../support/replace.ts";
import { Seed } from "../support/seed.ts";
import { setSetting, useServer } from "../support/settings.ts";
import { contextWith, keptLog, MemorySecrets } from "../support/standIns.ts";

const alice = { username: "alice", apiKey: "seed-key-4711" };

describe("The preferred server", () => {
  let seed: Seed;
  let secrets: MemorySecrets;
  let inside: EmbeddedService;
  let accounts: Accounts;
  let servers: Servers;
  const { log, lines } = keptLog();

  beforeEach(async () => {
    seed = await Seed.fresh();
    secrets = new MemorySecrets();
    lines.length = 0;
    create(undefined);
  });
  afterEach(async () => {
    dispose();
    await useServer(undefined);
    await setSetting("server.timeout", undefined);
  });

  function connection(connected: Connected) {
    ok(connected.ok, connected.ok ? "" : connected.error.sentence);
    return connected.value;
  }
  function failure(connected: Connected) {
    ok(!connected.ok);
    match(connected.error.sentence, /^\S.{20,}\.$/);
    return connected.error;
  }
  async function use(url: string) {
    await useServer(url);
    await until(() => servers.list()[0]?.root === url, servers.onDidChange);
  }
  function create(open: NodeService["open"] | undefined) {
    const unasked = () => Promise.reject(new Error("Nobody asked for that."));
    const node = open && { open, listen: unasked, servesTheSame: unasked };
    inside = new EmbeddedService({ node, storage: Uri.file("/storage-of-the-tests"), log });
    servers = new Servers(contextWith(secrets), inside, (accounts = new Accounts(secrets)), log);
  }
  function dispose() {
    servers.dispose();
    accounts.dispose();
    inside.dispose();
  }
  const withService = (open: NodeService["open"]) => {
    dispose();
    create(open);
  };
  /** Stands in for the embedded service where there is no Node. */
  const service = () => {
    const own = {
      user: { username: "me", apiKey: "local" },
      fetch: () => Promise.resolve(Response.json({ next: null, previous: null, results: [] })),
      onDidChange: () => ({ dispose: () => undefined }),
      closed: 0,
      close: () => void own.closed++,
    };
    return own as unknown as PlotService & { readonly closed: number };
  };

  describe("without an address", () => {
    it("is the service inside the extension, opened when it is first asked for and closed at the end", async () => {
      const own = service();
      const opened: string[] = [];
      withService((storage) => {
        opened.push(storage.path);
        return Promise.resolve(own);
      });
      deepEqual(opened, []);
      const { id, label, embedded, username, client } = connection(await servers.preferred());
      deepEqual(
        { id, label, embedded, username },
        { id: "embedded", label: "this computer", embedded: true, username: "me" },
      );
      ok((await client.plots.list()).ok);
      await Promise.all([servers.preferred(), servers.connect("embedded")]);
      equal(opened.length, 1);
      dispose();
      await Promise.resolve();
      equal(own.closed, 1);
    });

    it("is none where there is no Node", async () => {
      const { code, sentence } = failure(await servers.preferred());
      equal(code, "no-server");
      match(sentence, /Add a server/);
    });

    it("is tried again after its database could not be opened", async () => {
      let tries = 0;
      withService(() => {
        tries++;
        return tries === 1 ? Promise.reject(new Error("The disk is full.")) : Promise.resolve(service());
      });
      const { code, sentence } = failure(await servers.preferred());
      equal(code, "storage");
      match(sentence, /storage-of-the-tests.* could not be opened: The disk is full\./);
      ok(connection(await servers.preferred()).embedded);
    });
  });

  it("is the one at the setting's address, read without signing in", async () => {
    await use(seed.root);
    const { id, label, root, embedded, username, client } = connection(await servers.preferred());
    deepEqual(
      { id, label, root, embedded, username },
      { id: seed.host, label: seed.host, root: seed.root, embedded: false, username: undefined },
    );
    ok((await client.plots.list()).ok);
    equal((await seed.requests("/plots", 1))[0]?.authorization, undefined);
  });

  it("is not Plotly's public cloud, which has ended", async () => {
    for (const url of ["https://api.plot.ly/v2", "https://chart-studio.plotly.com", "plot.ly"]) {
      await use(url);
      const { code, sentence } = failure(await servers.preferred());
      equal(code, "retired");
      match(sentence, /ended on 31 October 2025/);
    }
  });

  it("is none where the address is no server's, and the sentence says what one looks like", async () => {
    await use("ftp://plots.example.com");
    const { code, sentence } = failure(await servers.preferred());
    equal(code, "bad-root");
    match(sentence, /https:\/\/plots\.example\.com/);
  });

  it("is asked as the person who signed in, until they sign out", async () => {
    await use(seed.root);
    const signedIn = next(servers.onDidChange);
    await accounts.save(seed.root, alice);
    await signedIn;
    const { username, client } = connection(await servers.preferred());
    equal(username, "alice");
    ok((await client.users.current()).ok);
    const [request] = await seed.requests("/users/current", 1);
    equal(request?.authorization, `Basic ${btoa("alice:seed-key-4711")}`);

    const signedOut = next(servers.onDidChange);
    await accounts.removeAll(seed.root);
    await signedOut;
    equal(connection(await servers.preferred()).username, undefined);
  });

  it("has credentials of its own, kept as a secret and nowhere else", async () => {
    await use(seed.root);
    await accounts.save(seed.root, alice);
    deepEqual([...secrets.kept.keys()], [`plots.account alice@${seed.root}`, "plots.accounts"]);
    ok(!secrets.kept.get("plots.accounts")?.includes(alice.apiKey));
    ok(!JSON.stringify(workspace.getConfiguration("plots")).includes(alice.apiKey));
    const { client } = connection(await servers.preferred());
    await seed.fail("/plots", 401);
    const answer = await client.plots.list();
    ok(!answer.ok);
    ok(!`${answer.error.sentence} ${answer.error.detail} ${lines.join()}`.includes(alice.apiKey));

    await use("http://127.0.0.1:9/v2");
    equal(connection(await servers.preferred()).username, undefined);
  });

  it("is read without signing in where what was kept is damaged or cannot be had", async () => {
    await accounts.save(seed.root, alice);
    await secrets.store(`plots.account alice@${seed.root}`, "{not json");
    await use(seed.root);
    equal(connection(await servers.preferred()).username, undefined);

    dispose();
    create(undefined);
    secrets.get = () => Promise.reject(new Error("The keyring is locked."));
    await use("http://127.0.0.1:9/v2");
    equal(connection(await servers.preferred()).username, undefined);
    ok(lines.some((line) => line.includes("The keyring is locked.")));
  });

  it("is another one at once when the setting changes", async () => {
    await use(seed.root);
    equal(connection(await servers.preferred()).id, seed.host);
    await use("http://127.0.0.1:9/v2");
    equal(connection(await servers.preferred()).id, "127.0.0.1:9");
  });

  it("is asked over the fetch that VS Code has put in place, which knows its proxies and certificates", async () => {
    await use(seed.root);
    const { client } = connection(await servers.preferred());
    const own = globalThis.fetch;
    const seen: string[] = [];
    // Put in place after the connection was made, as VS Code may do too.
    replace(globalThis, "fetch", (request: Request) => {
      seen.push(request.url);
      return own(request);
    });
    ok((await client.plots.list()).ok);
    restore();
    ok(seen.includes(`${seed.root}/plots`));
  });

  it("waits no longer than the setting says", async () => {
    await seed.fail("/plots", "hang");
    await use(seed.root);
    const changed = next(servers.onDidChange);
    await setSetting("server.timeout", 1);
    await changed;
    const answer = await connection(await servers.preferred()).client.plots.list();
    ok(!answer.ok);
    equal(answer.error.code, "timeout");
  });

  it("does not answer for the plots of others, and names whose they are", async () => {
    await use(seed.root);
    const { code, sentence } = failure(await servers.connect("plots.example.com"));
    equal(code, "unknown-server");
    match(sentence, /plots\.example\.com/);
    equal(connection(await servers.connect(seed.host)).id, seed.host);
  });
});

describe("Several servers", () => {
  const { log } = keptLog();
  const secrets = new MemorySecrets();
  const one = "https://one.example.com/v2";
  const two = "https://two.example.com:8443/team/v2";
  let inside: EmbeddedService;
  let accounts: Accounts;
  let servers: Servers;
  /** As on a computer, where the service inside the extension is the first. */
  const openServers = () => {
    const user = { username: "me", apiKey: "local" };
    const onDidChange = () => ({ dispose: () => undefined });
    const service = { user, onDidChange, fetch: () => new Response(), close: () => undefined };
    const unasked = () => Promise.reject(new Error("Nobody asked for that."));
    const node = {
      open: () => Promise.resolve(service as unknown as PlotService),
      listen: unasked,
      servesTheSame: unasked,
    };
    inside = new EmbeddedService({ node, storage: Uri.file("/storage-of-the-tests"), log });
    servers = new Servers(contextWith(secrets), inside, (accounts = new Accounts(secrets)), log);
  };
  beforeEach(async () => {
    await setSetting("servers", [{ url: one, name: " Lab " }, { url: "two.example.com:8443/team" }]);
    openServers();
  });
  afterEach(async () => {
    servers.dispose();
    accounts.dispose();
    inside.dispose();
    restore();
    await useServer(undefined);
  });
  const ids = () => servers.list().map(({ id }) => id);

  it("are listed with the one inside the extension first, each by its name or its host", () => {
    deepEqual(
      servers.list().map(({ id, label, root, embedded }) => [id, label, root, embedded]),
      [
        ["embedded", "this computer", "http://embedded.invalid/v2", true],
        ["one.example.com", "Lab", one, false],
        ["two.example.com:8443~team", "two.example.com:8443", two, false],
      ],
    );
  });

  it("have a kept connection each, which others' changes leave alone", async () => {
    const before = await Promise.all(ids().map((id) => servers.connect(id)));
    equal(await servers.connect("one.example.com"), before[1]);
    const changed = next(servers.onDidChange, (changes) => changes.length > 0);
    await setSetting("servers", [{ url: one, name: "Laboratory" }, { url: two }]);
    deepEqual(await changed, ["one.example.com"]);
    equal(await servers.connect("embedded"), before[0]);
    notEqual(await servers.connect("one.example.com"), before[1]);
    equal(await servers.connect("two.example.com:8443~team"), before[2]);

    const signedIn = next(servers.onDidChange);
    await accounts.save(two, alice);
    deepEqual(await signedIn, ["two.example.com:8443~team"]);
    await accounts.removeAll(two);
  });

  it("go by the default server, or else by the first", async () => {
    equal(servers.preferredServer()?.id, "embedded");
    for (const [chosen, id] of [
      ["two.example.com:8443/team", "two.example.com:8443~team"],
      [one, "one.example.com"],
      ["embedded", "embedded"],
      ["https://three.example.com", "embedded"],
    ] as const) {
      const changed = next(servers.onDidChange);
      await setSetting("defaultServer", chosen);
      deepEqual(await changed, []);
      equal(servers.preferredServer()?.id, id);
    }
  });

  it("are asked about where there is a choice, the default one first", async () => {
    await setSetting("defaultServer", one);
    const asked: unknown[] = [];
    replace(window, "showQuickPick", (items: readonly { label: string }[], options: { placeHolder: string }) => {
      asked.push(options.placeHolder, ...items.map(({ label }) => label));
      return Promise.resolve(items.at(-1));
    });
    equal((await pickConnection(servers, "Where to?"))?.id, "two.example.com:8443~team");
    deepEqual(asked, ["Where to?", "Lab", "This Computer", "two.example.com:8443"]);
    replace(window, "showQuickPick", () => Promise.resolve(undefined));
    equal(await pickConnection(servers, "Where to?"), undefined);
    restore();

    await useServer(undefined);
    await until(() => servers.list().length === 1, servers.onDidChange);
    replace(window, "showQuickPick", () => fail("There is nothing to choose."));
    equal((await pickConnection(servers, "Where to?"))?.id, "embedded");
  });

  it("keep the place of one that is of no use, which says why", async () => {
    const changed = next(servers.onDidChange);
    const odd = [
      { url: "https://api.plot.ly/v2" },
      { url: "ftp://x", name: "Old" },
      { name: "no address" },
      7,
      { url: one },
      { url: one },
    ];
    await setSetting("servers", odd);
    await changed;
    deepEqual(
      servers.list().map(({ label }) => label),
      ["this computer", "https://api.plot.ly/v2", "Old", "one.example.com"],
    );
    const answers = await Promise.all(ids().map((id) => servers.connect(id)));
    deepEqual(
      answers.map((answer) => (answer.ok ? "ok" : answer.error.code)),
      ["ok", "retired", "bad-root", "ok"],
    );
  });
});

describe("The server's address", () => {
  it("is not taken from a workspace, by no way", async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    ok(folder);
    const plots = () => workspace.getConfiguration("plots", folder);
    await rejects(Promise.resolve(plots().update("servers", [{ url: "https://evil.example.com/v2" }], false)));
    await rejects(Promise.resolve(plots().update("defaultServer", "https://evil.example.com/v2", false)));

    // What a folder somebody else made could bring along.
    const file = Uri.joinPath(folder, ".vscode", "settings.json");
    const contents = {
      "plots.servers": [{ url: "https://evil.example.com/v2" }],
      "plots.defaultServer": "https://evil.example.com/v2",
      "plots.server.timeout": 1,
      "plots.preview.delay": 77,
    };
    const read = next(workspace.onDidChangeConfiguration, (change) =>
      change.affectsConfiguration("plots.preview.delay"),
    );
    await workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(contents)));
    try {
      await read;
      equal(plots().get("preview.delay"), 77);
      deepEqual(plots().get("servers"), []);
      equal(plots().get("defaultServer"), "");
      equal(plots().get("server.timeout"), 30);
    } finally {
      const gone = next(workspace.onDidChangeConfiguration);
      await workspace.fs.delete(Uri.joinPath(folder, ".vscode"), { recursive: true });
      await gone;
    }
  });
});
