import type { Json } from "../../model/figure.ts";
import { sameJson } from "../../model/sameJson.ts";

/** A column of a grid that is made again. */
export interface PooledColumn {
  /** The fid of the exported grid that it stood in. */
  readonly fid: string;
  /** The uid in that grid, or a text of ours where it is not known. */
  readonly key: string;
  readonly data: readonly Json[];
  /** Place of its first mention: of the reference, and of the column within it. */
  first: readonly [reference: number, at: number];
}

/** The columns that an export's references mention, each once, by grid. */
export class ColumnPool {
  readonly #byKey = new Map<string, PooledColumn[]>();
  readonly #byData = new Map<string, PooledColumn[]>();
  readonly #all: PooledColumn[] = [];

  get all(): readonly PooledColumn[] {
    return this.#all;
  }

  /** The columns known by this key: several where references to one column have different lists beside them. */
  known(fid: string, key: string): readonly PooledColumn[] {
    return this.#byKey.get(`${fid} ${key}`) ?? [];
  }

  /**
   * The column of this key with this data, added where there is none. `padded` data may end in nulls that the column
   * itself lacks.
   */
  put(fid: string, key: string, data: readonly Json[], padded: boolean, first: PooledColumn["first"]): PooledColumn {
    const known = this.known(fid, key);
    const same = known.find((column) => sameJson(column.data, data));
    const found = same ?? (padded ? known.find((column) => isPadded(data, column.data)) : undefined);
    return found === undefined ? this.#add({ fid, key, data, first }) : mentioned(found, first);
  }

  /** As `put`, for a column whose uid is not known: any column of the grid with this data will do but those `used`. */
  putUnnamed(
    fid: string,
    key: string,
    data: readonly Json[],
    first: PooledColumn["first"],
    used: ReadonlySet<PooledColumn>,
  ): PooledColumn {
    const known = this.#byData.get(digest(fid, data)) ?? [];
    const found = known.find((column) => !used.has(column) && sameJson(column.data, data));
    return found === undefined ? this.#add({ fid, key, data, first }) : mentioned(found, first);
  }

  #add(column: PooledColumn): PooledColumn {
    this.#all.push(column);
    push(this.#byKey, `${column.fid} ${column.key}`, column);
    push(this.#byData, digest(column.fid, column.data), column);
    return column;
  }
}

function mentioned(column: PooledColumn, first: PooledColumn["first"]): PooledColumn {
  const [reference, at] = column.first;
  if (first[0] < reference || (first[0] === reference && first[1] < at)) column.first = first;
  return column;
}

function isPadded(data: readonly Json[], column: readonly Json[]): boolean {
  if (column.length > data.length) return false;
  return sameJson(data.slice(0, column.length), column) && data.slice(column.length).every((cell) => cell === null);
}

/** Equal for equal columns; seldom equal for others. */
function digest(fid: string, data: readonly Json[]): string {
  return `${fid} ${data.length} ${JSON.stringify([data[0], data[data.length >> 1], data.at(-1)])}`;
}

function push(map: Map<string, PooledColumn[]>, key: string, column: PooledColumn): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [column]);
  else list.push(column);
}
