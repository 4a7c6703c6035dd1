import { Requests } from "../requests/requests.ts";
import type { PlotsClientOptions } from "../requests/clientOptions.ts";
import { FilesResource } from "./files.ts";
import { FoldersResource } from "./folders.ts";
import { GridsResource } from "./grids.ts";
import { PicturesResource } from "./pictures.ts";
import { PlotsResource } from "./plots.ts";
import { UsersResource } from "./users.ts";

/**
 * One server of the v2 API. Each method gives a value or an error and never throws for what a server does; any 2xx is
 * success. Reads are sent again where that may help (`RetryPolicy`). All who ask for the same at the same time share
 * one answer, so nobody may change its bytes. A write is one exchange and is never repeated. Credentials go to the
 * root's own origin and nowhere else.
 */
export class PlotsClient {
  /** The server's name in sentences. */
  readonly name: string;
  /** The v2 root without trailing slash. */
  readonly root: string;
  readonly plots: PlotsResource;
  readonly grids: GridsResource;
  /** What can be done with a file of any type. */
  readonly files: FilesResource;
  readonly folders: FoldersResource;
  readonly pictures: PicturesResource;
  readonly users: UsersResource;

  /** Throws a TypeError where the root is no http(s) address or holds credentials: a fault of the caller. */
  constructor(options: PlotsClientOptions) {
    const requests = new Requests(options);
    this.name = requests.name;
    this.root = requests.root;
    this.plots = new PlotsResource(requests);
    this.grids = new GridsResource(requests);
    this.files = new FilesResource(requests);
    this.folders = new FoldersResource(requests);
    this.pictures = new PicturesResource(requests);
    this.users = new UsersResource(requests);
  }
}
