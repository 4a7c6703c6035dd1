import { Agent, get } from "node:http";
import { join } from "node:path";
import { compareRates, type Measurement } from "./measurement.ts";
import { inFolder, writePlots } from "./plotDatabase.ts";
import { Servers } from "./servers.ts";

const requests = 500;
const connections = 8;

/**
 * A server of node:http and nothing else. Its process is given what it sends by the first line that it reads, and says
 * where it listens.
 */
const bareServer = `
  const { createServer } = require("node:http");
  require("node:readline").createInterface({ input: process.stdin }).once("line", (line) => {
    const { headers, body } = JSON.parse(line);
    const bytes = Buffer.from(body);
    const server = createServer((_, response) => response.writeHead(200, headers).end(bytes));
    server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ url: "http://127.0.0.1:" + server.address().port })));
  });
`;

/** Requests a second that the listening service answers, against those of a bare server that sends the same bytes. */
export function requestsPerSecond(): Promise<Measurement> {
  return inFolder(async (folder) => {
    writePlots(join(folder, "plots.sqlite"), 1000);
    const servers = new Servers();
    const agent = new Agent({ keepAlive: true, maxSockets: connections });
    try {
      const ours = `${(await servers.service(folder)).url}/v2/plots`;
      const answer = await fetch(ours);
      const body = await answer.text();
      const { date: _, connection: _1, "keep-alive": _2, ...headers } = Object.fromEntries(answer.headers);
      const other = `${(await servers.script(bareServer, JSON.stringify({ headers, body }))).url}/v2/plots`;
      return await compareRates(
        "requests",
        `GET /v2/plots (${body.length} bytes) over ${connections} connections kept alive, against a bare node:http server that sends the same bytes; more is better.`,
        15,
        requests,
        () => run(agent, ours),
        () => run(agent, other),
      );
    } finally {
      agent.destroy();
      servers.end();
    }
  });
}

/** All of them, `connections` at once. */
async function run(agent: Agent, url: string): Promise<void> {
  let left = requests;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await read(agent, url);
  };
  await Promise.all(Array.from({ length: connections }, worker));
}

function read(agent: Agent, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`Status ${response.statusCode}.`));
      response.on("end", resolve).on("error", reject).resume();
    }).on("error", reject);
  });
}
