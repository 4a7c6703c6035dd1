// oxlint-disable no-underscore-dangle -- how far Plotly's data reaches has no public name
import { type Attributes, isAttributes } from "../../reading/attributes.ts";
import type { Plotted } from "./viewState.ts";

interface Axis extends Attributes {
  readonly range: readonly unknown[];
  /** Turns what the figure says into the number that Plotly draws at. */
  readonly r2l: (value: unknown) => number;
}

/** Tells whether the person has zoomed to a part of an axis where no trace has anything. */
export function isViewEmpty({ _fullLayout: layout, _fullData: traces }: Plotted): boolean {
  if (!layout || !traces) return false;
  const zoomed = Object.keys(layout._preGUI ?? {}).flatMap((name) => /^([xy]axis\d*)\.range/.exec(name)?.[1] ?? []);
  return zoomed.some((name) => {
    const axis = layout[name];
    if (!isAxis(axis)) return false;
    const [one, other] = axis.range.map((value) => axis.r2l(value));
    const reach = reachOn(name.replace("axis", ""), traces);
    if (one === undefined || other === undefined || reach === undefined) return false;
    return Math.max(one, other) < reach.least || Math.min(one, other) > reach.most;
  });
}

/** Finds how far the visible traces reach on an axis (`x`, `y2`). Undefined where none is drawn on it. */
function reachOn(id: string, traces: readonly Attributes[]): { least: number; most: number } | undefined {
  const extremes = traces
    .filter(({ visible }) => visible === true)
    .map((trace) => (isAttributes(trace["_extremes"]) ? trace["_extremes"][id] : undefined))
    .filter(isAttributes);
  const least = Math.min(...extremes.flatMap(({ min }) => valuesOf(min)));
  const most = Math.max(...extremes.flatMap(({ max }) => valuesOf(max)));
  return Number.isFinite(least) && Number.isFinite(most) ? { least, most } : undefined;
}

function valuesOf(ends: unknown): number[] {
  if (!Array.isArray(ends)) return [];
  return ends
    .map((end: unknown) => (isAttributes(end) ? end["val"] : undefined))
    .filter((val) => typeof val === "number");
}

function isAxis(axis: unknown): axis is Axis {
  return isAttributes(axis) && Array.isArray(axis["range"]) && typeof axis["r2l"] === "function";
}
