import { isContainer } from "../../model/container.ts";
import { type RawArray, rawArraysOf, tracesOf } from "../arrays/dataWalk.ts";
import type { Figure, Json, JsonObject } from "../../model/figure.ts";
import type { FigurePath } from "../../model/path.ts";
import { finished } from "../../text/steps/slices.ts";
import { formatColumnSrc } from "../../references/srcReference.ts";
import {
  type DecodeError,
  decodeTypedArray,
  decodeTypedArrayInSteps,
  isTypedArray,
  toPlain,
  toPlainInSteps,
} from "../arrays/typedArray.ts";

export interface ExtractedColumn {
  /** Path of the array with dots, as the official Python client names it: `data.0.marker.line.color`. */
  readonly name: string;
  /** The array as a grid takes it: typed arrays as numbers, and null for numbers that JSON lacks. A 2-D array is one column. */
  readonly data: readonly Json[];
  readonly order: number;
}

export interface ExtractedGrid {
  /** Empty where the figure holds no array: then no grid is needed. */
  readonly columns: readonly ExtractedColumn[];
  /** Typed arrays whose bytes cannot be read. They are no columns and stay in the figure. */
  readonly undecoded: readonly { readonly path: FigurePath; readonly error: DecodeError }[];
  /**
   * The figure with references to the created grid in place of the arrays, given each column's uid by its name.
   * Throws where a column has no uid: the grid is then not the one made from these columns.
   */
  readonly place: (gridFid: string, uids: ReadonlyMap<string, string>) => Figure;
}

/**
 * Moves the figure's arrays of data into the columns of one grid; the given figure is not changed. References that
 * stand alone stay as they are. One beside an array is replaced, as the official client does, since the author saw the
 * array.
 */
export function extractGrid(figure: Figure): ExtractedGrid {
  return finished(extractGridInSteps(figure));
}

/** Does what `extractGrid` does, with a pause after a few milliseconds of work. */
export function* extractGridInSteps(figure: Figure): Generator<undefined, ExtractedGrid> {
  const columns: ExtractedColumn[] = [];
  const extracted: { path: FigurePath; name: string }[] = [];
  const undecoded: { path: FigurePath; error: DecodeError }[] = [];
  for (const { path: at, trace, type } of tracesOf(figure)) {
    for (const { path, value } of rawArraysOf(trace, type, at)) {
      const data = yield* columnDataInSteps(value);
      if ("error" in data) {
        undecoded.push({ path, error: data.error });
        continue;
      }
      const name = path.join(".");
      columns.push({ name, data: data.values, order: columns.length });
      extracted.push({ path, name });
    }
    yield;
  }
  const place = (gridFid: string, uids: ReadonlyMap<string, string>): Figure => {
    const root: Branch = { below: new Map(), sources: new Map() };
    for (const { path, name } of extracted) {
      const uid = uids.get(name);
      if (uid === undefined) throw new Error(`The grid ${gridFid} has no column named "${name}".`);
      addSource(root, path, formatColumnSrc(gridFid, uid));
    }
    return rewriteMembers(figure, root);
  };
  return { columns, undecoded, place };
}

/** The data of a column from an array, or the reason why its bytes cannot be read. */
export function columnData(value: RawArray["value"]): { values: readonly Json[] } | { error: DecodeError } {
  if (!isTypedArray(value)) return { values: finite(value) };
  const decoded = decodeTypedArray(value);
  return decoded.ok ? { values: toPlain(decoded.value) } : { error: decoded.error };
}

function* columnDataInSteps(
  value: RawArray["value"],
): Generator<undefined, { values: readonly Json[] } | { error: DecodeError }> {
  if (!isTypedArray(value)) return { values: yield* finiteInSteps(value) };
  const decoded = yield* decodeTypedArrayInSteps(value);
  return decoded.ok ? { values: yield* toPlainInSteps(decoded.value) } : { error: decoded.error };
}

/** The list itself where every number in it is one that JSON can hold. */
function finite(list: readonly Json[]): readonly Json[] {
  const isClean = list.every((item) => (Array.isArray(item) ? finite(item) === item : !isStray(item)));
  if (isClean) return list;
  return list.map((item) => (Array.isArray(item) ? finite(item) : isStray(item) ? null : item));
}

/** Elements that are looked at between two pauses. */
const STRETCH = 4096;

function* finiteInSteps(list: readonly Json[]): Generator<undefined, readonly Json[]> {
  if (list.length <= STRETCH && !list.some((item) => Array.isArray(item) && item.length > STRETCH)) return finite(list);
  let clean: Json[] | undefined;
  for (const [index, item] of list.entries()) {
    if (index % STRETCH === STRETCH - 1) yield;
    const made = Array.isArray(item) ? yield* finiteInSteps(item) : isStray(item) ? null : item;
    if (made === item) continue;
    clean ??= [...list];
    clean[index] = made;
  }
  return clean ?? list;
}

function isStray(item: Json): boolean {
  return typeof item === "number" && !Number.isFinite(item);
}

/** Where the references go: below each member of a container, and in place of its arrays. */
interface Branch {
  readonly below: Map<string, Branch>;
  /** By the array's key. */
  readonly sources: Map<string, string>;
}

function addSource(root: Branch, path: FigurePath, src: string): void {
  let branch = root;
  for (const step of path.slice(0, -1)) {
    const key = String(step);
    const next = branch.below.get(key) ?? { below: new Map(), sources: new Map() };
    branch.below.set(key, next);
    branch = next;
  }
  branch.sources.set(String(path.at(-1)), src);
}

function rewriteMembers(figure: Figure, root: Branch): Figure {
  const data = root.below.get("data");
  const frames = root.below.get("frames");
  return {
    ...figure,
    ...(data === undefined ? {} : { data: rewriteItems(figure.data, data) }),
    ...(frames === undefined || figure.frames === undefined ? {} : { frames: rewriteItems(figure.frames, frames) }),
  };
}

function rewriteItems<Item extends Json>(items: readonly Item[], branch: Branch): (Item | JsonObject)[] {
  return items.map((item, index) => {
    const below = branch.below.get(String(index));
    return below !== undefined && isContainer(item) ? rewriteContainer(item, below) : item;
  });
}

function rewriteContainer(container: JsonObject, branch: Branch): JsonObject {
  const entries: [string, Json][] = [];
  for (const [key, value] of Object.entries(container)) {
    const src = branch.sources.get(key);
    const below = branch.below.get(key);
    if (src !== undefined) entries.push([`${key}src`, src]);
    else if (key.endsWith("src") && branch.sources.has(key.slice(0, -3))) continue;
    else if (below === undefined) entries.push([key, value]);
    else if (Array.isArray(value)) entries.push([key, rewriteItems(value, below)]);
    else entries.push([key, isContainer(value) ? rewriteContainer(value, below) : value]);
  }
  return Object.fromEntries(entries);
}
