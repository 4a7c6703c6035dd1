import { traceTypeOf } from "../../model/trace.ts";
import type { Json, JsonObject } from "../../model/figure.ts";
import { memberOf } from "../draft/draft.ts";

/** Modes in which bars of one place lay over or on each other, whatever their `offsetgroup`, before Plotly 3. */
const SHARED_PLACE: ReadonlySet<unknown> = new Set(["stack", "relative", "overlay"]);

/**
 * Whether to leave out the bars' offset groups. plotly.py 4 and 5 wrote one for each trace. Plotly obeys them since
 * version 3 where bars are stacked or overlaid, which then stand side by side. Where two bars of a subplot share a
 * group, the figure was made for groups, and they stay.
 */
export function hasIdleOffsetGroups(traces: readonly JsonObject[], layout: JsonObject | undefined): boolean {
  if (!SHARED_PLACE.has(barModeOf(layout))) return false;
  const taken = new Set<string>();
  const groups = new Set<string>();
  for (const trace of traces) {
    const type = traceTypeOf(trace);
    if (!isBar(type)) continue;
    const group = groupOf(trace);
    const place = [subplotAxis(trace, "x"), subplotAxis(trace, "y"), group].join(" ");
    if (taken.has(place)) return false;
    taken.add(place);
    groups.add(group);
  }
  // A single group parts nothing.
  return groups.size > 1;
}

export function isBar(type: string | undefined): boolean {
  return type === "bar" || type === "histogram" || type === "histogramx" || type === "histogramy";
}

function barModeOf(layout: JsonObject | undefined): Json | undefined {
  return layout?.["barmode"] ?? memberOf(memberOf(layout, "template"), "layout")?.["barmode"];
}

/** Bars without a group are one group. */
function groupOf({ offsetgroup }: JsonObject): string {
  return typeof offsetgroup === "string" || typeof offsetgroup === "number" ? String(offsetgroup) : "";
}

function subplotAxis(trace: JsonObject, letter: "x" | "y"): string {
  const axis = trace[`${letter}axis`];
  return typeof axis === "string" && axis !== `${letter}1` ? axis : letter;
}
