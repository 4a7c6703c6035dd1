import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import type { Json } from "../../../src/figure/model/figure.ts";
import { at, list, TestService, textAt } from "./support.ts";

/** How many processes are killed while they write; `PLOT_CRASHES=200` for a long look. */
const CRASHES = Number(process.env["PLOT_CRASHES"] ?? 20);
const WRITER = join(import.meta.dirname, "crashWriter.ts");

interface Writer {
  readonly child: ChildProcess;
  /** What was acknowledged so far. */
  readonly said: Json[];
  readonly ended: Promise<unknown>;
}

function write(database: string, shared: string, label: string, rounds?: number): Writer {
  const args = [WRITER, database, shared, label, ...(rounds === undefined ? [] : [String(rounds)])];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const said: Json[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    const value: Json = JSON.parse(line);
    said.push(value);
    child.emit("said", said.length);
  });
  return { child, said, ended: Promise.all([once(child, "exit"), once(lines, "close")]) };
}

describe("plots that are written while processes come and go", () => {
  let folder: string;
  let database: string;
  let shared: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "crash-"));
    database = join(folder, "plots.sqlite");
    const service = new TestService({ database });
    shared = (await service.createGrid({ one: [], other: [] }, { filename: "shared" })).fid;
    service.service.close();
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it(`keep all that was acknowledged, and nothing by halves, when a writer is killed ${CRASHES} times`, async function () {
    this.timeout(30_000 + CRASHES * 15_000);
    const acknowledged: Json[] = [];
    const crash = async (number: number): Promise<void> => {
      const { child, said, ended } = write(database, shared, `crash ${number}`);
      const enough = 1 + Math.floor(Math.random() * 30);
      child.on("said", (count: number) => {
        // Somewhere in the writes that follow: right now, or a few turns of this process later.
        if (count === enough) setTimeout(() => child.kill("SIGKILL"), Math.random() * 8);
      });
      await ended;
      assert.equal(child.signalCode, "SIGKILL");
      acknowledged.push(...said);
    };
    // Two at a time, so that one goes on writing where the other was killed.
    const line = async (first: number): Promise<void> => {
      for (let number = first; number < CRASHES; number += 2) await crash(number);
    };
    await Promise.all([line(0), line(1)]);
    await check(acknowledged);
  });

  it("lose no write of two processes at once, and tell neither that the database is locked", async function () {
    this.timeout(60_000);
    const writers = [write(database, shared, "left", 25), write(database, shared, "right", 25)];
    await Promise.all(writers.map(({ ended }) => ended));
    for (const { child, said } of writers) assert.deepEqual([child.exitCode, said.length], [0, 100]);
    await check(writers.flatMap(({ said }) => said));
  });

  /** Everything acknowledged is there as it was last; what was not acknowledged is there whole or not at all. */
  async function check(acknowledged: readonly Json[]): Promise<void> {
    const sqlite = new DatabaseSync(database);
    const one = (sql: string) => Object.values(sqlite.prepare(sql).get() ?? {})[0];
    assert.equal(one("PRAGMA integrity_check"), "ok");
    assert.equal(one("PRAGMA foreign_key_check"), undefined);
    const halves = `SELECT count(*) FROM files f WHERE NOT EXISTS (SELECT 1 FROM plots p WHERE p.file_id = f.id)
      AND NOT EXISTS (SELECT 1 FROM grids g JOIN columns c ON c.grid_id = g.file_id WHERE g.file_id = f.id)`;
    assert.equal(one(halves), 0);
    assert.equal(one("SELECT count(*) FROM files"), one("SELECT count(*) FROM search"));
    sqlite.close();
    const service = new TestService({ database });
    const plots = new Map<string, Json>();
    for (const line of acknowledged) {
      if (at(line, "plot") !== undefined) plots.set(textAt(line, "plot"), line);
      if (at(line, "grid") === undefined) continue;
      const text = textAt(line, "text");
      const content = await service.get(`/v2/grids/${textAt(line, "grid")}/content`);
      assert.deepEqual([at(content, "cols", "a", "data"), at(content, "cols", "b", "data")], [[text], [text, text]]);
    }
    for (const [fid, line] of plots) {
      const plot = await service.get(`/v2/plots/${fid}`);
      const [name, type] = [textAt(plot, "filename"), at(plot, "figure", "data", 0, "type") ?? null];
      // A change that was killed may have been kept without being acknowledged: then name and figure are both new.
      assert.equal(type === "bar", name.startsWith("bar "), fid);
      if (at(line, "type") === "bar") assert.equal(name, at(line, "name"));
    }
    const columns = list(await service.get(`/v2/grids/${shared}/col`), "cols").map((col) => list(col, "data"));
    assert.deepEqual(columns[0], columns[1]);
    const rows = new Set(columns[0]);
    assert.equal(rows.size, columns[0]?.length);
    for (const line of acknowledged) if (at(line, "row") !== undefined) assert.ok(rows.has(textAt(line, "row")));
    service.service.close();
  }
});
