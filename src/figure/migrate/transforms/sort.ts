import type { Json, JsonObject } from "../../model/figure.ts";
import { pointArraysOf, pointCount, takePoints } from "../draft/points.ts";
import type { Conversion } from "./conversion.ts";
import { sortInSteps, STRETCH } from "../draft/sortInSteps.ts";

/** Sorts the trace's points. Those whose value does not count come last. */
export function* sortPoints(
  trace: JsonObject,
  type: string | undefined,
  options: JsonObject,
  target: readonly Json[],
  conversion: Conversion,
): Generator<void, JsonObject> {
  const arrays = pointArraysOf(trace, type);
  const sign = options["order"] === "descending" ? -1 : 1;
  const points: { readonly index: number; readonly value: number | undefined }[] = [];
  const count = pointCount(arrays, target.length);
  for (let index = 0; index < count; index++) {
    if (index % STRETCH === 0) yield;
    points.push({ index, value: conversion.toNumber(target[index]) });
  }
  const sorted = yield* sortInSteps(points, (one, other) => {
    if (one.value === undefined) return other.value === undefined ? 0 : 1;
    return other.value === undefined ? -1 : sign * (one.value - other.value);
  });
  const indices: number[] = [];
  for (const { index } of sorted) {
    if (indices.length % STRETCH === 0) yield;
    indices.push(index);
  }
  return yield* takePoints(trace, arrays, indices);
}
