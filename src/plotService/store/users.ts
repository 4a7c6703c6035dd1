import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import type { Microseconds } from "../time.ts";
import type { Database } from "./database.ts";
import { integer, text, textOrNull } from "./row.ts";
import type { Row } from "./row.ts";

export interface User {
  readonly id: number;
  readonly username: string;
  readonly joined: Microseconds;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** The accounts of the service. A user without an API key owns files and cannot sign in. */
export class Users {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(username: string): User | undefined {
    const row = this.#database.get("SELECT * FROM users WHERE username = ?", username);
    return row && toUser(row);
  }

  /** The user of that name, made where there is none. In a write transaction. */
  ensure(username: string, joined: Microseconds): User {
    this.#database.run("INSERT INTO users (username, joined) VALUES (?, ?) ON CONFLICT DO NOTHING", username, joined);
    const user = this.find(username);
    if (user === undefined) throw new Error("The user was not written.");
    return user;
  }

  /** The user's API key, made once and kept. In a write transaction. */
  ensureKey(user: User): string {
    const row = this.#database.get("SELECT api_key FROM users WHERE id = ?", user.id);
    const kept = row === undefined ? null : textOrNull(row, "api_key");
    if (kept !== null) return kept;
    const key = randomText(20);
    this.#database.run("UPDATE users SET api_key = ? WHERE id = ?", key, user.id);
    return key;
  }

  /** The user who has this name and this key. Takes as long for an unknown name as for a wrong key. */
  authenticate(username: string, key: string): User | undefined {
    const row = this.#database.get("SELECT * FROM users WHERE username = ?", username);
    const kept = row === undefined ? null : textOrNull(row, "api_key");
    const same = sameSecret(kept ?? "", key);
    return row !== undefined && kept !== null && same ? toUser(row) : undefined;
  }
}

/** Compares in a time that tells nothing about where two secrets differ, nor about their lengths. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(value: string): Buffer {
  return createHash("sha256").update(value).digest();
}

/** Letters and digits that cannot be guessed; 20 of them are 119 bits. */
export function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
}

export function toUser(row: Row): User {
  return { id: integer(row, "id"), username: text(row, "username"), joined: integer(row, "joined") };
}
