import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Database } from "../../src/plotService/store/database/database.ts";
import { gatherAnew } from "../../src/plotService/store/migrations/version6.ts";
import { openPlotService } from "../../src/plotService/service.ts";

/** A folder of its own for the work, gone afterwards. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "plot-files-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A time that plot number 0 was made at; each further one is a minute younger. Milliseconds. */
const EPOCH = Date.UTC(2019, 0, 1);

export function creationTime(number: number): Date {
  return new Date(EPOCH + number * 60_000);
}

/** The owner of the folder that `writePlots` makes, and its number among the owner's files. */
export const folderOwner = "owner-0";
export const folderNumber = 10_000_000;

/**
 * Makes a database of the service with public plots of 50 owners. They are written by SQL, past the triggers (search
 * and notices, which lists do not read) and before the indexes: a million takes seconds that way.
 *
 * @param folder How many of the plots, the oldest, are one owner's and in one folder.
 * @param found Whether they are to be found by searches and counted in folders, which takes a minute for a million.
 */
export function writePlots(path: string, plots: number, { folder = 0, found = false } = {}): void {
  openPlotService({ database: path, library: [] }).close();
  const database = new DatabaseSync(path);
  try {
    const later = database
      .prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND type IN ('trigger', 'index')")
      .all()
      .filter(({ name }) => !String(name).startsWith("search_"));
    const all = database.prepare("SELECT type, name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
    const dropped = [...new Map([...later, ...all].map((row) => [row["name"], row])).values()];
    database.exec("PRAGMA synchronous = OFF; BEGIN");
    for (const { type, name } of dropped) database.exec(`DROP ${String(type)} ${String(name)}`);
    database.exec(`
      CREATE TEMP TABLE numbers AS WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n LIMIT ${plots}) SELECT n FROM n;
      INSERT INTO users (username, joined) SELECT 'owner-' || n, 0 FROM numbers LIMIT 50;
      INSERT INTO files (owner_id, idlocal, filetype, filename, created, modified, world_readable, views, quality)
        SELECT u.id, n, 'plot', 'plot ' || n, (${EPOCH} + n * 60000) * 1000, (${EPOCH} + n * 60000) * 1000, 1,
          (n * 7919) % 5000, n % 11
          FROM numbers JOIN users u ON u.username = 'owner-' || (CASE WHEN n < ${folder} THEN 0 ELSE n % 50 END);
      UPDATE files SET parent = ${folderNumber} WHERE idlocal < ${folder};
      INSERT INTO plots (file_id, figure) SELECT id,
        '{"data":[{"type":"scatter","mode":"lines","xsrc":"bench:1:abcdef","ysrc":"bench:1:123456"}],'
          || '"layout":{"title":{"text":"Plot ' || idlocal || '"}}}' FROM files;
      INSERT INTO files (owner_id, idlocal, filetype, filename, created, modified, world_readable)
        SELECT id, ${folderNumber}, 'fold', 'many', 0, 0, 1 FROM users WHERE username = '${folderOwner}' AND ${folder} > 0;
    `);
    for (const { sql } of dropped) database.exec(String(sql));
    database.exec("COMMIT; DROP TABLE numbers; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)");
  } finally {
    database.close();
  }
  if (!found) return;
  const whole = new Database(path);
  try {
    whole.script("PRAGMA synchronous = OFF");
    whole.write(() => gatherAnew(whole));
    whole.script("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)");
  } finally {
    whole.close();
  }
}
