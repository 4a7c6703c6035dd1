import { deepEqual, doesNotMatch, equal, match, ok, rejects } from "node:assert/strict";
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands, env, Uri, window, workspace } from "vscode";
import { servesTheSame } from "../../../src/plotService/identity.ts";
import { listen } from "../../../src/plotService/listen.ts";
import { openPlotService } from "../../../src/plotService/service.ts";
import { ApiServer, type Started } from "../../../src/workbench/apiServer/apiServer.ts";
import { EmbeddedService } from "../../../src/workbench/servers/embeddedService.ts";
import { until } from "../support/events.ts";
import { replace, restore } from "../support/replace.ts";
import { setSetting } from "../support/settings.ts";
import { keptLog } from "../support/standIns.ts";
import { closeTabs } from "../support/tabs.ts";

/** Something else that listens on a port of its own. */
async function stranger(): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => socket.end("220 not this one\r\n"));
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  return { server, port };
}

const get = (url: string, authorization = "") =>
  fetch(url, { headers: authorization === "" ? {} : { authorization }, signal: AbortSignal.timeout(5000) });

describe("The API server", () => {
  let folder: string;
  let windows: { server: ApiServer; embedded: EmbeddedService }[] = [];
  const { log, lines } = keptLog();

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "api-server-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(async () => {
    for (const { server, embedded } of windows) {
      await server.stop();
      server.dispose();
      embedded.dispose();
    }
    windows = [];
    await setSetting("apiServer.allowedOrigins", undefined);
  });

  /** The API server of a window of its own; all of them share one database. */
  function windowOf(): ApiServer {
    const embedded = new EmbeddedService({
      node: {
        open: (storage) =>
          Promise.resolve(openPlotService({ database: join(storage.fsPath, "plots.sqlite"), seed: false })),
        listen,
        servesTheSame,
      },
      storage: Uri.file(folder),
      log,
    });
    const server = new ApiServer(embedded, log);
    windows.push({ server, embedded });
    return server;
  }
  function access(started: Started) {
    ok(started.ok, started.ok ? "" : started.error.sentence);
    return started.value;
  }
  function failure(started: Started) {
    ok(!started.ok);
    match(started.error.sentence, /^\S.{20,}\.$/);
    return started.error;
  }

  it("answers whoever knows the key, until it is stopped", async () => {
    const server = windowOf();
    equal(server.access, undefined);
    const { url, username, apiKey } = access(await server.start(0));
    deepEqual(server.access, { url, username, apiKey });
    const basic = `Basic ${btoa(`${username}:${apiKey}`)}`;
    const known = (await (await get(`${url}/v2/users/current`, basic)).json()) as { username: string };
    equal(known.username, "me");
    equal((await get(`${url}/v2/users/current`, `Basic ${btoa(`${username}:wrong`)}`)).status, 401);
    await server.stop();
    equal(server.access, undefined);
    await rejects(get(`${url}/v2/`));
  });

  it("writes its address to the log, and the key never", async () => {
    const { url, apiKey } = access(await windowOf().start(0));
    ok(lines.some((line) => line.includes(url)));
    ok(!lines.some((line) => line.includes(apiKey)));
  });

  it("is started once, however often it is asked for", async () => {
    const server = windowOf();
    const [one, other] = await Promise.all([server.start(0), server.start(0)]);
    deepEqual(one, other);
    deepEqual(access(await server.start(0)), access(one));
  });

  it("says that another window serves these plots already, and where", async () => {
    const first = access(await windowOf().start(0));
    const error = failure(await windowOf().start(Number(new URL(first.url).port)));
    equal(error.code, "served-already");
    deepEqual(error.access, first);
    match(error.sentence, /Another window serves these plots at http:\/\/127/);
  });

  it("says that another program has the port, and is free to take another", async () => {
    const { server: other, port } = await stranger();
    try {
      const server = windowOf();
      const error = failure(await server.start(port));
      deepEqual([error.code, error.access], ["port-taken", undefined]);
      match(error.sentence, new RegExp(`Port ${port} is taken by another program`));
      access(await server.start(0));
    } finally {
      other.close();
    }
  });

  it("takes another database at the port for a stranger", async () => {
    const service = openPlotService({ database: ":memory:", seed: false });
    const other = await listen(service, { port: 0 });
    try {
      equal(failure(await windowOf().start(Number(new URL(other.url).port))).code, "port-taken");
    } finally {
      await other.close();
      service.close();
    }
  });

  it("lets pages of the origins that were allowed read, and says what is no origin", async () => {
    await setSetting("apiServer.allowedOrigins", ["https://plots.example.com", "https://example.com/"]);
    const { url } = access(await windowOf().start(0));
    const from = async (origin: string) =>
      (await fetch(`${url}/v2/plots`, { headers: { origin } })).headers.get("access-control-allow-origin");
    equal(await from("https://plots.example.com"), "https://plots.example.com");
    equal(await from("https://example.com"), null);
    ok(lines.some((line) => line.includes('"https://example.com/" is no origin')));
  });

  describe("by its commands", () => {
    type Message = readonly [sentence: string, ...buttons: readonly string[]];
    let shown: Message[] = [];
    let answers: Record<string, string>;

    beforeEach(async () => {
      shown = [];
      answers = {};
      const show = (sentence: string, ...buttons: readonly string[]) => {
        shown.push([sentence, ...buttons]);
        return Promise.resolve(buttons.find((button) => answers[button] !== undefined));
      };
      for (const name of ["showInformationMessage", "showWarningMessage", "showErrorMessage"] as const) {
        replace(window, name, show);
      }
      await setSetting("apiServer.port", 0);
    });
    afterEach(async () => {
      await commands.executeCommand("plots.stopApiServer");
      restore();
      await closeTabs();
      await setSetting("apiServer.port", undefined);
    });

    it("runs at once, and says where", async () => {
      await commands.executeCommand("plots.startApiServer");
      const [sentence = "", ...buttons] = shown[0] ?? [];
      match(sentence, /^The API server runs at http:\/\/127\.0\.0\.1:\d+\. Scripts /);
      deepEqual(buttons, ["Connect a Script"]);
      equal((await get(`${/http:\S+\d/.exec(sentence)?.[0]}/v2/`)).status, 200);
    });

    it("asks before it takes another port than the one that was chosen", async () => {
      const { server: other, port } = await stranger();
      try {
        await setSetting("apiServer.port", port);
        answers = { "Use Another Port Now": "yes" };
        await commands.executeCommand("plots.startApiServer");
        match(
          shown[0]?.[0] ?? "",
          new RegExp(`^Port ${port} is taken by another program\\. Scripts that use this port`),
        );
        match(shown[1]?.[0] ?? "", new RegExp(`^Port ${port} is taken .* runs at http://127\\.0\\.0\\.1:\\d+ for now`));
      } finally {
        other.close();
      }
    });

    it("moves when its port is changed", async () => {
      const { server: other, port } = await stranger();
      await new Promise((resolve) => {
        other.close(resolve);
      });
      await commands.executeCommand("plots.startApiServer");
      const said = Promise.withResolvers<string>();
      replace(window, "showInformationMessage", (sentence: string) => {
        said.resolve(sentence);
        return Promise.resolve(undefined);
      });
      await setSetting("apiServer.port", port);
      match(await said.promise, new RegExp(`runs at http://127\\.0\\.0\\.1:${port}\\.`));
      equal((await get(`http://127.0.0.1:${port}/v2/`)).status, 200);
    });

    it("starts for a script, and shows the lines in a document that no disk keeps", async () => {
      await commands.executeCommand("plots.connectScript");
      const document = window.activeTextEditor?.document;
      ok(document);
      equal(document.uri.scheme, "plots-script");
      equal(workspace.fs.isWritableFileSystem("plots-script"), undefined);
      match(document.getText(), /py\.sign_in\("me", "\w{20}", plotly_domain=here, plotly_api_domain=here\)/);
      ok(!document.isDirty && !document.isUntitled);
      await commands.executeCommand("plots.copyScript", "curl");
      match(await env.clipboard.readText(), /^plots='http:\/\/127\.0\.0\.1:\d+\/v2'\nuser='me:\w{20}'\n/);
    });

    it("takes the key back from the document when it is stopped", async () => {
      await commands.executeCommand("plots.connectScript");
      const document = window.activeTextEditor?.document;
      ok(document);
      await commands.executeCommand("plots.stopApiServer");
      await until(
        () => document.getText().includes("The API server is not running."),
        workspace.onDidChangeTextDocument,
      );
      doesNotMatch(document.getText(), /sign_in|API key/);
    });
  });
});
