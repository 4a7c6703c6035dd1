import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { Uri, workspace } from "vscode";
import { EmbeddedService, type NodeService, type PlotService } from "../../../src/workbench/servers/embeddedService.ts";
import { type Connected, Servers } from "../../../src/workbench/servers/servers.ts";
import { next } from "../support/events.ts";
import { Seed } from "../support/seed.ts";
import { setSetting } from "../support/settings.ts";
import { contextWith, keptLog, MemorySecrets } from "../support/standIns.ts";

const alice = { username: "alice", apiKey: "seed-key-4711" };

describe("The server in use", () => {
  let seed: Seed;
  let secrets: MemorySecrets;
  let inside: EmbeddedService;
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
    await setSetting("server.url", undefined);
    await setSetting("server.timeout", undefined);
  });

  function connection(connected: Connected) {
    ok(connected.ok, connected.ok ? "" : connected.error.sentence);
    return connected.connection;
  }
  function failure(connected: Connected) {
    ok(!connected.ok);
    match(connected.error.sentence, /^\S.{20,}\.$/);
    return connected.error;
  }
  async function use(url: string) {
    const changed = next(servers.onDidChange);
    await setSetting("server.url", url);
    await changed;
  }
  function create(open: NodeService["open"] | undefined) {
    const node = open && { open, listen: () => Promise.reject(new Error("Nobody asked for that.")) };
    inside = new EmbeddedService({ node, storage: Uri.file("/storage-of-the-tests"), log });
    servers = new Servers(contextWith(secrets), inside, log);
  }
  function dispose() {
    servers.dispose();
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
      const { id, label, embedded, username, client } = connection(await servers.current());
      deepEqual(
        { id, label, embedded, username },
        { id: "embedded", label: "this computer", embedded: true, username: "me" },
      );
      ok((await client.listPlots()).ok);
      await Promise.all([servers.current(), servers.byId("embedded")]);
      equal(opened.length, 1);
      dispose();
      await Promise.resolve();
      equal(own.closed, 1);
    });

    it("is none where there is no Node", async () => {
      const { code, sentence } = failure(await servers.current());
      equal(code, "no-server");
      match(sentence, /Connect to a server/);
    });

    it("is tried again after its database could not be opened", async () => {
      let tries = 0;
      withService(() => {
        tries++;
        return tries === 1 ? Promise.reject(new Error("The disk is full.")) : Promise.resolve(service());
      });
      const { code, sentence } = failure(await servers.current());
      equal(code, "storage");
      match(sentence, /storage-of-the-tests.* could not be opened: The disk is full\./);
      ok(connection(await servers.current()).embedded);
    });
  });

  it("is the one at the setting's address, read without signing in", async () => {
    await use(seed.root);
    const { id, label, root, embedded, username, client } = connection(await servers.current());
    deepEqual(
      { id, label, root, embedded, username },
      { id: seed.host, label: seed.host, root: seed.root, embedded: false, username: undefined },
    );
    ok((await client.listPlots()).ok);
    equal((await seed.requests("/plots", 1))[0]?.authorization, undefined);
  });

  it("is not Plotly's public cloud, which has ended", async () => {
    for (const url of ["https://api.plot.ly/v2", "https://chart-studio.plotly.com", "plot.ly"]) {
      await use(url);
      const { code, sentence } = failure(await servers.current());
      equal(code, "retired");
      match(sentence, /ended on 31 October 2025/);
    }
  });

  it("is none where the address is no server's, and the sentence says what one looks like", async () => {
    await use("ftp://plots.example.com");
    const { code, sentence } = failure(await servers.current());
    equal(code, "bad-root");
    match(sentence, /https:\/\/plots\.example\.com/);
  });

  it("is asked as the person who signed in, until they sign out", async () => {
    await use(seed.root);
    const signedIn = next(servers.onDidChange);
    await servers.credentials.set(seed.root, alice);
    await signedIn;
    const { username, client } = connection(await servers.current());
    equal(username, "alice");
    ok((await client.currentUser()).ok);
    const [request] = await seed.requests("/users/current", 1);
    equal(request?.authorization, `Basic ${btoa("alice:seed-key-4711")}`);

    const signedOut = next(servers.onDidChange);
    await servers.credentials.delete(seed.root);
    await signedOut;
    equal(connection(await servers.current()).username, undefined);
  });

  it("has credentials of its own, kept as a secret and nowhere else", async () => {
    await use(seed.root);
    await servers.credentials.set(seed.root, alice);
    deepEqual([...secrets.kept.keys()], [`plots.credentials ${seed.root}`]);
    ok(!JSON.stringify(workspace.getConfiguration("plots")).includes(alice.apiKey));
    const { client } = connection(await servers.current());
    await seed.fail("/plots", 401);
    const answer = await client.listPlots();
    ok(!answer.ok);
    ok(!`${answer.error.sentence} ${answer.error.detail} ${lines.join()}`.includes(alice.apiKey));

    await use("http://127.0.0.1:9");
    equal(connection(await servers.current()).username, undefined);
  });

  it("is read without signing in where what was kept is damaged or cannot be had", async () => {
    await secrets.store(`plots.credentials ${seed.root}`, "{not json");
    await use(seed.root);
    equal(connection(await servers.current()).username, undefined);

    secrets.get = () => Promise.reject(new Error("The keyring is locked."));
    await use("http://127.0.0.1:9");
    equal(connection(await servers.current()).username, undefined);
    ok(lines.some((line) => line.includes("The keyring is locked.")));
  });

  it("is another one at once when the setting changes", async () => {
    await use(seed.root);
    equal(connection(await servers.current()).id, seed.host);
    await use("http://127.0.0.1:9/v2");
    equal(connection(await servers.current()).id, "127.0.0.1:9");
  });

  it("waits no longer than the setting says", async () => {
    await seed.fail("/plots", "hang");
    await use(seed.root);
    const changed = next(servers.onDidChange);
    await setSetting("server.timeout", 1);
    await changed;
    const answer = await connection(await servers.current()).client.listPlots();
    ok(!answer.ok);
    equal(answer.error.code, "timeout");
  });

  it("does not answer for the plots of others, and names whose they are", async () => {
    await use(seed.root);
    const { code, sentence } = failure(await servers.byId("plots.example.com"));
    equal(code, "other-server");
    match(sentence, /plots\.example\.com/);
    equal(connection(await servers.byId(seed.host)).id, seed.host);
  });
});

describe("The server's address", () => {
  it("is not taken from a workspace, by no way", async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    ok(folder);
    const plots = () => workspace.getConfiguration("plots", folder);
    await rejects(Promise.resolve(plots().update("server.url", "https://evil.example.com/v2", false)));

    // What a folder somebody else made could bring along.
    const file = Uri.joinPath(folder, ".vscode", "settings.json");
    const contents = {
      "plots.server.url": "https://evil.example.com/v2",
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
      equal(plots().get("server.url"), "");
      equal(plots().get("server.timeout"), 30);
    } finally {
      const gone = next(workspace.onDidChangeConfiguration);
      await workspace.fs.delete(Uri.joinPath(folder, ".vscode"), { recursive: true });
      await gone;
    }
  });
});
