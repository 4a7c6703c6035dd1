import { isContainer } from "../../model/container.ts";
import { frameTarget, traceTypeOf } from "../../model/trace.ts";
import type { Figure, Json, JsonObject } from "../../model/figure.ts";
import type { FigurePath } from "../../model/path.ts";

/** An `<attribute>src` key with a string. */
export interface WrittenReference {
  readonly path: FigurePath;
  /** The last step of the path: `"xsrc"`. */
  readonly key: string;
  readonly src: string;
  /** Type of the trace around it, `"scatter"` where it names none, and `""` outside traces. */
  readonly traceType: string;
}

/** The value to put beside the src key; undefined leaves what is there. */
export type Resolve = (reference: WrittenReference) => Json | undefined;

/** Members whose contents are the author's own or Plotly's defaults, never references. */
const WITHOUT_REFERENCES: ReadonlySet<string> = new Set([
  "customdata",
  "geojson",
  "meta",
  "sliders",
  "template",
  "updatemenus",
]);

/**
 * A copy of the figure in which each reference has the value that `resolve` gave; parts without such values are shared
 * with the given figure. A new value stands right after its src key, and an old one is replaced in its place.
 */
export function mapReferences(figure: Figure, resolve: Resolve): Figure {
  const { data, layout, frames } = figure;
  const types = Array.isArray(data) ? data.map(traceTypeOf) : [];
  const mapped: Partial<Figure> = {};
  const newData = mapTraces(data, ["data"], (index) => types[index], resolve);
  if (newData !== data) mapped.data = newData;
  const newLayout = isContainer(layout) ? mapContainer(layout, ["layout"], "", resolve) : layout;
  if (newLayout !== layout && newLayout !== undefined) mapped.layout = newLayout;
  const newFrames = frames === undefined ? undefined : mapFrames(frames, types, resolve);
  if (newFrames !== frames && newFrames !== undefined) mapped.frames = newFrames;
  return Object.keys(mapped).length === 0 ? figure : { ...figure, ...mapped };
}

function mapFrames(frames: JsonObject[], types: readonly (string | undefined)[], resolve: Resolve): JsonObject[] {
  return mapItems(frames, (frame, index) => {
    const typeAt = (at: number) => types[frameTarget(frame, at)];
    return mapMembers(frame, (member, value) => {
      const path = ["frames", index, member];
      if (member === "layout" && isContainer(value)) return mapContainer(value, path, "", resolve);
      if (member === "data" && Array.isArray(value)) return mapTraces(value, path, typeAt, resolve);
      return value;
    });
  });
}

function mapTraces<Trace extends Json>(
  traces: Trace[],
  path: FigurePath,
  fallbackType: (index: number) => string | undefined,
  resolve: Resolve,
): (Trace | JsonObject)[] {
  return mapItems(traces, (trace, index) =>
    mapContainer(trace, [...path, index], traceTypeOf(trace) ?? fallbackType(index) ?? "scatter", resolve),
  );
}

function mapContainer(container: JsonObject, path: FigurePath, traceType: string, resolve: Resolve): JsonObject {
  const resolved = new Map<string, Json>();
  for (const [key, src] of Object.entries(container)) {
    if (typeof src !== "string" || src === "" || key.length < 4 || !key.endsWith("src")) continue;
    const value = resolve({ path: [...path, key], key, src, traceType });
    if (value !== undefined) resolved.set(key.slice(0, -3), value);
  }
  const mapped = mapMembers(container, (key, value) => {
    const replaced = resolved.get(key);
    if (replaced !== undefined) return replaced;
    if (WITHOUT_REFERENCES.has(key)) return value;
    if (isContainer(value)) return mapContainer(value, [...path, key], traceType, resolve);
    if (!Array.isArray(value)) return value;
    return mapItems(value, (item, index) => mapContainer(item, [...path, key, index], traceType, resolve));
  });
  if (resolved.size === 0) return mapped;
  const entries: [string, Json][] = [];
  for (const [key, value] of Object.entries(mapped)) {
    entries.push([key, value]);
    const target = key.slice(0, -3);
    const added = key.endsWith("src") && !Object.hasOwn(mapped, target) ? resolved.get(target) : undefined;
    if (added !== undefined) entries.push([target, added]);
  }
  return Object.fromEntries(entries);
}

/** Number arrays are told by their first element and never walked. */
function mapItems<Item extends Json>(
  items: Item[],
  map: (item: JsonObject, index: number) => JsonObject,
): (Item | JsonObject)[] {
  if (!Array.isArray(items) || !isContainer(items[0])) return items;
  let mapped: (Item | JsonObject)[] | undefined;
  for (const [index, item] of items.entries()) {
    if (!isContainer(item)) continue;
    const changed = map(item, index);
    if (changed === item) continue;
    mapped ??= [...items];
    mapped[index] = changed;
  }
  return mapped ?? items;
}

function mapMembers(container: JsonObject, map: (key: string, value: Json) => Json): JsonObject {
  let changed = false;
  const entries = Object.entries(container).map(([key, value]): [string, Json] => {
    const mapped = map(key, value);
    changed ||= mapped !== value;
    return [key, mapped];
  });
  return changed ? Object.fromEntries(entries) : container;
}
