import { type FileMetadata, fileMetadata, HOME, searchBody } from "../bodies/file.ts";
import type { Sharing } from "../bodies/sharing.ts";
import type { Page } from "../paging/page.ts";
import { numberedPage, pageParameters, type PageQuery } from "./numberedPage.ts";
import { type Requests } from "../requests/requests.ts";
import { type Ask, filePath, place } from "../requests/ask.ts";
import type { Result } from "../errors/result.ts";
import { ok } from "../errors/result.ts";

/** What the owner may change of any file. */
export interface FilePatch {
  readonly filename?: string;
  /** The number of a folder of the same owner; -1 is home. */
  readonly parent?: number;
  readonly world_readable?: boolean;
  readonly share_key_enabled?: boolean;
}

const changesOf: Readonly<Record<Sharing, FilePatch>> = {
  public: { world_readable: true, share_key_enabled: false },
  private: { world_readable: false, share_key_enabled: false },
  secret: { world_readable: false, share_key_enabled: true },
};

/**
 * The resource `/files`: files of any type, folders among them. Finds, changes, shares, stars, trashes and restores
 * them.
 */
export class FilesResource {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** Reads the metadata of a file. Errors: `bad-fid`, `not-found`. */
  get(fid: string, signal?: AbortSignal): Promise<Result<FileMetadata>> {
    return this.#file(fid, "", { name: `the file ${fid}`, method: "GET" }, signal);
  }

  /** Finds a file of the signed-in user by the names of its folders and its own: `folder/name`. Error: `not-found`. */
  lookup(path: string, signal?: AbortSignal): Promise<Result<FileMetadata>> {
    const subject = { name: `a file named “${path}”`, file: true, write: false };
    const query = new URLSearchParams({ path }).toString();
    return this.#requests.json({ at: "files/lookup", query, subject }, fileMetadata, signal);
  }

  /**
   * Gives a page of the files whose words begin like those of `text`, newest first. Servers also take filters among the
   * words, such as `public:false`.
   */
  async search(text: string, query: PageQuery = {}, signal?: AbortSignal): Promise<Result<Page<FileMetadata, number>>> {
    const asked = new URLSearchParams({ q: text, ...pageParameters(query) }).toString();
    const body = await this.#requests.json(
      { at: "search", query: asked, subject: place("the search") },
      searchBody,
      signal,
    );
    return body.ok ? ok(numberedPage(body.value, query.page)) : body;
  }

  /** Changes what is named, and gives the file as it is then. Errors: `not-found`, `forbidden`, `conflict`. */
  update(fid: string, changes: FilePatch, signal?: AbortSignal): Promise<Result<FileMetadata>> {
    return this.#file(fid, "", { name: `the change of ${fid}`, method: "PATCH", body: changes }, signal);
  }

  /** Gives the file another name. Error: `conflict`, where another one in the folder has it. */
  rename(fid: string, filename: string, signal?: AbortSignal): Promise<Result<FileMetadata>> {
    return this.update(fid, { filename }, signal);
  }

  /** Moves the file into the folder of this number, or to `HOME`. */
  move(fid: string, parent: number = HOME, signal?: AbortSignal): Promise<Result<FileMetadata>> {
    return this.update(fid, { parent }, signal);
  }

  /**
   * Sets who may read the file. For a secret link the answer has the key. A server that makes the key later, as the
   * public one did, is asked once more.
   */
  async share(fid: string, sharing: Sharing, signal?: AbortSignal): Promise<Result<FileMetadata>> {
    const shared = await this.update(fid, changesOf[sharing], signal);
    if (!shared.ok || sharing !== "secret" || shared.value.share_key) return shared;
    return this.get(fid, signal);
  }

  /** Gives the file the star of the signed-in user. */
  star(fid: string, signal?: AbortSignal): Promise<Result<undefined>> {
    return this.#done(fid, "/star", { name: `the star of ${fid}`, method: "POST" }, signal);
  }

  /** Takes that star back. */
  unstar(fid: string, signal?: AbortSignal): Promise<Result<undefined>> {
    return this.#done(fid, "/star", { name: `the star of ${fid}`, method: "DELETE" }, signal);
  }

  /** Moves the file to the trash. A folder takes along what is in it. */
  trash(fid: string, signal?: AbortSignal): Promise<Result<undefined>> {
    return this.#done(fid, "/trash", { name: `the move of ${fid} to the trash`, method: "POST" }, signal);
  }

  /**
   * Brings the file back to its folder, or home where that is gone. Error: `conflict`, where its name is taken by now.
   */
  restore(fid: string, signal?: AbortSignal): Promise<Result<undefined>> {
    return this.#done(fid, "/restore", { name: `the return of ${fid} from the trash`, method: "POST" }, signal);
  }

  /** Deletes the file for good. Error: `refused`, where it is not in the trash. */
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

  /** Does what answers nothing of use: the bodies differ between routes and servers, and some are empty. */
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
