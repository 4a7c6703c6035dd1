// oxlint-disable no-underscore-dangle -- these are the engine's private names
import { at, isAttributes } from "../../reading/attributes.ts";
import { pointLabels } from "../../reading/pointLabels.ts";
import { axisMember } from "../../../src/figure/schema/firstId.ts";
import type { PlaceKind } from "../../../src/figure/data/reduce/readColumns.ts";
import type { Axis, FullTrace, Graph, Subplot } from "./engineModule.ts";

/** The axes of a trace in a plane. */
export function axesOf({ _fullLayout: layout }: Graph, trace: FullTrace): Subplot {
  const named = (letter: "x" | "y"): Axis => layout?.[axisMember(letter, trace[`${letter}axis`])] as Axis;
  return { xaxis: named("x"), yaxis: named("y") };
}

/** The subplot that a trace in a plane is drawn into. */
export function subplotOf({ _fullLayout: layout }: Graph, trace: FullTrace): Subplot {
  return at(layout, "_plots", `${String(trace["xaxis"])}${String(trace["yaxis"])}`) as Subplot;
}

/** Whether the axes of a trace place its points by number, so that it is known here where each is drawn. */
export function hasPlainAxes(graph: Graph, trace: FullTrace, places: PlaceKind | undefined): boolean {
  const { xaxis: x, yaxis: y } = axesOf(graph, trace);
  return (
    !graph._transitionData?._frames?.length &&
    !isAnimated(graph) &&
    (places === "date" ? x.type === "date" : x.type === "linear" || x.type === "log") &&
    (y.type === "linear" || y.type === "log") &&
    !hasBreaks(x) &&
    !hasBreaks(y) &&
    (places !== "date" || (trace["xcalendar"] ?? "gregorian") === "gregorian") &&
    (places !== undefined || ((trace["x0"] ?? 0) === 0 && (trace["dx"] ?? 1) === 1)) &&
    trace["xperiodalignment"] === undefined &&
    trace["yperiodalignment"] === undefined
  );
}

/**
 * Whether the picture of a trace is that of the first, lowest, highest and last point in each column of pixels: a line
 * without markers, texts and error bars.
 */
export function isPlainLine(trace: FullTrace, hasGaps: boolean): boolean {
  return isLine(trace) && !(hasGaps && ["toself", "tonext"].includes(String(trace["fill"])));
}

function isLine(trace: FullTrace): boolean {
  const { mode, line } = trace;
  const isSolid = at(line, "dash") === undefined || at(line, "dash") === "solid";
  return (
    (mode === "lines" || (mode === "none" && trace["fill"] !== "none")) &&
    at(line, "shape") !== "spline" &&
    (isSolid || mode === "none") &&
    (at(line, "backoff") ?? "auto") === "auto" &&
    (trace["stackgroup"] ?? "") === "" &&
    !isShown(trace["error_x"]) &&
    !isShown(trace["error_y"]) &&
    pointLabels.every((path) => !Array.isArray(at(trace, ...path)))
  );
}

const isShown = (bars: unknown): boolean => isAttributes(bars) && bars["visible"] === true;

const hasBreaks = ({ rangebreaks }: Axis): boolean =>
  rangebreaks?.some((each) => isAttributes(each) && each["enabled"] !== false) === true;

/** Plotly moves the points of a figure to those of the next one by their number. */
const isAnimated = ({ _fullLayout: layout }: Graph): boolean => {
  const duration = at(layout, "transition", "duration");
  return typeof duration === "number" && duration > 0;
};
