import { MOST_FRESH_PAGES } from "../limits.ts";
import type { Result } from "../errors/result.ts";
import { ok } from "../errors/result.ts";
import type { Page, PageKey } from "./page.ts";

/** Asks a server for one page. */
export type AskPage<Item, Key extends PageKey> = (
  page: Key,
  signal: AbortSignal | undefined,
) => Promise<Result<Page<Item, Key>>>;

/**
 * Reads a list page by page and keeps what came: each item once, however the pages overlap. It ends even where the
 * server's links run in a circle. After an error it asks for the same page again.
 */
export class Pager<Item extends { readonly fid: string }, Key extends PageKey> {
  readonly #first: Key;
  readonly #ask: AskPage<Item, Key>;
  readonly #seen = new Set<string>();
  readonly #items = new Map<string, Item>();
  #next: Key | undefined;
  #looped = false;
  #pending: Promise<Result<readonly Item[]>> | undefined;

  constructor(first: Key, ask: AskPage<Item, Key>) {
    this.#first = first;
    this.#next = first;
    this.#ask = ask;
  }

  /** All items so far, in the server's order. */
  get items(): readonly Item[] {
    return [...this.#items.values()];
  }

  /** Whether the last page has been read. */
  get done(): boolean {
    return this.#next === undefined;
  }

  /** Whether the list was ended because the server's links led back to what was read already. */
  get looped(): boolean {
    return this.#looped;
  }

  /**
   * Reads the next page and gives the items that it added; none when done. Calls at the same time share one request.
   */
  more(signal?: AbortSignal): Promise<Result<readonly Item[]>> {
    this.#pending ??= this.#read(signal).finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  /** Puts another state of an item in its place. Gives false where the item was not read. */
  renew(item: Item): boolean {
    if (!this.#items.has(item.fid)) return false;
    this.#items.set(item.fid, item);
    return true;
  }

  /** Takes away an item that is no longer listed. Gives false where it was not read. */
  drop(fid: string): boolean {
    return this.#items.delete(fid);
  }

  /**
   * Reads from the beginning as far as something is new, and puts that first. What was read stays, and so does the next
   * page. Gives false where so much is new that the list is better read anew.
   */
  async catchUp(signal?: AbortSignal): Promise<Result<boolean>> {
    if (this.#items.size === 0) return ok(false);
    const fresh: Item[] = [];
    let at: Key | undefined = this.#first;
    for (let pages = 1; pages <= MOST_FRESH_PAGES; pages++) {
      const page: Result<Page<Item, Key>> = await this.#ask(at, signal);
      if (!page.ok) return page;
      fresh.push(...page.value.results);
      at = page.value.next;
      if (at === undefined || page.value.results.some(({ fid }) => this.#items.has(fid))) {
        this.#putFirst(fresh);
        return ok(true);
      }
    }
    return ok(false);
  }

  async #read(signal: AbortSignal | undefined): Promise<Result<readonly Item[]>> {
    if (this.#next === undefined) return ok([]);
    const page = await this.#ask(this.#next, signal);
    if (!page.ok) return page;
    this.#seen.add(canonical(this.#next));
    const { results, next } = page.value;
    const added: Item[] = [];
    for (const item of results) {
      if (this.#items.has(item.fid)) continue;
      this.#items.set(item.fid, item);
      added.push(item);
    }
    // A page of nothing but known items goes round as well, only under ever new names.
    const repeats = results.length > 0 && added.length === 0;
    this.#looped = next !== undefined && (repeats || this.#seen.has(canonical(next)));
    this.#next = this.#looped ? undefined : next;
    return ok(added);
  }

  #putFirst(fresh: readonly Item[]): void {
    const known = new Map(this.#items);
    this.#items.clear();
    for (const item of [...fresh, ...known.values()]) this.#items.set(item.fid, known.get(item.fid) ?? item);
  }
}

/** The same text for queries that differ only in the order of their parts. */
function canonical(key: PageKey): string {
  const sorted = new URLSearchParams(String(key));
  sorted.sort();
  return sorted.toString();
}
