import { type FileMetadata, fileMetadata } from "../bodies/fileSchemas.ts";
import { HOME } from "./foldersClient.ts";
import { type Ask, filePath, type Requests } from "../requests/requests.ts";
import type { Result } from "../errors/result.ts";
import { ok } from "../errors/result.ts";

/** Who may read a file: everybody, its owner, or whoever has the link that holds its key. */
export type Sharing = "public" | "private" | "secret";

/** What the owner may change of any file. */
export interface FileChanges {
  readonly filename?: string;
  /** The number of a folder of the same owner; -1 is home. */
  readonly parent?: number;
  readonly world_readable?: boolean;
  readonly share_key_enabled?: boolean;
}

const changesOf: Readonly<Record<Sharing, FileChanges>> = {
  public: { world_readable: true, share_key_enabled: false },
  private: { world_readable: false, share_key_enabled: false },
  secret: { world_readable: false, share_key_enabled: true },
};

/** Files of any type, folders among them: found, renamed, moved, shared, starred, thrown away and brought back. */
export class FilesClient {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  get(fid: string, signal?: AbortSignal): Promise<Result<FileMetadata>> {
    return this.#file(fid, "", { name: `the file ${fid}`, method: "GET" }, signal);
  }

  /** A file of the signed-in user by the names of its folders and its own, `folder/name`; `not-found` where there is none. */
  lookup(path: string, signal?: AbortSignal): Promise<Result<FileMetadata>> {
    const subject = { name: `a file named “${path}”`, file: true, write: false };
    const query = new URLSearchParams({ path }).toString();
    return this.#requests.json({ at: "files/lookup", query, subject }, fileMetadata, signal);
  }

  update(fid: string, changes: FileChanges, signal?: AbortSignal): Promise<Result<FileMetadata>> {
    return this.#file(fid, "", { name: `the change of ${fid}`, method: "PATCH", body: changes }, signal);
  }

  /** A name that is taken in the same folder is a `conflict`. */
  rename(fid: string, filename: string, signal?: AbortSignal): Promise<Result<FileMetadata>> {
    return this.update(fid, { filename }, signal);
  }

  /** Into the folder of this number, `HOME` for none. */
  move(fid: string, parent: number = HOME, signal?: AbortSignal): Promise<Result<FileMetadata>> {
    return this.update(fid, { parent }, signal);
  }

  /**
   * Sets who may read the file. For a secret link the answer has the key; a server that makes it later, as the public
   * one did, is asked for the file once more.
   */
  async share(fid: string, sharing: Sharing, signal?: AbortSignal): Promise<Result<FileMetadata>> {
    const shared = await this.update(fid, changesOf[sharing], signal);
    if (!shared.ok || sharing !== "secret" || shared.value.share_key) return shared;
    return this.get(fid, signal);
  }

  star(fid: string, signal?: AbortSignal): Promise<Result<undefined>> {
    return this.#done(fid, "/star", { name: `the star of ${fid}`, method: "POST" }, signal);
  }

  unstar(fid: string, signal?: AbortSignal): Promise<Result<undefined>> {
    return this.#done(fid, "/star", { name: `the star of ${fid}`, method: "DELETE" }, signal);
  }

  /** A folder takes along what is in it. */
  trash(fid: string, signal?: AbortSignal): Promise<Result<undefined>> {
    return this.#done(fid, "/trash", { name: `the move of ${fid} to the trash`, method: "POST" }, signal);
  }

  /** Back to where it was, or home where that folder is gone; `conflict` where its name is taken by now. */
  restore(fid: string, signal?: AbortSignal): Promise<Result<undefined>> {
    return this.#done(fid, "/restore", { name: `the return of ${fid} from the trash`, method: "POST" }, signal);
  }

  /** For good; `refused` for what is not in the trash. */
  deleteForGood(fid: string, signal?: AbortSignal): Promise<Result<undefined>> {
    return this.#done(fid, "/permanent_delete", { name: `the removal of ${fid}`, method: "DELETE" }, signal);
  }

  async #file(
    fid: string,
    route: string,
    action: Action,
    signal: AbortSignal | undefined,
  ): Promise<Result<FileMetadata>> {
    const asked = ask(fid, route, action);
    return asked.ok ? this.#requests.json(asked.value, fileMetadata, signal) : asked;
  }

  /** What the answer holds differs between routes and servers, and is nothing for some. */
  async #done(fid: string, route: string, action: Action, signal: AbortSignal | undefined): Promise<Result<undefined>> {
    const asked = ask(fid, route, action);
    return asked.ok ? this.#requests.ask(asked.value, signal, () => ok(undefined)) : asked;
  }
}

interface Action {
  readonly name: string;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly body?: object;
}

function ask(fid: string, route: string, { name, method, body }: Action): Result<Ask> {
  const path = filePath("files", fid, route);
  if (!path.ok) return path;
  const subject = { name, file: true, write: method !== "GET" };
  return ok({ at: path.value, method, subject, ...(body !== undefined && { json: body }) });
}

/** Whether the named user gave the file a star, as far as the server says. */
export function hasStarOf({ stars }: FileMetadata, username: string): boolean {
  return (stars?.results ?? []).some(
    (star) =>
      star === username ||
      (typeof star === "object" && star !== null && "username" in star && star.username === username),
  );
}

/** The file's page on the web, with its key where only a secret link opens it; undefined where the server names none. */
export function shareLink({ web_url, share_key, world_readable }: FileMetadata): string | undefined {
  const url = web_url ? URL.parse(web_url) : null;
  if (!url) return undefined;
  if (share_key && world_readable !== true) url.searchParams.set("share_key", share_key);
  return url.href;
}

/** How the file is shared, as far as its metadata tells: the key is shown to the owner alone. */
export function sharingOf({ world_readable, share_key_enabled }: FileMetadata): Sharing {
  if (world_readable === true) return "public";
  return share_key_enabled === true ? "secret" : "private";
}
