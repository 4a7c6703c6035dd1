import { Changes } from "./files/changes.ts";
import { Database } from "./database/database.ts";
import { FileList } from "./lists/fileList.ts";
import { Files } from "./files/files.ts";
import { Folders } from "./files/folders.ts";
import { Grids } from "./grids/grids.ts";
import { GridEdits } from "./grids/gridEdits.ts";
import { Images } from "./files/images.ts";
import { KeyFile, MemoryKeys } from "./accounts/keys.ts";
import type { Keys } from "./accounts/keys.ts";
import { Search } from "./lists/search.ts";
import { PlotGrids } from "./plots/plotGrids.ts";
import { Plots } from "./plots/plots.ts";
import { keepPrivate } from "./database/privacy.ts";
import { Stars } from "./files/stars.ts";
import { Trash } from "./files/trash.ts";
import { Users } from "./accounts/users.ts";
import { Views } from "./files/views.ts";

/** Everything that the service keeps, in one SQLite database. The readable API keys alone stand in a file beside it. */
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
