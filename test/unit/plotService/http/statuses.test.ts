import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { request } from "node:http";
import { createApp } from "../../../../src/plotService/app.ts";
import { listen } from "../../../../src/plotService/listen.ts";
import { Store } from "../../../../src/plotService/store/store.ts";
import { PlotsClient } from "../../../../src/plotsApi/resources/client.ts";
import { libraryPlot, ORIGIN, TestService } from "../support.ts";

interface Row {
  readonly status: number;
  readonly when: string;
  readonly python: string;
  readonly r: string;
  readonly curl: string;
  readonly ours: string;
}

interface Answered {
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, string>;
}

const DOCUMENT = readFileSync(new URL("../../../../docs/api-statuses.md", import.meta.url), "utf8");
const ROWS: readonly Row[] = DOCUMENT.split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [status = "", when = "", python = "", r = "", curl = "", ours = ""] = line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
    return { status: Number(status), when, python, r, curl, ours };
  });

/** `chart_studio/api/v2/utils.py`. */
const pythonSends = ({ status, body }: Answered): string =>
  status >= 500 || status === 429 || body.includes("Uh oh, an error occurred") ? "for 180 s" : "once";
/** `httr::RETRY(times = 5, terminate_on = c(400, 401, 403, 404))`. */
const rSends = ({ status }: Answered): string =>
  status < 400 || [400, 401, 403, 404].includes(status) ? "once" : "5 times";
/** The statuses that its manual page names. */
const curlSends = ({ status }: Answered): string =>
  [408, 429, 500, 502, 503, 504].includes(status) ? "4 times" : "once";

/** Our own client, as it is: how often it sends. */
async function weSend({ status, body, headers }: Answered): Promise<string> {
  let sent = 0;
  const client = new PlotsClient({
    root: "http://plots.test/v2",
    platform: "test",
    fetch: () => {
      sent += 1;
      return new Response(status === 204 ? null : body, { status, headers });
    },
    clock: { now: () => 0, random: () => 0, sleep: () => Promise.resolve() },
  });
  await client.plots.get("me:0");
  const reads = sent;
  sent = 0;
  await client.plots.create({ figure: {} });
  const times = (count: number): string => (count === 1 ? "once" : `${count} times`);
  return reads === sent ? times(reads) : `a read ${times(reads)}, a write ${times(sent)}`;
}

/** By the words of the row. */
const SITUATIONS: Record<string, (tools: Tools) => Promise<Answered>> = {
  "The request was carried out": ({ service }) => ask(service, "GET", "/v2/plots"),
  "Something was created": ({ service }) => ask(service, "POST", "/v2/plots", { figure: { data: [] } }),
  "It is gone, or kept, and there is nothing to say": async ({ service }) =>
    ask(service, "DELETE", `/v2/plots/${await service.createPlot()}`),
  "The body or a parameter is refused": ({ service }) => ask(service, "POST", "/v2/plots", {}),
  "A folder of that name already exists": async ({ service }) => {
    await service.post("/v2/folders", { path: "there" });
    return ask(service, "POST", "/v2/folders", { path: "there" });
  },
  "The disk is full": async ({ database }) => {
    const store = opened(database);
    store.database.script("PRAGMA max_page_count = 1");
    return askStore(store, database, "POST", "/v2/plots", {
      figure: { data: [], layout: { meta: "x".repeat(50_000) } },
    });
  },
  "The database is damaged": async ({ database }) => {
    const service = new TestService({ database });
    await service.createPlot({ figure: { data: [], layout: { meta: "x".repeat(50_000) } } });
    service.service.close();
    const sqlite = new DatabaseSync(database);
    const { rootpage } = sqlite.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'plots'").get() ?? {};
    const { page_size: size } = sqlite.prepare("PRAGMA page_size").get() ?? {};
    sqlite.close();
    const file = readFileSync(database);
    file.fill(0xff, (Number(rootpage) - 1) * Number(size), Number(rootpage) * Number(size));
    writeFileSync(database, file);
    const broken = new TestService({ database });
    return ended(broken, ask(broken, "GET", "/v2/plots"));
  },
  "The database belongs to a newer version": async ({ database }) => {
    const service = new TestService({ database });
    const sqlite = new DatabaseSync(database);
    sqlite.exec("PRAGMA user_version = 1000; DROP TABLE plots");
    sqlite.close();
    return ended(service, ask(service, "GET", "/v2/plots"));
  },
  "The service met an error of its own": async ({ database }) => {
    const service = new TestService({ database });
    const sqlite = new DatabaseSync(database);
    sqlite.exec("DROP TABLE plots");
    sqlite.close();
    return ended(service, ask(service, "GET", "/v2/plots"));
  },
  "The service is closed": ({ service }) => {
    service.service.close();
    return ask(service, "GET", "/v2/plots");
  },
  "The key is wrong, or there is none": ({ service }) =>
    ask(service, "POST", "/v2/plots", { figure: { data: [] } }, { authorization: "" }),
  "The file is somebody else's": ({ service }) => ask(service, "PATCH", "/v2/plots/ada:0", { filename: "mine" }),
  "A web page of another origin, or another name than this computer's": async ({ service }) => {
    const listening = await listen(service.service, { port: 0 });
    try {
      return await askSocket(listening.url, { host: "evil.example" });
    } finally {
      await listening.close();
    }
  },
  "There is no such file, or it is private": ({ service }) => ask(service, "GET", "/v2/plots/ada:1"),
  "The public service had it, this one has not: pictures, dashboards, sessions…": async ({ service }) => {
    const [image, ...others] = [
      await ask(service, "POST", "/v2/images", { figure: {} }),
      await ask(service, "GET", "/v2/dashboards"),
      await ask(service, "POST", "/v2/users/login", {}),
    ];
    for (const { status } of others) assert.equal(status, image?.status);
    assert.ok(image);
    return image;
  },
  "There is no such page of a list": ({ service }) => ask(service, "GET", "/v2/folders/home?page=99"),
  "The method is none of this address": ({ service }) => ask(service, "DELETE", "/v2/plots"),
  "A file of that name already exists": async ({ service }) => {
    await service.createPlot({ filename: "taken" });
    return ask(service, "POST", "/v2/plots", { figure: { data: [] }, filename: "taken" });
  },
  "The body, or the answer, is too large": ({ service }) =>
    ask(service, "POST", "/v2/plots", { figure: { data: [], layout: { meta: "x".repeat(200_000) } } }),
  "The body is of a wrong type": ({ service }) =>
    ask(service, "POST", "/v2/plots", {}, { "content-type": "text/html" }),
  "Another program has been writing for five seconds; `Retry-After: 1`": async ({ database }) => {
    const service = new TestService({ database });
    const sqlite = new DatabaseSync(database);
    sqlite.exec("BEGIN IMMEDIATE");
    const reply = await ask(service, "POST", "/v2/plots", { figure: { data: [] } });
    sqlite.close();
    assert.equal(reply.headers["retry-after"], "1");
    service.service.close();
    return reply;
  },
};

