import { type FileMetadata, fileMetadata, folderBody, HOME } from "../bodies/file.ts";
import type { Result } from "../errors/result.ts";
import { ok } from "../errors/result.ts";
import type { Page } from "../paging/page.ts";
import { Pager } from "../paging/pager.ts";
import { type Requests } from "../requests/requests.ts";
import { filePath, place } from "../requests/ask.ts";
import { numberedPage, pageParameters, type PageQuery } from "./numberedPage.ts";

/** Lists that every user has, beside the folders that they made. */
export type FolderView = "home" | "starred" | "trashed" | "shared" | "all";

/** What is in a folder: one of the lists that every user has, or a folder that somebody made. */
export type FolderPlace = FolderView | { readonly fid: string };

/** What a page of a folder is asked with. */
export interface FolderQuery extends PageQuery {
  /** Without one, the newest come first. */
  readonly orderBy?: "filename" | "-filename" | "date_modified" | "-date_modified" | "creation_time" | "-creation_time";
  readonly filetypes?: readonly string[];
  /** Whose home or other view it is. One's own without a name. */
  readonly user?: string;
}

/** The resource `/folders`. What changes a folder as a file (its name, its place, the trash) is with the files. */
export class FoldersResource {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** Gives a page of what is in one of the user's views, or in a folder. */
  async list(
    where: FolderPlace,
    query: FolderQuery = {},
    signal?: AbortSignal,
  ): Promise<Result<Page<FileMetadata, number>>> {
    const path = typeof where === "string" ? ok(`folders/${where}`) : filePath("folders", where.fid, "");
    if (!path.ok) return path;
    const subject =
      typeof where === "string"
        ? place(viewNames[where])
        : { name: `the folder ${where.fid}`, file: true, write: false };
    const asked = { at: path.value, query: folderQuery(query), subject };
    const body = await this.#requests.json(asked, folderBody, signal);
    return body.ok ? ok(numberedPage(body.value.children, query.page)) : body;
  }

  /** Gives the same, page by page. */
  pager(where: FolderPlace, query: FolderQuery = {}): Pager<FileMetadata, number> {
    return new Pager(query.page ?? 1, (page, signal) => this.list(where, { ...query, page }, signal));
  }

  /** Creates a folder, and those on the way that are missing. Error: `conflict`, where it is there already. */
  create(path: string, parent: number = HOME, signal?: AbortSignal): Promise<Result<FileMetadata>> {
    const body = { path, ...(parent !== HOME && { parent }) };
    return this.#requests.create("folders", body, "the new folder", fileMetadata, signal);
  }
}

const viewNames: Readonly<Record<FolderView, string>> = {
  home: "your files",
  starred: "the files with your star",
  trashed: "the trash",
  shared: "the files that are shared",
  all: "all your files",
};

function folderQuery({ orderBy, filetypes, user, ...page }: FolderQuery): string {
  const query = new URLSearchParams({
    ...(user !== undefined && { user }),
    ...(filetypes !== undefined && { filetype: filetypes.join(",") }),
    ...(orderBy !== undefined && { order_by: orderBy }),
    ...pageParameters(page),
  });
  return query.toString();
}
