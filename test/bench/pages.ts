import { mkdirSync } from "node:fs";
import { Agent, get } from "node:http";
import { join } from "node:path";
import { compare, type Measurement, time } from "./measurement.ts";
import { folderNumber, folderOwner, inFolder, writePlots } from "./plotDatabase.ts";
import { Servers } from "./servers.ts";

/** One page is below a clock's grain; this many of each make a round. */
const requests = 30;
const rounds = 25;

/** What is asked of ours, and by which query and values a bare server answers the same. */
interface Page {
  readonly path: string;
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/**
 * A server of node:http and node:sqlite and nothing else: `/0`, `/1`… are the pages that it is told of by the first line
 * that it reads.
 */
const bareServer = `
  const { createServer } = require("node:http");
  const { DatabaseSync } = require("node:sqlite");
  require("node:readline").createInterface({ input: process.stdin }).once("line", (line) => {
    const { database, pages } = JSON.parse(line);
    const sqlite = new DatabaseSync(database, { readOnly: true });
    const statements = pages.map(({ sql }) => sqlite.prepare(sql));
    const server = createServer((request, response) => {
      const number = Number(request.url.slice(1));
      const body = JSON.stringify(statements[number].all(...pages[number].values));
      response.writeHead(200, { "content-type": "application/json" }).end(body);
    });
    server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ url: "http://127.0.0.1:" + server.address().port })));
  });
`;

const SELECT = `SELECT files.*, users.username, users.joined, plots.figure FROM files
  JOIN users ON users.id = files.owner_id JOIN plots ON plots.file_id = files.id`;

/** The first page of the folder, and one from its first thousand. */
function folderPages(): Page[] {
  const where = `WHERE users.username = ? AND files.parent = ? AND files.deleted IS NULL
    ORDER BY files.created DESC LIMIT 20 OFFSET ?`;
  return [1, 40].map((page) => ({
    path: `/v2/folders/${folderOwner}:${folderNumber}?page=${page}`,
    sql: `${SELECT} ${where}`,
    values: [folderOwner, folderNumber, (page - 1) * 20],
  }));
}

/** A word that every plot has, the beginning of some numbers, both, and nothing. */
function searchPages(): Page[] {
  const words: readonly (readonly [string, string])[] = [
    ["plot", '"plot"'],
    ["12", '"12" *'],
    ["plot 77", '"plot" "77" *'],
  ];
  const found = words.map(([q, match]) => ({
    path: `/v2/search?q=${encodeURIComponent(q)}`,
    sql: `${SELECT} JOIN search ON search.rowid = files.id WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT 20`,
    values: [match],
  }));
  const newest = `${SELECT} WHERE files.world_readable = 1 AND files.deleted IS NULL ORDER BY files.id DESC LIMIT 20`;
  return [...found, { path: "/v2/search?q=", sql: newest, values: [] }];
}

/** A page of a folder of 20,000 among 200,000 plots, as its owner reads it. */
export function folder200k(): Promise<Measurement> {
  return againstBare("folder-200k", "A page of a folder of 20000 files", folderPages());
}

/** Searches among 200,000 plots. */
export function search200k(): Promise<Measurement> {
  return againstBare("search-200k", "Searches for a word of all plots, for few and for nothing", searchPages());
}

function againstBare(name: string, what: string, pages: readonly Page[]): Promise<Measurement> {
  const plots = 200_000;
  return inFolder(async (folder) => {
    const database = join(folder, "plots.sqlite");
    writePlots(database, plots, { folder: plots / 10, found: true });
    const servers = new Servers();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    try {
      const ours = await start(servers, folder);
      const bare = (await servers.script(bareServer, JSON.stringify({ database, pages }))).url;
      await requireFull(agent, ours, pages);
      return await compare(
        name,
        `${what}, of ${plots} plots, over one connection kept alive, against a bare server of node:http and node:sqlite that answers the same query with JSON.stringify of its rows; ${requests} times each.`,
        rounds,
        () =>
          read(
            agent,
            pages.map(({ path }) => `${ours.url}${path}`),
            ours.headers,
          ),
        () =>
          read(
            agent,
            pages.map((_, index) => `${bare}/${index}`),
          ),
      );
    } finally {
      agent.destroy();
      servers.end();
    }
  });
}

/** The same pages of a million plots, a tenth of them in the folder, against those of 200,000. */
export function pagesGrowth(): Promise<Measurement> {
  const [many, few] = [1_000_000, 200_000];
  const pages = [...folderPages(), ...searchPages()];
  return inFolder(async (folder) => {
    const servers = new Servers();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    try {
      const [large, small] = [join(folder, "many"), join(folder, "few")];
      const started: Reached[] = [];
      for (const [place, plots] of [
        [large, many],
        [small, few],
      ] as const) {
        mkdirSync(place);
        writePlots(join(place, "plots.sqlite"), plots, { folder: plots / 10, found: true });
        started.push(await start(servers, place));
      }
      const [one, other] = started;
      if (one === undefined || other === undefined) throw new Error("There are two services.");
      for (const service of started) await requireFull(agent, service, pages);
      const all = (service: Reached) =>
        read(
          agent,
          pages.map(({ path }) => `${service.url}${path}`),
          service.headers,
        );
      return await compare(
        "pages-growth",
        `The pages of folder-200k and search-200k, of ${many} plots against those of ${few} plots; ${requests} times each.`,
        rounds,
        () => all(one),
        () => all(other),
      );
    } finally {
      agent.destroy();
      servers.end();
    }
  });
}

interface Reached {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The plot service, asked as the folder's owner. */
async function start(servers: Servers, folder: string): Promise<Reached> {
  const { url, users = [] } = await servers.service(folder, "--empty", "--user", "me", "--user", folderOwner);
  const key = users.find(({ username }) => username === folderOwner)?.apiKey ?? "";
  return { url, headers: { authorization: `Basic ${btoa(`${folderOwner}:${key}`)}` } };
}

async function requireFull(agent: Agent, { url, headers }: Reached, pages: readonly Page[]): Promise<void> {
  for (const { path } of pages) {
    const body = JSON.parse(await text(agent, `${url}${path}`, headers)) as Body;
    const { results } = body.children ?? body;
    if (results?.length !== 20) throw new Error(`The page ${path} is not full.`);
  }
}

interface Body {
  readonly results?: readonly unknown[];
  readonly children?: { readonly results?: readonly unknown[] };
}

/** Milliseconds for all of them, one after the other. */
function read(agent: Agent, urls: readonly string[], headers: Readonly<Record<string, string>> = {}): Promise<number> {
  return time(async () => {
    for (let count = 0; count < requests; count++) for (const url of urls) await text(agent, url, headers);
  });
}

function text(agent: Agent, url: string, headers: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`Status ${response.statusCode} of ${url}.`));
      let body = "";
      response.setEncoding("utf8").on("data", (chunk) => (body += String(chunk)));
      response.on("end", () => resolve(body)).on("error", reject);
    }).on("error", reject);
  });
}
