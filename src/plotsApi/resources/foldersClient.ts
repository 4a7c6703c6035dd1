import { type FilePage, filePage } from "../paging/filePage.ts";
import { type FileMetadata, fileMetadata, folderBody } from "../bodies/fileSchemas.ts";
import { filePath, place, type Requests } from "../requests/requests.ts";
import type { Result } from "../errors/result.ts";
import { ok } from "../errors/result.ts";

/** The number of the folder that everything is in. */
export const HOME = -1;

/** Lists that every user has, beside the folders that they made. */
export type FolderView = "home" | "starred" | "trashed" | "shared" | "all";

export interface FolderQuery {
  /** From 1, which it is where none is given. */
  readonly page?: number;
  readonly pageSize?: number;
  /** Newest first where none is given. */
  readonly orderBy?: "filename" | "-filename" | "date_modified" | "-date_modified" | "creation_time" | "-creation_time";
  readonly filetypes?: readonly string[];
  /** Whose home or other view; one's own where none is given. */
  readonly user?: string;
}

/** The folders of a server. What changes a folder as a file (its name, its place, the trash) is with the files. */
export class FoldersClient {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** A page of what is in one of the user's views, or in the folder of this fid. */
  async list(
    where: FolderView | { readonly fid: string },
    query: FolderQuery = {},
    signal?: AbortSignal,
  ): Promise<Result<FilePage>> {
    const path = typeof where === "string" ? ok(`folders/${where}`) : filePath("folders", where.fid, "");
    if (!path.ok) return path;
    const subject =
      typeof where === "string"
        ? place(viewNames[where])
        : { name: `the folder ${where.fid}`, file: true, write: false };
    const asked = { at: path.value, query: folderQuery(query), subject };
    const body = await this.#requests.json(asked, folderBody, signal);
    return body.ok ? ok(filePage(body.value.children, query.page ?? 1)) : body;
  }

  /** Creates a folder, and those on the way that are missing. One that is there already is a `conflict`. */
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

function folderQuery({ page, pageSize, orderBy, filetypes, user }: FolderQuery): string {
  const query = new URLSearchParams();
  if (user !== undefined) query.set("user", user);
  if (filetypes !== undefined) query.set("filetype", filetypes.join(","));
  if (orderBy !== undefined) query.set("order_by", orderBy);
  if (page !== undefined) query.set("page", String(page));
  if (pageSize !== undefined) query.set("page_size", String(pageSize));
  return query.toString();
}
