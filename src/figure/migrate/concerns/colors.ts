import type { Json, JsonObject } from "../../model/figure.ts";
import type { Changes } from "../draft/changes.ts";
import { modernColor, opaqueColor } from "../../colors/olderColor.ts";
import { containersOf } from "../draft/draft.ts";

/** How a colour is read, and where its change is noted. Digits in a list may be numbers and no colours. */
interface Reading {
  readonly read: (text: string) => string | undefined;
  readonly changes: Changes;
  readonly kind: "color" | "alpha";
  readonly mayBeNumbers: boolean;
}

/**
 * Rewrites the colours that Plotly 4 no longer reads as older Plotly did. A list is replaced only where one of its
 * colours changes.
 */
export function readColors(draft: JsonObject, changes: Changes): void {
  readAll(draft, { changes, kind: "color", read: modernColor });
}

/** Removes the alpha of `rgb()`, which no Plotly before 4 read. */
export function dropUnreadAlpha(draft: JsonObject, changes: Changes): void {
  readAll(draft, { changes, kind: "alpha", read: opaqueColor });
}

function readAll(draft: JsonObject, reading: Omit<Reading, "mayBeNumbers">): void {
  const type = draft["type"];
  for (const [name, container] of containersOf(draft)) {
    for (const [key, value] of Object.entries(container)) {
      const change = isColorScale(name, key, value) ? readScale : /color(?:s|way)?$/.test(key) ? readColor : undefined;
      const changed = change?.(value, { ...reading, mayBeNumbers: hasScale(name, key, type) });
      if (changed !== undefined) container[key] = changed;
    }
  }
}

/** Attributes whose lists hold colours, or numbers to be looked up in a colour scale. */
function hasScale(container: string, key: string, type: Json | undefined): boolean {
  if (key === "colors") return type === "sunburst" || type === "treemap" || type === "icicle";
  return key === "color" && (container === "marker" || container === "line");
}

/** `colorscale`, and the `sequential` and `diverging` scales below a layout's. */
function isColorScale(name: string, key: string, value: Json): boolean {
  return (name === "colorscale" || key.endsWith("colorscale")) && Array.isArray(value) && Array.isArray(value[0]);
}

function readScale(scale: Json, reading: Reading): Json | undefined {
  return changedItems(scale, (step) => {
    if (!Array.isArray(step)) return undefined;
    const [at = null, color = null] = step;
    const changed = readColor(color, reading);
    return changed === undefined ? undefined : [at, changed];
  });
}

function readColor(value: Json, reading: Reading): Json | undefined {
  const { changes, kind, mayBeNumbers } = reading;
  if (typeof value === "string") {
    const modern = reading.read(value);
    if (modern !== undefined) changes.add(kind);
    return modern;
  }
  if (!Array.isArray(value) || typeof value.find((item) => item !== null) === "number") return undefined;
  // Long lists repeat few colours.
  const known = new Map<string, string | undefined>();
  const read = (text: string): string | undefined => {
    if (text.startsWith("#")) return undefined;
    if (!known.has(text)) known.set(text, mayBeNumbers && isNumeric(text) ? undefined : reading.read(text));
    return known.get(text);
  };
  return changedItems(value, (item) => {
    if (typeof item !== "string") return Array.isArray(item) ? readColor(item, reading) : undefined;
    const modern = read(item);
    if (modern !== undefined) changes.add(kind);
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
