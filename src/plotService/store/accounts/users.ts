import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import type { Microseconds } from "../../model/time.ts";
import type { Database } from "../database/database.ts";
import type { Keys } from "./keys.ts";
import { integer, text, textOrNull } from "../database/row.ts";
import type { Row } from "../database/row.ts";

export interface User {
  readonly id: number;
  readonly username: string;
  readonly joined: Microseconds;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** The accounts of the service. A user without an API key owns files and cannot sign in. */
export class Users {
  readonly #database: Database;
  readonly #keys: Keys;

  constructor(database: Database, keys: Keys) {
    this.#database = database;
    this.#keys = keys;
  }

  find(username: string): User | undefined {
    const row = this.#database.get("SELECT * FROM users WHERE username = ?", username);
    return row && toUser(row);
  }

  /** Finds the user of that name, and makes one where there is none. Call it in a write transaction. */
  ensure(username: string, joined: Microseconds): User {
    this.#database.run("INSERT INTO users (username, joined) VALUES (?, ?) ON CONFLICT DO NOTHING", username, joined);
    const user = this.find(username);
    if (user === undefined) throw new Error("The user was not written.");
    return user;
  }

  /**
   * Finds the user's API key, which is made once and kept. Where the file of keys is gone, it makes a new key. Call it
   * in a write transaction.
   */
  ensureKey(user: User): string {
    const hash = this.#hashOf(user.username);
    const shown = this.#keys.of(user.username);
    if (shown !== undefined && hash !== undefined && sameSecret(hash, keyHash(shown))) return shown;
    // A key without a hash was written by a process that ended before it wrote the hash.
    const key = shown !== undefined && hash === undefined ? shown : randomText(20);
    if (key !== shown) this.#keys.set(user.username, key);
    this.#database.run("UPDATE users SET key_hash = ? WHERE id = ?", keyHash(key), user.id);
    return key;
  }

  /** Finds the user who has this name and this key. An unknown name takes as long as a wrong key. */
  authenticate(username: string, key: string): User | undefined {
    const row = this.#database.get("SELECT * FROM users WHERE username = ?", username);
    const kept = row === undefined ? null : textOrNull(row, "key_hash");
    const same = sameSecret(kept ?? "", keyHash(key));
    return row !== undefined && kept !== null && same ? toUser(row) : undefined;
  }

  #hashOf(username: string): string | undefined {
    const row = this.#database.get("SELECT key_hash FROM users WHERE username = ?", username);
    return row === undefined ? undefined : (textOrNull(row, "key_hash") ?? undefined);
  }
}

/** Hashes a key, to check it by. A key is random, so that a hash without salt gives nothing of it away. */
export function keyHash(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** Compares two secrets. The time that it takes tells neither where they differ nor how long they are. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(value: string): Buffer {
  return createHash("sha256").update(value).digest();
}

/** Draws letters and digits that nobody can guess; 20 of them are 119 bits. */
export function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
}

export function toUser(row: Row): User {
  return { id: integer(row, "id"), username: text(row, "username"), joined: integer(row, "joined") };
}
