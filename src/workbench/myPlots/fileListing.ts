import type { FileMetadata } from "../../plotsApi/bodies/file.ts";
import type { Pager } from "../../plotsApi/paging/pager.ts";
import type { FolderPlace } from "../../plotsApi/resources/folders.ts";
import type { Failure } from "../../plotsApi/errors/result.ts";
import type { Connection } from "../servers/connection.ts";
import { isFolder } from "../treeItems/fileItem.ts";

const pageSize = 50;
/** Folders come all at once, since they stand before the rest. */
const foldersAtOnce = 500;
/** Pages read again by themselves when a list is read anew. */
const mostPages = 10;

/** The files of one place, read page by page: folders by their names, then the rest, the newest first. */
export class FileListing {
  readonly #pagers: readonly Pager<FileMetadata, number>[];
  readonly #reading = new AbortController();
  /** The number of pages to begin with. */
  readonly #wanted: number;
  #read = 0;
  #failure: Failure | undefined;
  #first: Promise<void> | undefined;

  /** `before` is the listing that this one takes the place of: as many pages are read as it had. */
  constructor(connection: Connection, place: FolderPlace, before?: FileListing) {
    const { folders } = connection.client;
    this.#wanted = Math.min(Math.max(1, before?.pages ?? 1), mostPages);
    this.#pagers =
      typeof place === "string" && place !== "home"
        ? [folders.pager(place, { pageSize: foldersAtOnce })]
        : [
            folders.pager(place, { pageSize: foldersAtOnce, filetypes: ["fold"], orderBy: "filename" }),
            folders.pager(place, { pageSize, filetypes: ["plot", "grid"], orderBy: "-creation_time" }),
          ];
  }

  /** The number of pages that were read. */
  get pages(): number {
    return this.#read;
  }

  /** Each file once: a server that does not know the filter sends folders with the files, too. */
  get files(): readonly FileMetadata[] {
    const all = new Map(this.#pagers.flatMap(({ items }) => items).map((file) => [file.fid, file]));
    return [...all.values()].toSorted((one, other) => Number(isFolder(other)) - Number(isFolder(one)));
  }

  get hasMore(): boolean {
    return this.#read > 0 && !this.#pagers.every(({ done }) => done);
  }

  /** Why the latest page could not be read. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  get ended(): boolean {
    return this.#reading.signal.aborted;
  }

  /** Reads what is to begin with, once. */
  begin(): Promise<void> {
    this.#first ??= this.#begin();
    return this.#first;
  }

  /** Reads the next page. */
  async more(): Promise<void> {
    const { signal } = this.#reading;
    for (const pager of this.#pagers) {
      const added = await pager.more(signal);
      if (signal.aborted) return;
      this.#failure = added.ok ? undefined : added.error;
      if (!added.ok) return;
    }
    this.#read++;
  }

  end(): void {
    this.#reading.abort();
  }

  async #begin(): Promise<void> {
    do await this.more();
    while (!this.ended && this.#failure === undefined && this.hasMore && this.#read < this.#wanted);
  }
}
