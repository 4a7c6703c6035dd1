import type { GridContentBody, GridMetadata } from "../bodies/grid.ts";
import { gridContent, gridMetadata } from "../bodies/grid.ts";
import type { NewGrid } from "../bodies/newFile.ts";
import type { Result } from "../errors/result.ts";
import type { Requests } from "../requests/requests.ts";

/** The resource `/grids`. */
export class GridsResource {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** Reads a grid's columns, without their data. Errors: `bad-fid`, `not-found`. */
  get(fid: string, signal?: AbortSignal): Promise<Result<GridMetadata>> {
    return this.#requests.file("grids", fid, "", `the grid ${fid}`, gridMetadata, signal);
  }

  /** Reads a grid's columns with their data. Errors: `bad-fid`, `not-found`, `too-large`. */
  content(fid: string, signal?: AbortSignal): Promise<Result<GridContentBody>> {
    return this.#requests.file("grids", fid, "/content", `the data of the grid ${fid}`, gridContent, signal);
  }

  /** Creates a grid. Error: `conflict`, where its name is taken. */
  create(body: NewGrid, signal?: AbortSignal): Promise<Result<GridMetadata>> {
    return this.#requests.create("grids", body, "the new grid", gridMetadata, signal);
  }
}
