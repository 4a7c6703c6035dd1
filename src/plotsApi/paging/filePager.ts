import type { FilePage } from "./filePage.ts";
import type { FileMetadata } from "../bodies/fileSchemas.ts";
import type { Result } from "../errors/result.ts";
import { ok } from "../errors/result.ts";

/** A listing of files read page by page: every file once, however the pages overlap. */
export class FilePager {
  readonly #ask: (page: number, signal: AbortSignal | undefined) => Promise<Result<FilePage>>;
  readonly #files = new Map<string, FileMetadata>();
  #next: number | undefined = 1;
  #pending: Promise<Result<readonly FileMetadata[]>> | undefined;

  constructor(ask: (page: number, signal: AbortSignal | undefined) => Promise<Result<FilePage>>) {
    this.#ask = ask;
  }

  /** All files so far, in the server's order. */
  get files(): readonly FileMetadata[] {
    return [...this.#files.values()];
  }

  get done(): boolean {
    return this.#next === undefined;
  }

  /** Reads the next page and gives the files that it added; none when done. Calls at the same time share one request. */
  more(signal?: AbortSignal): Promise<Result<readonly FileMetadata[]>> {
    this.#pending ??= this.#read(signal).finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #read(signal: AbortSignal | undefined): Promise<Result<readonly FileMetadata[]>> {
    if (this.#next === undefined) return ok([]);
    const page = await this.#ask(this.#next, signal);
    if (!page.ok) return page;
    const added = page.value.results.filter(({ fid }) => !this.#files.has(fid));
    for (const file of added) this.#files.set(file.fid, file);
    // A page of nothing but known files says that the pages run in a circle.
    this.#next = added.length === 0 ? undefined : page.value.next;
    return ok(added);
  }
}
