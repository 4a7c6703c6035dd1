import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** The API keys that people can read. The database itself keeps only hashes, which check them. */
export interface Keys {
  of(username: string): string | undefined;
  /** Call it in a write transaction of the database, so that no two processes write at once. */
  set(username: string, key: string): void;
}

/** The keys of a database in memory. */
export class MemoryKeys implements Keys {
  readonly #keys = new Map<string, string>();

  of(username: string): string | undefined {
    return this.#keys.get(username);
  }

  set(username: string, key: string): void {
    this.#keys.set(username, key);
  }
}

/** A file of keys beside the database: `{"me": "…"}`. Only its owner may read it. It is written whole or not at all. */
export class KeyFile implements Keys {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  of(username: string): string | undefined {
    return this.#read().get(username);
  }

  set(username: string, key: string): void {
    const keys = this.#read().set(username, key);
    const written = `${this.#path}.${process.pid}.new`;
    try {
      writeFileSync(written, `${JSON.stringify(Object.fromEntries(keys), undefined, 2)}\n`, { mode: 0o600 });
      chmodSync(written, 0o600);
      renameSync(written, this.#path);
    } catch (error) {
      rmSync(written, { force: true });
      throw error;
    }
  }

  /** Reads no keys from a file that is missing or damaged: new keys are made then. */
  #read(): Map<string, string> {
    let text: string;
    try {
      text = readFileSync(this.#path, "utf8");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return new Map();
      throw error;
    }
    try {
      const value: unknown = JSON.parse(text);
      const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
      return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
    } catch {
      return new Map();
    }
  }
}
