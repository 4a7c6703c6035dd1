import { rawArraysOf } from "../../data/arrays/dataWalk.ts";
import type { Json, JsonObject } from "../../model/figure.ts";
import { decodeTypedArray, type EncodedArray, isTypedArray, toPlain } from "../../data/arrays/typedArray.ts";
import { draftOf, itemsOf, setAt } from "./draft.ts";
import { STRETCH } from "./sortInSteps.ts";

/** One value a point of the trace, at a path with dots. */
interface PointArray {
  readonly write: (trace: JsonObject, values: readonly Json[]) => void;
  readonly path: string;
  readonly values: readonly Json[];
}

/** The list, decoded if it is a typed array; undefined where it is no list or cannot be decoded. */
export function numbersOf(value: Json | EncodedArray | undefined): readonly Json[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isTypedArray(value)) return undefined;
  const decoded = decodeTypedArray(value);
  return decoded.ok ? toPlain(decoded.value) : undefined;
}

/**
 * The trace's arrays with one value for each point, as Plotly's transforms chose them: all that may hold data, except
 * the ticks of colour bars and the arrays of the transforms that follow.
 */
export function pointArraysOf(trace: JsonObject, type: string | undefined): PointArray[] {
  const found: PointArray[] = [];
  for (const { path, value } of rawArraysOf(trace, type)) {
    if (path.includes("colorbar") || path[0] === "meta") continue;
    const values = numbersOf(value);
    if (values === undefined) continue;
    const name = path.join(".");
    found.push({ path: name, values, write: (target, taken) => setAt(target, name, taken) });
  }
  for (const [index, transform] of itemsOf(trace, "transforms").entries()) {
    for (const key of ["target", "groups"]) {
      const values = numbersOf(transform[key]);
      if (values === undefined) continue;
      const write = (target: JsonObject, taken: readonly Json[]): void => {
        const own = itemsOf(target, "transforms")[index];
        if (own !== undefined) own[key] = taken;
      };
      found.push({ path: `transforms.${index}.${key}`, values, write });
    }
  }
  return found;
}

/**
 * Copies the trace with the points at these indices, in this order, with pauses. Undefined in place of an index is a
 * gap.
 */
export function* takePoints(
  trace: JsonObject,
  arrays: readonly PointArray[],
  indices: readonly (number | undefined)[],
): Generator<void, JsonObject> {
  const taken = draftOf(trace);
  for (const { write, values } of arrays) {
    const own: Json[] = [];
    for (const [place, index] of indices.entries()) {
      if (place % STRETCH === 0) yield;
      own.push(index === undefined ? null : (values[index] ?? null));
    }
    write(taken, own);
  }
  return taken;
}

/** The number of the trace's points: the length of its shortest coordinate, at most `length`. */
export function pointCount(arrays: readonly PointArray[], length: number): number {
  const coordinates = arrays.filter(({ path }) => path === "x" || path === "y" || path === "z");
  return Math.min(length, ...coordinates.map(({ values }) => values.length));
}

/** The text that is the same for values of one group, as in Plotly's transforms. */
export function groupName(value: Json | undefined): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
