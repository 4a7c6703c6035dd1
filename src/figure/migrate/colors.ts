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
  // Long lists repeat few colours.
  const known = new Map<string, string | undefined>();
  const read = (text: string): string | undefined => {
    if (text.startsWith("#")) return undefined;
    if (!known.has(text)) known.set(text, isNumeric(text) ? undefined : modernColor(text));
    return known.get(text);
  };
  return changedItems(value, (item) => {
    if (typeof item !== "string") return Array.isArray(item) ? readColor(item, changes) : undefined;
    const modern = read(item);
    if (modern !== undefined) changes.add("color");
    return modern;
  });
}

/** Digits in a list are numbers to be looked up in a colour scale, as they come from a spreadsheet. */
function isNumeric(text: string): boolean {
  return text === "" || Number.isFinite(Number(text));
}

function changedItems(list: Json, change: (item: Json) => Json | undefined): Json | undefined {
  if (!Array.isArray(list)) return undefined;
  let changed: Json[] | undefined;
  // Lists of a million colours come here: by index, which is several times faster than by iterator.
  for (let index = 0; index < list.length; index++) {
    const item: Json | undefined = list[index];
    const replaced = item === undefined ? undefined : change(item);
    if (replaced === undefined) continue;
    changed ??= [...list];
    changed[index] = replaced;
  }
  return changed;
}
