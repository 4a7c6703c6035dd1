import type { Json, JsonObject } from "../../model/figure.ts";
import { draftOf, itemsOf, setAt } from "../draft/draft.ts";
import { groupName, pointArraysOf, pointCount } from "../draft/points.ts";
import { type Conversion, conversionOf } from "./conversion.ts";
import { sortInSteps, STRETCH } from "../draft/sortInSteps.ts";

/** The numbers of one group's values that count, in the order of its points, never empty. */
type Reduce = (
  numbers: readonly [number, ...number[]],
  conversion: Conversion,
  options: JsonObject,
) => Generator<void, Json>;

const REDUCTIONS: { readonly [name: string]: Reduce | undefined } = {
  *avg(numbers, { toData }) {
    return toData((yield* sum(numbers)) / numbers.length);
  },
  *min(numbers, { toData }) {
    return toData((yield* range(numbers)).least);
  },
  *max(numbers, { toData }) {
    return toData((yield* range(numbers)).most);
  },
  *range(numbers, { toData }) {
    const { least, most } = yield* range(numbers);
    return toData(most - least);
  },
  *rms(numbers, { toData }) {
    return toData(Math.sqrt((yield* sum(numbers, (number) => number * number)) / numbers.length));
  },
  *median(numbers, { toData }) {
    const sorted = yield* sortInSteps(numbers, (one, other) => one - other);
    const middle = (sorted.length - 1) / 2;
    return toData(((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2);
  },
  *mode(numbers, { toData }) {
    const counts = new Map<number, number>();
    let [most] = numbers;
    for (const [index, number] of numbers.entries()) {
      if (index % STRETCH === STRETCH - 1) yield;
      counts.set(number, (counts.get(number) ?? 0) + 1);
      if ((counts.get(number) ?? 0) > (counts.get(most) ?? 0)) most = number;
    }
    return toData(most);
  },
  *stddev(numbers, _, { funcmode }) {
    const mean = (yield* sum(numbers)) / numbers.length;
    const norm = funcmode === "population" ? numbers.length : numbers.length - 1;
    return norm === 0 ? 0 : Math.sqrt((yield* sum(numbers, (number) => (number - mean) ** 2)) / norm);
  },
};

/**
 * Makes one point of each group of equal values of `groups`. Attributes without an aggregation take the group's first
 * value.
 */
export function* aggregatePoints(
  trace: JsonObject,
  type: string | undefined,
  options: JsonObject,
  groups: readonly Json[],
  layout: JsonObject | undefined,
): Generator<void, JsonObject> {
  const arrays = pointArraysOf(trace, type);
  const indices = new Map<string, [number, ...number[]]>();
  const count = pointCount(arrays, groups.length);
  for (let index = 0; index < count; index++) {
    if (index % STRETCH === 0) yield;
    const name = groupName(groups[index]);
    const points = indices.get(name);
    if (points === undefined) indices.set(name, [index]);
    else points.push(index);
  }
  const parts = [...indices.values()];
  const aggregations = itemsOf(options, "aggregations").filter(({ enabled }) => enabled !== false);
  const aggregated = draftOf(trace);
  for (const { path, values, write } of arrays) {
    // The grouping attribute itself always keeps the group's value.
    const own = path === groupsPath(options) ? undefined : aggregations.find(({ target }) => target === path);
    const reduce = reduction(own ?? {}, yield* conversionOf(path, values, trace, layout));
    const reduced: Json[] = [];
    for (const [index, points] of parts.entries()) {
      // A group takes longer than a point.
      if (index % (STRETCH / 10) === 0 || points.length > STRETCH) yield;
      reduced.push(yield* reduce(values, points));
    }
    write(aggregated, reduced);
  }
  for (const { target, func } of aggregations) {
    // Counting needs no array to count in.
    if (func !== "count" || typeof target !== "string" || arrays.some(({ path }) => path === target)) continue;
    setAt(
      aggregated,
      target,
      parts.map((points) => points.length),
    );
  }
  return aggregated;
}

function groupsPath(options: JsonObject): string {
  const { groups } = options;
  return groups === undefined ? "x" : typeof groups === "string" ? groups : "";
}

function reduction(options: JsonObject, conversion: Conversion) {
  const { func = "first" } = options;
  return function* (values: readonly Json[], points: readonly [number, ...number[]]): Generator<void, Json> {
    if (func === "count") return points.length;
    const first = values[points[0]] ?? null;
    const last = values[points.at(-1) ?? 0] ?? null;
    if (func === "last") return last;
    if (func === "change") {
      const [from, to] = [conversion.toNumber(first), conversion.toNumber(last)];
      return from === undefined || to === undefined ? null : conversion.toData(to - from);
    }
    const numbers: number[] = [];
    for (const [index, point] of points.entries()) {
      if (index % STRETCH === STRETCH - 1) yield;
      const number = conversion.toNumber(values[point]);
      if (number !== undefined) numbers.push(number);
    }
    if (func === "sum") return conversion.toData(yield* sum(numbers));
    const reduce = typeof func === "string" ? REDUCTIONS[func] : undefined;
    if (reduce === undefined) return first;
    if (numbers.length === 0) return null;
    return yield* reduce(numbers as [number, ...number[]], conversion, options);
  };
}

function* sum(
  numbers: readonly number[],
  of: (number: number) => number = (number) => number,
): Generator<void, number> {
  let total = 0;
  for (const [index, number] of numbers.entries()) {
    if (index % STRETCH === STRETCH - 1) yield;
    total += of(number);
  }
  return total;
}

function* range(numbers: readonly number[]): Generator<void, { readonly least: number; readonly most: number }> {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [index, number] of numbers.entries()) {
    if (index % STRETCH === STRETCH - 1) yield;
    least = Math.min(least, number);
    most = Math.max(most, number);
  }
  return { least, most };
}
