import { isContainer } from "../../model/container.ts";
import type { Json, JsonObject } from "../../model/figure.ts";

/** Members that hold the author's own data, or megabytes of a map: shared with the given figure and never changed. */
const SHARED: ReadonlySet<string> = new Set(["customdata", "geojson", "ids", "meta", "source", "template"]);

/**
 * Makes a copy to work on. Its containers and lists of containers are new and may be changed; every other list is
 * shared with the original and must be replaced, not changed.
 */
export function draftOf(container: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(container).map(([key, value]): [string, Json] => [key, SHARED.has(key) ? value : draftValue(value)]),
  );
}

function draftValue(value: Json): Json {
  if (isContainer(value)) return draftOf(value);
  if (Array.isArray(value) && isContainer(value[0])) return value.map(draftValue);
  return value;
}

/** The container under `key`, if there is one. */
export function memberOf(container: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = container?.[key];
  return isContainer(value) ? value : undefined;
}

/** All containers in the list under `key`. */
export function itemsOf(container: JsonObject | undefined, key: string): JsonObject[] {
  const value: Json | undefined = container?.[key];
  return Array.isArray(value) ? value.filter(isContainer) : [];
}

/** All containers of a draft that may be changed, including itself, each with its key. */
export function* containersOf(draft: JsonObject, key = ""): Generator<readonly [key: string, container: JsonObject]> {
  yield [key, draft];
  for (const [name, value] of Object.entries(draft)) {
    if (SHARED.has(name)) continue;
    if (isContainer(value)) yield* containersOf(value, name);
    else if (Array.isArray(value) && isContainer(value[0])) {
      for (const item of value) if (isContainer(item)) yield* containersOf(item, name);
    }
  }
}

/** Moves what stands under `from` to `to`, unless something stands there already. */
export function rename(container: JsonObject, from: string, to: string): void {
  const value = container[from];
  if (value === undefined) return;
  delete container[from];
  if (container[to] === undefined) container[to] = value;
}

/** The value at a path written with dots: `marker.color`. */
export function getAt(container: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = container;
  for (const key of path.split(".")) value = isContainer(value) ? value[key] : undefined;
  return value;
}

/** Writes a value at a path with dots; containers on the way are made where they are missing. */
export function setAt(draft: JsonObject, path: string, value: Json): void {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let container = draft;
  for (const key of keys) {
    const next = memberOf(container, key) ?? {};
    container[key] = next;
    container = next;
  }
  container[last] = value;
}
