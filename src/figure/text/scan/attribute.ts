import type { FigurePath } from "../../model/path.ts";
import { type DataCursor, type DataKind, step } from "../../schema/dataAttributes.ts";

/**
 * A path below traces or layouts that occurs in the figure: `marker.color`, or `dimensions[].values` for all indices.
 * All traces share one, so that facts about it are found once.
 */
export class Attribute {
  readonly parent: Attribute | undefined;
  readonly key: string;
  /** Whether it is any element of an array, and has no key. */
  readonly isElement: boolean;
  /** The number of its keys and indices. */
  readonly depth: number;
  /** Whether it is below an object array. */
  readonly indexed: boolean;
  /** The table's place, for a trace of any type, or for a layout; undefined where nothing below takes data. */
  readonly cursor: DataCursor | undefined;
  /** Whether its key has the shape `<attribute>src`. */
  readonly isSrc: boolean;

  /** The object that it was met in last, and the place of its key there. */
  object = 0;
  keyStart = 0;
  keyEnd = 0;

  #members: Map<string, Attribute> | undefined;
  #elements: Attribute | undefined;
  #cursors: Map<DataCursor, DataCursor | undefined> | undefined;
  #partner: Attribute | undefined;

  constructor(cursor: DataCursor | undefined, parent?: Attribute, key?: string) {
    this.cursor = cursor;
    this.parent = parent;
    this.key = key ?? "";
    this.isElement = key === undefined;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
    this.indexed = parent !== undefined && (key === undefined || parent.indexed);
    this.isSrc = key !== undefined && key.length > 3 && key.endsWith("src");
  }

  member(key: string): Attribute {
    const members = (this.#members ??= new Map<string, Attribute>());
    let found = members.get(key);
    if (found === undefined) {
      found = new Attribute(this.cursor === undefined ? undefined : step(this.cursor, key), this, key);
      members.set(key, found);
    }
    return found;
  }

  /** For an attribute with a key of the shape `<attribute>src`: the attribute beside it without `src`. */
  partner(): Attribute {
    return (this.#partner ??= (this.parent ?? this).member(this.key.slice(0, -"src".length)));
  }

  /** Any of its elements, where it is an array. */
  element(): Attribute {
    this.#elements ??= new Attribute(this.cursor === undefined ? undefined : step(this.cursor, 0), this);
    return this.#elements;
  }

  /** Whether it takes data, and how, in a trace whose attributes are those below `root`. */
  takesData(root: DataCursor): DataKind | undefined {
    return this.#cursorBelow(root)?.kind;
  }

  /** Its path below the trace or layout; `indices` fill the places of elements, outermost first. */
  path(above: FigurePath, indices: readonly number[]): FigurePath {
    const path: (string | number)[] = [...above];
    let index = indices.length;
    const put = ({ parent, key, isElement }: Attribute, place: number): void => {
      if (parent === undefined) return;
      path[place] = isElement ? (indices[--index] ?? 0) : key;
      put(parent, place - 1);
    };
    put(this, above.length + this.depth - 1);
    return path;
  }

  /** Its ancestor, or itself, of that depth. */
  above(depth: number): Attribute {
    return this.depth <= depth || this.parent === undefined ? this : this.parent.above(depth);
  }

  #cursorBelow(root: DataCursor): DataCursor | undefined {
    if (this.parent === undefined) return root;
    const cursors = (this.#cursors ??= new Map<DataCursor, DataCursor | undefined>());
    const known = cursors.get(root);
    if (known !== undefined || cursors.has(root)) return known;
    const parent = this.parent.#cursorBelow(root);
    const cursor = parent === undefined ? undefined : step(parent, this.isElement ? 0 : this.key);
    cursors.set(root, cursor);
    return cursor;
  }
}