interface Tools {
  readonly service: TestService;
  /** A file that is not there yet. */
  readonly database: string;
}

describe("the table of what clients do with each status", () => {
  let folder: string;
  let service: TestService;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "statuses-"));
    service = new TestService({
      library: [libraryPlot({}), libraryPlot({ filename: "private", worldReadable: false })],
      maxBody: 100_000,
    });
  });

  afterEach(() => {
    service.service.close();
    rmSync(folder, { recursive: true });
  });

  it("has a row for each situation, and tries each row", () => {
    assert.deepEqual(ROWS.map(({ when }) => when).toSorted(), Object.keys(SITUATIONS).toSorted());
  });

  for (const row of ROWS) {
    it(`holds: ${row.status}, ${row.when}`, async function () {
      this.timeout(30_000);
      const answered = await SITUATIONS[row.when]?.({ service, database: join(folder, "plots.sqlite") });
      assert.ok(answered);
      assert.deepEqual(
        {
          ...row,
          status: answered.status,
          python: pythonSends(answered),
          r: rSends(answered),
          curl: curlSends(answered),
          ours: await weSend(answered),
        },
        row,
      );
      if (answered.status < 400) return;
      const body: unknown = JSON.parse(answered.body);
      const { detail } = body as { detail: string };
      assert.match(detail, /^[A-Z].*[.…]?$/);
      assert.equal(answered.status >= 500, answered.headers["retry-after"] !== undefined);
    });
  }
});

async function ask(
  { service, credentials }: TestService,
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const all = { ...credentials, ...headers };
  const sent = { method, headers: all, ...(body !== undefined && { body: JSON.stringify(body) }) };
  return read(await service.fetch(new Request(`${ORIGIN}${path}`, sent)));
}

async function ended(service: TestService, answer: Promise<Answered>): Promise<Answered> {
  try {
    return await answer;
  } finally {
    service.service.close();
  }
}

function opened(database: string): Store {
  new TestService({ database }).service.close();
  return new Store(database);
}

/** A service over a store that a test has changed. */
async function askStore(store: Store, database: string, method: string, path: string, body: object): Promise<Answered> {
  const keys = new TestService({ database });
  const app = createApp({ store, now: () => 0, webOrigin: undefined, maxBody: 1_000_000, report: () => undefined });
  const sent = { method, headers: keys.credentials, body: JSON.stringify(body) };
  keys.service.close();
  const answer = await read(await app.fetch(new Request(`${ORIGIN}${path}`, sent)));
  store.database.close();
  return answer;
}

async function read(response: Response): Promise<Answered> {
  return {
    status: response.status,
    body: await response.text(),
    headers: Object.fromEntries(response.headers),
  };
}

function askSocket(url: string, headers: Record<string, string>): Promise<Answered> {
  return new Promise((resolve, reject) => {
    request(`${url}/v2/plots`, { headers }, (response) => {
      let body = "";
      response.on("data", (bytes) => (body += String(bytes)));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body, headers: {} }));
    })
      .on("error", reject)
      .end();
  });
}
