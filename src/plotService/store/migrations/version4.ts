import { keyHash } from "../accounts/users.ts";
import type { Keys } from "../accounts/keys.ts";
import type { Database } from "../database/database.ts";
import { integer, text } from "../database/row.ts";

/** Version 4 keeps hashes of the API keys in the database, where the keys themselves stood. */
export function hideKeys(database: Database, keys: Keys): void {
  // SQLite overwrites what is deleted, on free pages too.
  database.script("PRAGMA secure_delete = ON");
  database.script("ALTER TABLE users ADD COLUMN key_hash TEXT");
  for (const row of database.all("SELECT id, username, api_key FROM users WHERE api_key IS NOT NULL")) {
    const key = text(row, "api_key");
    keys.set(text(row, "username"), key);
    database.run("UPDATE users SET key_hash = ? WHERE id = ?", keyHash(key), integer(row, "id"));
  }
  database.script("ALTER TABLE users DROP COLUMN api_key");
}
