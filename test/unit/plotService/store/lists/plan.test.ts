import assert from "node:assert/strict";
import type { SQLInputValue } from "node:sqlite";
import { Database } from "../../../../../src/plotService/store/database/database.ts";
import { FileList } from "../../../../../src/plotService/store/lists/fileList.ts";
import { MemoryKeys } from "../../../../../src/plotService/store/accounts/keys.ts";
import { migrate } from "../../../../../src/plotService/store/migrations/migrate.ts";
import { PlotGrids } from "../../../../../src/plotService/store/plots/plotGrids.ts";
import { Plots } from "../../../../../src/plotService/store/plots/plots.ts";
import type { Row, Values } from "../../../../../src/plotService/store/database/row.ts";
import { Users } from "../../../../../src/plotService/store/accounts/users.ts";

/** A database that keeps how SQLite goes about each query. */
class Planned extends Database {
  readonly steps: string[] = [];

  override all(sql: string, ...values: SQLInputValue[]): Row[] {
    this.#explain(sql, values);
    return super.all(sql, ...values);
  }

  override lists(sql: string, ...values: SQLInputValue[]): Values[] {
    this.#explain(sql, values);
    return super.lists(sql, ...values);
  }

  override get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    if (sql.startsWith("SELECT")) this.#explain(sql, values);
    return super.get(sql, ...values);
  }

  #explain(sql: string, values: readonly SQLInputValue[]): void {
    for (const step of super.all(`EXPLAIN QUERY PLAN ${sql}`, ...values)) this.steps.push(String(step["detail"]));
  }
}

describe("reading a page of a long list", () => {
  for (const order of ["created", "views"] as const) {
    for (const descending of [true, false]) {
      for (const qualities of [undefined, [0], [3, 4, 5, 6]]) {
        for (const from of [undefined, { value: 5, id: 7 }]) {
          const what = `${order} ${descending ? "down" : "up"}, qualities ${String(qualities ?? "all")}`;
          it(`starts where the page stands and sorts no more than a page: ${what}, ${from ? "a later" : "the first"} page`, () => {
            const database = new Planned(":memory:");
            database.write(() => migrate(database, new MemoryKeys()));
            new Plots(database, new PlotGrids(database)).page({ order, descending, qualities, from, limit: 10 });
            const [index = ""] = database.steps.filter((step) => / INDEX plots_/.test(step));
            const name = qualities === undefined ? `plots_${order}` : `plots_quality_${order}`;
            // The first page is read from the end of the index, a later one from its place in it.
            const start = from === undefined ? "" : `.*\\b${order}[<>]`;
            assert.match(index, new RegExp(`^(SEARCH|SCAN) \\w+ USING (COVERING )?INDEX ${name}\\b${start}`));
            assert.ok(!database.steps.some((step) => /^SCAN (files|f)$/.test(step)), database.steps.join("\n"));
            if (qualities === undefined) {
              const ids = database.steps.slice(0, database.steps.indexOf(index) + 1);
              assert.ok(!ids.some((step) => step.includes("TEMP B-TREE")), database.steps.join("\n"));
            }
            database.close();
          });
        }
      }
    }
  }
});

describe("reading a page of a long folder", () => {
  for (const kind of ["folder", "all"] as const) {
    for (const order of ["created", "modified", "filename", "filetype", "views"] as const) {
      for (const descending of [true, false]) {
        for (const viewed of ["by its owner", "by others"]) {
          it(`starts where the page stands, counts nothing and sorts no more than the page: ${kind}, ${order} ${descending ? "down" : "up"}, ${viewed}`, () => {
            const database = new Planned(":memory:");
            const keys = new MemoryKeys();
            database.write(() => migrate(database, keys));
            const owner = database.write(() => new Users(database, keys).ensure("me", 0));
            database.steps.splice(0);
            new FileList(database).page({
              scope: kind === "folder" ? { kind, owner, parent: 5 } : { kind, owner },
              viewer: viewed === "by others" ? undefined : owner,
              filetypes: undefined,
              order,
              descending,
              offset: 0,
              limit: 10,
            });
            const steps = database.steps.join("\n");
            const name = kind === "folder" && order === "filename" ? "files_name" : `${kind}_${order}`;
            const index = new RegExp(`^SEARCH f USING (COVERING )?INDEX ${name} `, "m");
            assert.match(steps, index);
            assert.doesNotMatch(steps, /SCAN (files|f)\b/);
            // The page itself is put in order once more.
            assert.ok(steps.split("TEMP B-TREE").length <= 2, steps);
            assert.ok(steps.indexOf("TEMP B-TREE") === -1 || steps.indexOf("TEMP B-TREE") > steps.search(index), steps);
            database.close();
          });
        }
      }
    }
  }
});
