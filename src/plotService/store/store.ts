import { Changes } from "./changes.ts";
import { Database } from "./database.ts";
import { FileList } from "./fileList.ts";
import { Files } from "./files.ts";
import { Folders } from "./folders.ts";
import { Grids } from "./grids.ts";
import { GridEdits } from "./gridEdits.ts";
import { Images } from "./images.ts";
import { KeyFile, MemoryKeys } from "./keys.ts";
import type { Keys } from "./keys.ts";
import { Search } from "./search.ts";
import { PlotGrids } from "./plotGrids.ts";
import { Plots } from "./plots.ts";
import { keepPrivate } from "./privacy.ts";
import { Stars } from "./stars.ts";
import { Trash } from "./trash.ts";
import { Users } from "./users.ts";
import { Views } from "./views.ts";

/** Everything the service keeps, in one SQLite database, but the keys as they are shown. */
export class Store {
  readonly database: Database;
  readonly keys: Keys;
  readonly users: Users;
  readonly files: Files;
  readonly fileList: FileList;
  readonly search: Search;
  readonly folders: Folders;
  readonly trash: Trash;
  readonly stars: Stars;
  readonly plots: Plots;
  readonly plotGrids: PlotGrids;
  readonly grids: Grids;
  readonly gridEdits: GridEdits;
  readonly images: Images;
  readonly changes: Changes;
  readonly views: Views;

  /** @param path A file, or `:memory:`. */
  constructor(path: string) {
    const inMemory = path === ":memory:";
    if (!inMemory) keepPrivate(path);
    this.database = new Database(path);
    this.keys = inMemory ? new MemoryKeys() : new KeyFile(`${path}.keys.json`);
    this.users = new Users(this.database, this.keys);
    this.files = new Files(this.database);
    this.fileList = new FileList(this.database);
    this.search = new Search(this.database);
    this.folders = new Folders(this.database, this.files);
    this.trash = new Trash(this.database, this.files);
    this.stars = new Stars(this.database);
    this.plotGrids = new PlotGrids(this.database);
    this.plots = new Plots(this.database, this.plotGrids);
    this.grids = new Grids(this.database);
    this.gridEdits = new GridEdits(this.database, this.grids);
    this.images = new Images(this.database);
    this.changes = new Changes(this.database);
    this.views = new Views(this.database);
  }
}
