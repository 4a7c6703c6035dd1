import type { Json, JsonObject } from "../../model/figure.ts";
import type { Changes } from "../draft/changes.ts";
import { itemsOf } from "../draft/draft.ts";
import { parseExpression } from "./expression.ts";
import { numbersOf } from "../draft/points.ts";
import { axisTypeOf, cleanNumber, guessType } from "../transforms/conversion.ts";

/** Points of a curve that names no number of its own, as Chart Studio drew it. */
const DEFAULT_POINTS = 50;

/**
 * Draws Chart Studio's `fit` transform: a trace without data that has a function (`m*x + b`), its parameters and the
 * trace to which it was fitted. Nothing is fitted again: the stored parameters are the author's result.
 */
export function drawFit(
  trace: JsonObject,
  traces: readonly JsonObject[],
  layout: JsonObject | undefined,
  changes: Changes,
): void {
  const options = itemsOf(trace, "transforms").find(({ type }) => type === "fit");
  if (options === undefined || options["enabled"] === false) return;
  const input = traces.find(({ uid }) => typeof uid === "string" && uid === options["inputUid"]);
  const curve = input === undefined ? undefined : curveOf(options, input, layout);
  if (input === undefined || curve === undefined) {
    changes.add("fitWithoutData");
    return;
  }
  trace["x"] = curve.x;
  trace["y"] = curve.y;
  trace["mode"] ??= "lines";
  for (const axis of ["xaxis", "yaxis"]) {
    const reference = input[axis];
    if (reference !== undefined) trace[axis] ??= reference;
  }
  changes.add("fit");
}

function curveOf(
  options: JsonObject,
  input: JsonObject,
  layout: JsonObject | undefined,
): { x: Json[]; y: Json[] } | undefined {
  const { regressor = "x", regressand = "y", fitfunction } = options;
  if (regressor !== "x" || regressand !== "y" || typeof fitfunction !== "string") return undefined;
  const data = numbersOf(input["x"]);
  const formula = parseExpression(fitfunction);
  if (data === undefined || formula === undefined) return undefined;
  const type = axisTypeOf("x", input, layout) ?? guessType(data);
  if (type !== "linear" && type !== "log") return undefined;
  const range = rangeOf(options["outputxrange"]) ?? extentOf(data);
  if (range === undefined) return undefined;
  const values = new Map<string, number>();
  for (const { name, value } of itemsOf(options, "parameters")) {
    if (typeof name === "string" && typeof value === "number") values.set(name, value);
  }
  const steps = pointsOf(options["interpolation"]) - 1;
  const [from, to] = range;
  const even = type === "log" && from > 0;
  const x: Json[] = [];
  const y: Json[] = [];
  for (let step = 0; step <= steps; step++) {
    const at = even ? from * (to / from) ** (step / steps) : from + ((to - from) * step) / steps;
    values.set("x", at);
    const value = formula(values);
    x.push(at);
    y.push(Number.isFinite(value) ? value : null);
  }
  return y.every((value) => value === null) ? undefined : { x, y };
}

function rangeOf(value: Json | undefined): readonly [number, number] | undefined {
  const [from, to] = Array.isArray(value) ? value.map(cleanNumber) : [];
  return from === undefined || to === undefined ? undefined : [from, to];
}

function extentOf(data: readonly Json[]): readonly [number, number] | undefined {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of data) {
    const number = cleanNumber(value);
    if (number === undefined) continue;
    least = Math.min(least, number);
    most = Math.max(most, number);
  }
  return least <= most ? [least, most] : undefined;
}

function pointsOf(value: Json | undefined): number {
  const wanted = typeof value === "number" ? Math.round(value) : DEFAULT_POINTS;
  return Math.min(Math.max(wanted, 2), 10_000);
}
