import type { Json, JsonObject } from "../../model/figure.ts";
import type { Changes } from "../draft/changes.ts";
import { itemsOf, rename, getAt } from "../draft/draft.ts";
import { numbersOf } from "../draft/points.ts";
import { aggregatePoints } from "./aggregate.ts";
import { conversionOf } from "./conversion.ts";
import { filterPoints } from "./filter.ts";
import { splitByGroup } from "./groupBy.ts";
import { sortPoints } from "./sort.ts";

/** The parts of the figure around a trace that its transforms need. */
export interface TransformContext {
  readonly layout: JsonObject | undefined;
  readonly traceCount: number;
  /** Index of the trace in the figure as it is written, by which one without a name is called. */
  readonly place: number;
}

/**
 * Computes the trace's transforms, which the engine did until Plotly 2, and answers the traces that they make. A
 * transform without its data is left out and reported.
 */
export function* applyTransforms(
  trace: JsonObject,
  type: string | undefined,
  context: TransformContext,
  changes: Changes,
): Generator<void, JsonObject[]> {
  if (!Object.hasOwn(trace, "transforms")) return [trace];
  changes.addSilent();
  const transforms = itemsOf(trace, "transforms");
  const isGrouping = (index: number): boolean => transforms[index]?.["type"] === "groupby";
  const indices = [...transforms.keys()];
  let parts = [trace];
  // The engine split traces into groups first, wherever that stood in the list, and then took the rest in order. Each
  // step reads its own copy of the transform, whose arrays earlier steps have cut like the trace's own.
  for (const index of [...indices.filter(isGrouping), ...indices.filter((place) => !isGrouping(place))]) {
    const outcomes: Outcome[] = [];
    for (const part of parts)
      outcomes.push(yield* applyOne(part, type, itemsOf(part, "transforms")[index] ?? {}, context));
    const [kind] = outcomes.flatMap(({ told }) => told ?? []);
    if (kind !== undefined) changes.add(kind);
    parts = outcomes.flatMap(({ made }) => made);
  }
  for (const part of parts) delete part["transforms"];
  return parts;
}

interface Outcome {
  readonly made: readonly JsonObject[];
  readonly told?: "transform" | "transformWithoutData" | "transformUnknown";
}

function* applyOne(
  trace: JsonObject,
  type: string | undefined,
  options: JsonObject,
  context: TransformContext,
): Generator<void, Outcome> {
  const kind = options["type"];
  if (options["enabled"] === false || kind === "fit") return { made: [trace] };
  if (kind !== "filter" && kind !== "sort" && kind !== "groupby" && kind !== "aggregate") {
    return { made: [trace], told: "transformUnknown" };
  }
  if (kind === "filter") rename(options, "filtersrc", "target");
  if (hasCalendar(options) || hasCalendar(trace)) return { made: [trace], told: "transformUnknown" };
  const named: Json | undefined = kind === "filter" || kind === "sort" ? options["target"] : options["groups"];
  const path = named === undefined && kind !== "groupby" ? "x" : typeof named === "string" ? named : undefined;
  const values = numbersOf(path === undefined ? named : getAt(trace, path));
  if (values === undefined) return { made: [trace], told: "transformWithoutData" };
  if (values.length === 0) return { made: [trace] };
  if (kind === "groupby")
    return { made: yield* splitByGroup(trace, type, options, values, context), told: "transform" };
  if (kind === "aggregate")
    return { made: [yield* aggregatePoints(trace, type, options, values, context.layout)], told: "transform" };
  const conversion = yield* conversionOf(path, values, trace, context.layout);
  const compute = kind === "filter" ? filterPoints : sortPoints;
  return { made: [yield* compute(trace, type, options, values, conversion)], told: "transform" };
}

/** Dates of another calendar than ours cannot be compared here. */
function hasCalendar(container: JsonObject): boolean {
  return ["calendar", "valuecalendar", "targetcalendar", "xcalendar", "ycalendar"].some((key) => {
    const calendar = container[key];
    return typeof calendar === "string" && calendar !== "gregorian";
  });
}
