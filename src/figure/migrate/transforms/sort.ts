import type { Json, JsonObject } from "../../figure.ts";
import { pointArraysOf, pointCount, takePoints } from "../points.ts";
import type { Conversion } from "./conversion.ts";

/** The trace with its points in order; those whose value does not count come last. */
export function sortPoints(
  trace: JsonObject,
  type: string | undefined,
  options: JsonObject,
  target: readonly Json[],
  conversion: Conversion,
): JsonObject {
  const arrays = pointArraysOf(trace, type);
  const sign = options["order"] === "descending" ? -1 : 1;
  const points = Array.from({ length: pointCount(arrays, target.length) }, (_, index) => ({
    index,
    value: conversion.toNumber(target[index]),
  }));
  points.sort((one, other) => {
    if (one.value === undefined) return other.value === undefined ? 0 : 1;
    return other.value === undefined ? -1 : sign * (one.value - other.value);
  });
  return takePoints(
    trace,
    arrays,
    points.map(({ index }) => index),
  );
}
