import type { Json, JsonObject } from "../../model/figure.ts";
import { Changes } from "../draft/changes.ts";
import { readColors } from "./colors.ts";
import { draftOf, itemsOf, memberOf } from "../draft/draft.ts";
import { readLayoutNames } from "./layout.ts";
import { mapTypeOf, readMapLayout, readMapTrace } from "./maps.ts";
import { readLayoutSpellings } from "./spellings.ts";
import { readLayoutTitles, readTraceTitles } from "./titles.ts";
import { readSurfaceRange, renameTraceType } from "./traceTypes.ts";

/**
 * Brings a template up to date. Its changes are not reported: nearly every figure of plotly.py has the same template,
 * with parts for traces that the figure does not have.
 */
export function readTemplate(template: JsonObject, changes: Changes): JsonObject {
  const own = new Changes();
  const draft = draftOf(template);
  const data = memberOf(draft, "data");
  if (data !== undefined) readDefaults(data, own);
  const layout = memberOf(draft, "layout");
  if (layout !== undefined) {
    readLayoutTitles(layout, own);
    readLayoutNames(layout, own);
    readLayoutSpellings(layout, own);
    if (layout["map"] === undefined) readMapLayout(layout, new Map(), own);
    else if (layout["mapbox"] !== undefined) {
      delete layout["mapbox"];
      own.addOld();
    }
    readColors(layout, own);
  }
  changes.markOld(own);
  if (own.total === 0) return template;
  changes.addSilent();
  return draft;
}

/** Defaults by trace type; those of today's type win over those of the type it replaced. */
function readDefaults(data: JsonObject, changes: Changes): void {
  for (const type of Object.keys(data)) {
    for (const trace of itemsOf(data, type)) {
      readTraceTitles(trace, changes);
      readSurfaceRange(trace, type, changes);
      readMapTrace(trace, type, new Map(), changes);
      if (type !== "pointcloud") renameTraceType(trace, type, changes);
      readColors(trace, changes);
    }
    const modern = mapTypeOf(type) ?? REPLACED.get(type);
    if (modern === undefined) continue;
    const defaults: Json | undefined = data[type];
    delete data[type];
    if (modern !== "" && defaults !== undefined) data[modern] ??= defaults;
    changes.addOld();
  }
}

/** Empty where the old type's defaults mean nothing to today's. */
const REPLACED: ReadonlyMap<string, string> = new Map([
  ["area", ""],
  ["contourgl", "contour"],
  ["heatmapgl", "heatmap"],
  ["pointcloud", ""],
]);
