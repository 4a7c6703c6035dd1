import { keyHash } from "../accounts/users.ts";
import type { Keys } from "../accounts/keys.ts";
import type { Database } from "../database/database.ts";
import { integer, text } from "../database/row.ts";

/** Keys stood in the database as they are; now it has only what they are checked by. */
export function hideKeys(database: Database, keys: Keys): void {
  // What is deleted is overwritten, on the pages that nothing stands on any more too.
  database.script("PRAGMA secure_delete = ON");
  database.script("ALTER TABLE users ADD COLUMN key_hash TEXT");
  for (const row of database.all("SELECT id, username, api_key FROM users WHERE api_key IS NOT NULL")) {
    const key = text(row, "api_key");
    keys.set(text(row, "username"), key);
    database.run("UPDATE users SET key_hash = ? WHERE id = ?", keyHash(key), integer(row, "id"));
  }
  database.script("ALTER TABLE users DROP COLUMN api_key");
}
