import type { PlotsClient } from "./client.ts";
import type { PlotPage, PlotQuery } from "../paging/page.ts";
import type { Result } from "../errors/result.ts";
import { ok } from "../errors/result.ts";
import type { PlotMetadata } from "../bodies/schemas.ts";

/** More new pages than this are read anew with the rest. */
const MOST_FRESH_PAGES = 5;

/**
 * A listing read page by page: every plot once, however the pages overlap, and an end even where the server's links
 * run in a circle. After an error the same page can be asked for again.
 */
export class PlotPager {
  readonly #client: PlotsClient;
  readonly #start: "feed" | PlotQuery;
  readonly #seenQueries = new Set<string>();
  readonly #plots = new Map<string, PlotMetadata>();
  #page: PlotPage | undefined;
  #looped = false;
  #pending: Promise<Result<readonly PlotMetadata[]>> | undefined;

  constructor(client: PlotsClient, start: "feed" | PlotQuery) {
    this.#client = client;
    this.#start = start;
  }

  /** All plots so far, in the server's order. */
  get plots(): readonly PlotMetadata[] {
    return [...this.#plots.values()];
  }

  /** Whether the last page has been read. */
  get done(): boolean {
    return this.#page !== undefined && (this.#looped || this.#page.next === undefined);
  }

  /** Whether the listing was ended because the server's links led back to what was read already. */
  get looped(): boolean {
    return this.#looped;
  }

  /** Reads the next page and gives the plots that it added; none when done. Calls at the same time share one request. */
  more(signal?: AbortSignal): Promise<Result<readonly PlotMetadata[]>> {
    this.#pending ??= this.#read(signal).finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #read(signal: AbortSignal | undefined): Promise<Result<readonly PlotMetadata[]>> {
    if (this.done) return ok([]);
    const read = await this.#ask(signal);
    if (!read.ok) return read;
    const page = read.value;
    this.#page = page;
    this.#seenQueries.add(canonical(page.query));
    const added: PlotMetadata[] = [];
    for (const plot of page.results) {
      if (this.#plots.has(plot.fid)) continue;
      this.#plots.set(plot.fid, plot);
      added.push(plot);
    }
    // A page of nothing but known plots goes round as well, only under ever new cursors.
    const repeats = page.results.length > 0 && added.length === 0;
    this.#looped = page.next !== undefined && (repeats || this.#seenQueries.has(canonical(page.next)));
    return ok(added);
  }

  /** Another state of a plot that was read already; the others and their order stay. False where it was not read. */
  renew(plot: PlotMetadata): boolean {
    if (!this.#plots.has(plot.fid)) return false;
    this.#plots.set(plot.fid, plot);
    return true;
  }

  /** It is no more on the listing. False where it was not read. */
  drop(fid: string): boolean {
    return this.#plots.delete(fid);
  }

  /**
   * Reads from the beginning again as far as something is new, and puts that in its place; what was read stays, and so
   * does the next page. False where so much is new that the listing had better be read anew.
   */
  async catchUp(signal?: AbortSignal): Promise<Result<boolean>> {
    const start = this.#start;
    if (start === "feed" || this.#plots.size === 0) return ok(false);
    const fresh: PlotMetadata[] = [];
    let page: PlotPage | undefined;
    for (let pages = 1; pages <= MOST_FRESH_PAGES; pages++) {
      const read = await (page === undefined
        ? this.#client.listPlots(start, signal)
        : this.#client.nextPage(page, signal));
      if (!read.ok) return read;
      page = read.value;
      fresh.push(...page.results);
      if (page.next === undefined || page.results.some(({ fid }) => this.#plots.has(fid))) {
        this.#putFirst(fresh);
        return ok(true);
      }
    }
    return ok(false);
  }

  #putFirst(fresh: readonly PlotMetadata[]): void {
    const known = new Map(this.#plots);
    this.#plots.clear();
    for (const plot of [...fresh, ...known.values()]) this.#plots.set(plot.fid, known.get(plot.fid) ?? plot);
  }

  #ask(signal: AbortSignal | undefined): Promise<Result<PlotPage>> {
    if (this.#page) return this.#client.nextPage(this.#page, signal);
    return this.#start === "feed" ? this.#client.feed(signal) : this.#client.listPlots(this.#start, signal);
  }
}

function canonical(query: string): string {
  const sorted = new URLSearchParams(query);
  sorted.sort();
  return sorted.toString();
}
