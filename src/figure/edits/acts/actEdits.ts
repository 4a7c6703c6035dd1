import type { Figure, Json, JsonObject } from "../../model/figure.ts";
import { isContainer } from "../../model/container.ts";
import { type FigurePath, valueAt } from "../../model/path.ts";
import { traceTypeOf } from "../../model/trace.ts";
import { traceAttributes } from "../../schema/attributes.ts";
import { axisMember } from "../../schema/firstId.ts";
import type { FigureEdit } from "../edit.ts";
import { ownSubplotEdits, secondAxisEdits } from "./axisActs.ts";
import type { FigureAct } from "./figureAct.ts";
import { renamed, traceKinds } from "./traceKinds.ts";

/** The edits of a change that takes the figure's data to know; none where the figure has no such part. */
export function actEdits(figure: Figure, act: FigureAct): FigureEdit[] {
  switch (act.act) {
    case "kind":
      return kindEdits(figure, act.trace, act.type);
    case "swapAxes":
      return swapEdits(figure, act.trace);
    case "secondAxis":
      return secondAxisEdits(figure, act.trace);
    case "ownSubplot":
      return ownSubplotEdits(figure, act.trace);
    case "useColumn": {
      const value = valueAt(figure, act.from);
      if (value === undefined) return [];
      const source: FigurePath = [...act.path.slice(0, -1), `${String(act.path.at(-1))}src`];
      const isReferred = valueAt(figure, source) !== undefined;
      return [{ act: "set", path: act.path, value }, ...(isReferred ? [{ act: "remove", path: source } as const] : [])];
    }
    default:
      return act satisfies never;
  }
}

function kindEdits(figure: Figure, index: number, type: string): FigureEdit[] {
  const trace = figure.data[index];
  if (trace === undefined) return [];
  const now = traceTypeOf(trace) ?? "scatter";
  const kind = traceKinds(trace, now, traceAttributes).find((each) => each.type === type);
  if (kind === undefined) return [];
  const edits: FigureEdit[] = [{ act: "set", path: ["data", index, "type"], value: type }];
  for (const path of kind.lost) edits.push({ act: "remove", path: ["data", index, ...path] });
  for (const [name, value] of Object.entries(trace)) {
    const other = renamed(name, kind.renames);
    if (other === name || value === undefined) continue;
    edits.push({ act: "set", path: ["data", index, other], value }, { act: "remove", path: ["data", index, name] });
  }
  return edits;
}

/** Attributes of a trace that have a counterpart in the other direction. */
const pairs = [
  ["x", "y"],
  ["xsrc", "ysrc"],
  ["x0", "y0"],
  ["dx", "dy"],
  ["error_x", "error_y"],
  ["xbins", "ybins"],
  ["nbinsx", "nbinsy"],
  ["xhoverformat", "yhoverformat"],
  ["xperiod", "yperiod"],
] as const;

const oriented = new Set(["bar", "box", "violin", "histogram", "funnel", "waterfall"]);

function swapEdits(figure: Figure, index: number): FigureEdit[] {
  const trace = figure.data[index];
  if (trace === undefined) return [];
  const edits = pairs.flatMap(([one, other]) => exchanged(trace, ["data", index], one, other));
  const type = traceTypeOf(trace) ?? "scatter";
  // A trace of one array alone, such as a histogram, turns by that array's name.
  const isTurned = trace["orientation"] === "h";
  const hasBoth = "x" in trace && "y" in trace;
  if (oriented.has(type) && hasBoth)
    edits.push({ act: "set", path: ["data", index, "orientation"], value: isTurned ? "v" : "h" });
  else if ("orientation" in trace) edits.push({ act: "remove", path: ["data", index, "orientation"] });
  const [xaxis, yaxis] = [axisMember("x", trace["xaxis"]), axisMember("y", trace["yaxis"])];
  const isAlone = figure.data.every(
    (each, place) =>
      place === index || (axisMember("x", each["xaxis"]) !== xaxis && axisMember("y", each["yaxis"]) !== yaxis),
  );
  const layout = figure.layout ?? {};
  if (!isAlone) return edits;
  const [one, other] = [layout[xaxis], layout[yaxis]];
  for (const name of ["title", "type", "range", "tickformat", "dtick"]) {
    const [first, second] = [isContainer(one) ? one[name] : undefined, isContainer(other) ? other[name] : undefined];
    edits.push(...placed(["layout", xaxis, name], first, second), ...placed(["layout", yaxis, name], second, first));
  }
  return edits;
}

/** The edits that put a value in the place of another one, of which either may be missing. */
function placed(path: FigurePath, before: Json | undefined, after: Json | undefined): FigureEdit[] {
  if (after !== undefined) return [{ act: "set", path, value: after }];
  return before === undefined ? [] : [{ act: "remove", path }];
}

function exchanged(owner: JsonObject, path: FigurePath, one: string, other: string): FigureEdit[] {
  const [first, second] = [owner[one], owner[other]];
  return [...placed([...path, one], first, second), ...placed([...path, other], second, first)];
}
