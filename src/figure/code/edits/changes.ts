import { isTypedArray } from "../../data/arrays/typedArray.ts";
import { isContainer } from "../../model/container.ts";
import type { Figure, Json, JsonObject } from "../../model/figure.ts";
import { type FigurePath, valueAt } from "../../model/path.ts";
import { sameJson } from "../../model/sameJson.ts";
import type { FigureEdit } from "../../edits/edit.ts";
import { isKept } from "../../edits/pruning.ts";

/** A list whose elements may have come, gone and moved. */
export interface ListChange {
  readonly before: readonly Json[];
  readonly after: readonly Json[];
  /** For each element of `after` the index that it had; undefined for a new one. */
  readonly origins: readonly (number | undefined)[];
}

/** An object of a list before and after, and the index that it had. */
export interface Kept {
  readonly origin: number;
  readonly old: JsonObject;
  readonly now: JsonObject;
}

/** The objects that the list had before, in its order of now. */
export function keptIn({ before, after, origins }: ListChange): Kept[] {
  return after.flatMap((now, index) => {
    const origin = origins[index];
    const old = origin === undefined ? undefined : before[origin];
    return origin !== undefined && isContainer(old) && isContainer(now) ? { origin, old, now } : [];
  });
}

/** The elements that the list has got. */
export function addedIn({ after, origins }: ListChange): Json[] {
  return after.filter((_, index) => origins[index] === undefined);
}

/**
 * The order of a list's elements in one that has what it had first and what it got behind that. Undefined where that is
 * the same list.
 */
export function orderOf(count: number, origins: ListChange["origins"]): readonly number[] | undefined {
  let next = count;
  const order = origins.map((origin) => origin ?? next++);
  return order.length === next && order.every((origin, index) => origin === index) ? undefined : order;
}

/** The members of a part that may not be there. */
export function membersOf(part: Json | undefined): JsonObject {
  return isContainer(part) ? part : {};
}

/** A figure before and after edits, with where the elements of its lists come from. */
export class Changes {
  readonly before: Figure;
  readonly after: Figure;
  readonly #origins = new Map<string, (number | undefined)[]>();

  /** Makes the edits one after the other on a copy of the figure. */
  constructor(figure: Figure, edits: readonly FigureEdit[]) {
    this.before = figure;
    let root: Json = figure as unknown as JsonObject;
    for (const edit of edits) {
      const source = edit.act === "copy" || edit.act === "move" ? valueAt(root, edit.path) : undefined;
      this.#follow(root, edit);
      root = changed(root, edit, source);
    }
    this.after = root as unknown as Figure;
  }

  /** What became of a list that is `data` or a member of the layout. Undefined where there is no list now or before. */
  listAt(path: FigurePath): ListChange | undefined {
    const before = valueAt(this.before, path) ?? [];
    const after = valueAt(this.after, path) ?? [];
    if (!Array.isArray(before) || !Array.isArray(after)) return undefined;
    const list = after as readonly Json[];
    const origins = this.#origins.get(path.join("/")) ?? list.map((_, index) => index);
    return { before: before as readonly Json[], after: list, origins };
  }

  #follow(root: Json, edit: FigureEdit): void {
    const depth = edit.path[0] === "data" ? 1 : 2;
    const list = edit.path.slice(0, depth);
    const index = edit.path[depth];
    const now = valueAt(root, list);
    const key = list.join("/");
    const known = this.#origins.get(key) ?? (Array.isArray(now) ? now.map((_, at) => at) : []);
    if (edit.path.length <= depth) {
      // The whole list, or what it is in, is another one.
      for (const each of [...this.#origins.keys(), key]) {
        if (!`${each}/`.startsWith(`${edit.path.join("/")}/`)) continue;
        const made: Json = edit.act === "set" && each === edit.path.join("/") ? edit.value : [];
        this.#origins.set(each, Array.isArray(made) ? made.map(() => undefined) : []);
      }
      return;
    }
    if (typeof index !== "number" || edit.path.length !== depth + 1) return;
    const origins = [...known];
    if (edit.act === "remove") origins.splice(index, 1);
    else if (edit.act === "insert") origins.splice(index, 0, undefined);
    else if (edit.act === "copy") origins.splice(edit.to, 0, undefined);
    else if (edit.act === "move") origins.splice(edit.to, 0, ...origins.splice(index, 1));
    else origins[index] = undefined;
    this.#origins.set(key, origins);
  }
}

function changed(value: Json | undefined, edit: FigureEdit, source: Json | undefined, depth = 0): Json {
  const step = edit.path[depth];
  if (step === undefined) return edit.act === "set" || edit.act === "insert" ? edit.value : (value ?? null);
  const isLast = depth === edit.path.length - 1;
  if (typeof step === "number") {
    const list: Json[] = Array.isArray(value) ? [...(value as readonly Json[])] : [];
    if (!isLast) list[step] = changed(list[step], edit, source, depth + 1);
    else if (edit.act === "set") list[step] = edit.value;
    else if (edit.act === "remove") list.splice(step, 1);
    else if (edit.act === "insert") list.splice(step, 0, edit.value);
    else if (edit.act === "copy") list.splice(edit.to, 0, source ?? null);
    else list.splice(edit.to, 0, ...list.splice(step, 1));
    return list;
  }
  const members: JsonObject = isContainer(value) ? { ...value } : {};
  if (!isLast) {
    const inner = changed(members[step], edit, source, depth + 1);
    const isEmptied = edit.act === "remove" && isContainer(inner) && Object.keys(inner).length === 0 && depth > 0;
    // What a removal leaves empty goes too, as in the text.
    if (isEmptied && (members[step] === undefined || !isKept(edit.path.slice(0, depth + 1)))) delete members[step];
    else members[step] = inner;
  } else if (edit.act === "remove") delete members[step];
  else if (edit.act === "set") members[step] = edit.value;
  return members;
}

/** The members that differ: what is new or other, and `null` for what is gone. Containers in both are gone through. */
export function difference(before: JsonObject, after: JsonObject): JsonObject {
  const patch: JsonObject = {};
  for (const key of Object.keys(before)) if (after[key] === undefined) patch[key] = null;
  for (const [key, value] of Object.entries(after)) {
    const old = before[key];
    if (old !== undefined && sameJson(old, value)) continue;
    patch[key] = isContainer(old) && isContainer(value) && !isTypedArray(value) ? difference(old, value) : value;
  }
  return patch;
}
