import type { Json, JsonObject } from "../figure.ts";
import type { Changes } from "./changes.ts";
import { modernColor } from "./color.ts";
import { containersOf } from "./draft.ts";

/** Writes the colours that Plotly 4 no longer reads as it does. Lists are replaced only where one of them changes. */
export function readColors(draft: JsonObject, changes: Changes): void {
  for (const [name, container] of containersOf(draft)) {
    for (const [key, value] of Object.entries(container)) {
      const read = isColorScale(name, key, value) ? readScale : /color(?:s|way)?$/.test(key) ? readColor : undefined;
      const changed = read?.(value, changes);
      if (changed !== undefined) container[key] = changed;
    }
  }
}

/** `colorscale`, and the `sequential` and `diverging` scales below a layout's. */
function isColorScale(name: string, key: string, value: Json): boolean {
  return (name === "colorscale" || key.endsWith("colorscale")) && Array.isArray(value) && Array.isArray(value[0]);
}

function readScale(scale: Json, changes: Changes): Json | undefined {
  return changedItems(scale, (step) => {
    if (!Array.isArray(step)) return undefined;
    const [at = null, color = null] = step;
    const changed = readColor(color, changes);
    return changed === undefined ? undefined : [at, changed];
  });
}

function readColor(value: Json, changes: Changes): Json | undefined {
  if (typeof value === "string") {
    const modern = modernColor(value);
    if (modern !== undefined) changes.add("color");
    return modern;
  }
  if (!Array.isArray(value) || typeof value.find((item) => item !== null) === "number") return undefined;
  const known = new Map<string, string | undefined>();
  return changedItems(value, (item) => {
    if (typeof item !== "string") return Array.isArray(item) ? readColor(item, changes) : undefined;
    // In a list, digits are numbers to be looked up in a colour scale.
    if (!known.has(item)) known.set(item, item === "" || Number.isFinite(Number(item)) ? undefined : modernColor(item));
    const modern = known.get(item);
    if (modern !== undefined) changes.add("color");
    return modern;
  });
}

function changedItems(list: Json, change: (item: Json) => Json | undefined): Json | undefined {
  if (!Array.isArray(list)) return undefined;
  let changed: Json[] | undefined;
  for (const [index, item] of list.entries()) {
    const replaced = change(item);
    if (replaced === undefined) continue;
    changed ??= [...list];
    changed[index] = replaced;
  }
  return changed;
}
