import { writeSync } from "node:fs";
import type { Reply } from "./support.ts";
import { at, TestService, textAt } from "./support.ts";

/**
 * A process that writes until it is killed, or for a number of rounds: adds rows to one grid, and makes grids with
 * plots and overwrites these. It says a line of JSON for each write only once that is acknowledged.
 */
const [, , database = "", shared = "", label = "", rounds = "Infinity"] = process.argv;
const service = await TestService.whenFree({ database });

function acknowledge(reply: Reply, what: Record<string, unknown>): void {
  if (reply.status >= 300) throw new Error(reply.text);
  writeSync(1, `${JSON.stringify(what)}\n`);
}

for (let round = 0; round < Number(rounds); round++) {
  const text = `${label} ${round}`;
  const row = await service.post(`/v2/grids/${shared}/row`, { rows: [[text, text]] });
  acknowledge(row, { row: text });
  const cols = { a: { data: [text], order: 0 }, b: { data: [text, text], order: 1 } };
  const grid = await service.post("/v2/grids", { data: { cols }, filename: `grid ${text}` });
  acknowledge(grid, { grid: at(grid, "file", "fid") ?? null, text });
  const src = `${textAt(grid, "file", "fid")}:${textAt(grid, "file", "cols", 0, "uid")}`;
  const plot = await service.post("/v2/plots", { figure: { data: [{ xsrc: src }] }, filename: `plot ${text}` });
  const fid = textAt(plot, "file", "fid");
  acknowledge(plot, { plot: fid, name: `plot ${text}`, type: null });
  const change = { figure: { data: [{ type: "bar", xsrc: src }] }, filename: `bar ${text}` };
  acknowledge(await service.send("PUT", `/v2/plots/${fid}`, { body: change }), {
    plot: fid,
    name: `bar ${text}`,
    type: "bar",
  });
}
service.service.close();
