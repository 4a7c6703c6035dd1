import { Database } from "./database.ts";
import { Files } from "./files.ts";
import { Grids } from "./grids.ts";
import { Images } from "./images.ts";
import { Plots } from "./plots.ts";
import { Users } from "./users.ts";

/** Everything the service keeps, in one SQLite database. */
export class Store {
  readonly database: Database;
  readonly users: Users;
  readonly files: Files;
  readonly plots: Plots;
  readonly grids: Grids;
  readonly images: Images;

  /** @param path A file, or `:memory:`. */
  constructor(path: string) {
    this.database = new Database(path);
    this.users = new Users(this.database);
    this.files = new Files(this.database);
    this.plots = new Plots(this.database);
    this.grids = new Grids(this.database);
    this.images = new Images(this.database);
  }
}
