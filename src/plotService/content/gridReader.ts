import type { Json } from "../../figure/model/figure.ts";
import type { GridColumn, GridContent } from "../../figure/model/grid.ts";
import { parseFid } from "../../plotsApi/bodies/fid.ts";
import { mayRead, openedByKey } from "../store/files/permission.ts";
import type { FileRecord } from "../store/files/fileRecord.ts";
import type { ColumnRecord, Grids } from "../store/grids/grids.ts";
import type { Store } from "../store/store.ts";
import type { User } from "../store/accounts/users.ts";
import type { TextGrid } from "./inlineText.ts";

/** Says who asks for data, and which plot refers to it. */
export interface GridRequest {
  readonly store: Store;
  readonly plot: FileRecord;
  readonly viewer: User | undefined;
  readonly shareKey: string | undefined;
}

/** Finds the grid of a fid. Undefined where this reader may not read it. Its columns are read when they are used. */
export function readableGrid(request: GridRequest, fid: string): TextGrid | undefined {
  const file = findGrid(request.store, fid);
  if (file === undefined || !isReadable(request, file)) return undefined;
  const { grids } = request.store;
  // Traces often share a column.
  const texts = new Map<string, string | undefined>();
  const text = (uid: string): string | undefined => {
    if (!texts.has(uid)) texts.set(uid, grids.column(file.id, uid)?.data);
    return texts.get(uid);
  };
  let content: GridContent | undefined;
  let columns: readonly ColumnRecord[] | undefined;
  return {
    get columns() {
      return (columns ??= grids.columns(file.id));
    },
    get content() {
      return (content ??= lazyContent(grids, file.id, text));
    },
    text,
  };
}

/**
 * Finds a grid that this reader may not read, but whose data the plot gives away since both have one owner. Undefined
 * for other grids: a plot that refers to somebody else's private grid gives nothing away.
 */
export function unreadableGrid(request: GridRequest, fid: string): FileRecord | undefined {
  const file = findGrid(request.store, fid);
  if (file === undefined || file.deleted || file.owner.id !== request.plot.owner.id) return undefined;
  return isReadable(request, file) ? undefined : file;
}

/** A secret link to a plot opens the grids of the plot's owner too, since clients give the grids no key. */
function isReadable({ plot, viewer, shareKey }: GridRequest, grid: FileRecord): boolean {
  if (mayRead(grid, viewer)) return true;
  return !grid.deleted && grid.owner.id === plot.owner.id && openedByKey(plot, shareKey);
}

function findGrid(store: Store, text: string): FileRecord | undefined {
  const fid = parseFid(text);
  const file = fid && store.files.find(fid.owner, fid.idlocal);
  return file?.filetype === "grid" ? file : undefined;
}

function lazyContent(grids: Grids, fileId: number, text: (uid: string) => string | undefined): GridContent {
  const columns = grids
    .columns(fileId)
    .map((column): [string, GridColumn] => [column.name, new LazyColumn(column, text)]);
  return { cols: Object.fromEntries(columns) };
}

class LazyColumn implements GridColumn {
  readonly uid: string;
  readonly order: number;
  readonly #read: () => readonly Json[];
  #data: readonly Json[] | undefined;

  constructor({ uid, order }: ColumnRecord, text: (uid: string) => string | undefined) {
    this.uid = uid;
    this.order = order;
    this.#read = () => {
      const cells: Json[] = JSON.parse(text(uid) ?? "[]");
      return cells;
    };
  }

  get data(): readonly Json[] {
    return (this.#data ??= this.#read());
  }
}
