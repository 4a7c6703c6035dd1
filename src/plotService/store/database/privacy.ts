import { chmodSync, closeSync, openSync, statSync } from "node:fs";

/**
 * Makes the database a file that nobody but its owner may read, before anything is in it, and an older one so as well.
 * SQLite gives the files beside it the same permissions. Never throws: what opens the database says what is wrong.
 */
export function keepPrivate(path: string): void {
  try {
    closeSync(openSync(path, "a", 0o600));
  } catch {
    return;
  }
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    try {
      if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
    } catch {
      // Not there, or another owner's.
    }
  }
}
