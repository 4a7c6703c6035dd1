import type { Keys } from "../accounts/keys.ts";
import type { Database } from "../database/database.ts";
import { integer } from "../database/row.ts";
import { ForeignDatabaseError, NewerDatabaseError } from "./formatErrors.ts";
import type { Step } from "./step.ts";
import { version1 } from "./version1.ts";
import { version2 } from "./version2.ts";
import { version3 } from "./version3.ts";
import { hideKeys } from "./version4.ts";
import { version5 } from "./version5.ts";
import { gatherAnew } from "./version6.ts";
import { version7 } from "./version7.ts";
import { findGrids } from "./version8.ts";

/**
 * The steps to each version of the schema. A published step never changes; a new version comes behind the last.
 *
 * Times are integers: microseconds since 1970, as the API shows `creation_time`. Figures and column data are JSON
 * text, passed on without being parsed. `files.parent` is -1 for home.
 */
const STEPS: readonly Step[] = [version1, version2, version3, hideKeys, version5, gatherAnew, version7, findGrids];

/** Reads the version of the database's format. Throws NewerDatabaseError. */
export function refuseNewer(database: Database): number {
  const version = integer(database.get("PRAGMA user_version") ?? {}, "user_version");
  if (version <= STEPS.length) return version;
  throw new NewerDatabaseError(
    `The plots are kept in format ${version}, and this version knows formats up to ${STEPS.length}. Update Plot Files.`,
  );
}

/** Throws ForeignDatabaseError for a database without our tables, or with tables and without a version. */
function refuseForeign(database: Database, version: number): void {
  const tables = new Set(database.all("SELECT name FROM sqlite_schema WHERE type = 'table'").map(({ name }) => name));
  const isOurs =
    version === 0 ? tables.size === 0 : ["users", "files", "plots", "grids"].every((name) => tables.has(name));
  if (!isOurs) throw new ForeignDatabaseError("The file is the database of another program.");
}

/**
 * Brings the schema up to date. Call it in a write transaction. Throws NewerDatabaseError, ForeignDatabaseError.
 *
 * @param until The version to bring it to: the newest, unless a test wants an older database.
 * @returns Whether the database was empty before.
 */
export function migrate(database: Database, keys: Keys, until = STEPS.length): boolean {
  const version = refuseNewer(database);
  refuseForeign(database, version);
  for (const step of STEPS.slice(version, until)) {
    if (typeof step === "string") database.script(step);
    else step(database, keys);
  }
  if (version < until) database.script(`PRAGMA user_version = ${until}`);
  return version === 0;
}
