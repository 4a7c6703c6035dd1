import { chmodSync, closeSync, openSync, statSync } from "node:fs";

/**
 * Makes the database a file that only its owner may read, a new one before anything is in it. SQLite gives the files
 * beside it the same permissions. Never throws: opening the database says what is wrong.
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
      // The file is missing, or another owner's.
    }
  }
}
