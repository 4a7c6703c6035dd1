import { isContainer } from "../../model/container.ts";
import { frameTarget, traceTypeOf } from "../../model/trace.ts";
import type { Figure, Json, JsonObject } from "../../model/figure.ts";
import type { FigurePath } from "../../model/path.ts";
import { type DataCursor, type DataKind, root, step } from "../../schema/dataAttributes.ts";
import { type EncodedArray, isTypedArray } from "./typedArray.ts";

/** An array of data standing in the figure itself. */
export interface RawArray {
  /** `["data", 0, "marker", "color"]` */
  readonly path: FigurePath;
  readonly value: readonly Json[] | EncodedArray;
  readonly kind: DataKind;
}

export interface TraceInFigure {
  /** `["data", 0]` or `["frames", 2, "data", 0]` */
  readonly path: FigurePath;
  readonly trace: JsonObject;
  /** Undefined where neither the trace nor the one that its frame changes names a type. */
  readonly type: string | undefined;
}

/**
 * The paths of all arrays that the API takes only as references to a grid's columns: lists and typed arrays at
 * attributes of traces, and of frames' traces, that take data in Plotly's schema, outside object arrays (`dimensions`,
 * `transforms`). Layouts and templates may contain arrays.
 */
export function findRawArrays(figure: Figure): FigurePath[] {
  return rawArrays(figure).map(({ path }) => path);
}

/** `findRawArrays` with the arrays themselves, in the figure's own order. */
export function rawArrays(figure: Figure): RawArray[] {
  return tracesOf(figure).flatMap(({ trace, type, path }) => rawArraysOf(trace, type, path));
}

/** The arrays of data of one trace. Paths begin with `path`. */
export function rawArraysOf(trace: JsonObject, type: string | undefined, path: FigurePath = []): RawArray[] {
  const found: RawArray[] = [];
  collect(trace, root(type), path, found);
  return found;
}

/** All traces of `data`, then those of frames. */
export function tracesOf(figure: Figure): TraceInFigure[] {
  const data: readonly unknown[] = Array.isArray(figure.data) ? figure.data : [];
  const frames: readonly unknown[] = Array.isArray(figure.frames) ? figure.frames : [];
  const found: TraceInFigure[] = [];
  for (const [index, trace] of data.entries()) {
    if (isContainer(trace)) found.push({ path: ["data", index], trace, type: traceTypeOf(trace) });
  }
  for (const [number, frame] of frames.entries()) {
    if (!isContainer(frame) || !Array.isArray(frame["data"])) continue;
    for (const [index, trace] of frame["data"].entries()) {
      if (!isContainer(trace)) continue;
      const type = traceTypeOf(trace) ?? traceTypeOf(data[frameTarget(frame, index)]);
      found.push({ path: ["frames", number, "data", index], trace, type });
    }
  }
  return found;
}

function collect(container: JsonObject, cursor: DataCursor, path: FigurePath, found: RawArray[]): void {
  for (const [key, value] of Object.entries(container)) {
    const next = step(cursor, key);
    if (next === undefined) continue;
    if (next.kind === undefined) {
      if (isContainer(value)) collect(value, next, [...path, key], found);
    } else if (Array.isArray(value) || isTypedArray(value)) {
      found.push({ path: [...path, key], value, kind: next.kind });
    }
  }
}
