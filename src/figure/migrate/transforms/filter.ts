import type { Json, JsonObject } from "../../model/figure.ts";
import { pointArraysOf, pointCount, takePoints } from "../draft/points.ts";
import type { Conversion } from "./conversion.ts";
import { STRETCH } from "../draft/sortInSteps.ts";

type Compared = number | undefined;

/** Whether a value passes, by the filter's `operation`. */
const OPERATIONS: {
  readonly [operation: string]: ((value: Compared, wanted: readonly Compared[]) => boolean) | undefined;
} = {
  "=": (value, [wanted]) => value === wanted,
  "!=": (value, [wanted]) => value !== wanted,
  "<": (value, [wanted]) => below(value, wanted),
  "<=": (value, [wanted]) => below(value, wanted) || same(value, wanted),
  ">": (value, [wanted]) => below(wanted, value),
  ">=": (value, [wanted]) => below(wanted, value) || same(value, wanted),
  "[]": (value, [from, to]) => !below(value, from) && !below(to, value) && known(value, from, to),
  "()": (value, [from, to]) => below(from, value) && below(value, to),
  "[)": (value, [from, to]) => !below(value, from) && below(value, to) && known(from),
  "(]": (value, [from, to]) => below(from, value) && !below(to, value) && known(to),
  "][": (value, [from, to]) => below(value, from) || below(to, value) || same(value, from) || same(value, to),
  ")(": (value, [from, to]) => below(value, from) || below(to, value),
  "](": (value, [from, to]) => below(value, from) || below(to, value) || same(value, from),
  ")[": (value, [from, to]) => below(value, from) || below(to, value) || same(value, to),
  "{}": (value, wanted) => wanted.includes(value),
  "}{": (value, wanted) => !wanted.includes(value),
};

/** Keeps the trace's points that pass. With `preservegaps` the others leave gaps. */
export function* filterPoints(
  trace: JsonObject,
  type: string | undefined,
  options: JsonObject,
  target: readonly Json[],
  conversion: Conversion,
): Generator<void, JsonObject> {
  const { operation: written, value = 0, preservegaps } = options;
  const operation = typeof written === "string" && Object.hasOwn(OPERATIONS, written) ? written : "=";
  const passes = OPERATIONS[operation];
  if (passes === undefined) return trace;
  const wanted = wantedValues(operation, value).map(conversion.toNumber);
  const arrays = pointArraysOf(trace, type);
  const indices: (number | undefined)[] = [];
  const count = pointCount(arrays, target.length);
  for (let index = 0; index < count; index++) {
    if (index % STRETCH === 0) yield;
    if (passes(conversion.toNumber(target[index]), wanted)) indices.push(index);
    else if (preservegaps === true) indices.push(undefined);
  }
  return yield* takePoints(trace, arrays, indices);
}

/** One value stands for both ends of a range. */
function wantedValues(operation: string, value: Json): readonly Json[] {
  if (Array.isArray(value)) return value;
  return /^[[\](){}]{2}$/.test(operation) ? [value, value] : [value];
}

function below(value: Compared, limit: Compared): boolean {
  return value !== undefined && limit !== undefined && value < limit;
}

function same(value: Compared, limit: Compared): boolean {
  return value !== undefined && value === limit;
}

function known(...values: readonly Compared[]): boolean {
  return !values.includes(undefined);
}
