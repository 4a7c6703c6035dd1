import type { ColumnSource } from "../../../src/figure/data/reduce/columnSource.ts";
import { type PlaceKind, readColumns, readPoints } from "../../../src/figure/data/reduce/readColumns.ts";
import type { ScatteredPoints } from "../../../src/figure/data/reduce/scatteredPoints.ts";
import { type Attributes, typeOf } from "../../reading/attributes.ts";

/** What was read of a trace. It is kept as long as the array of its values is. */
export interface Columns {
  readonly x: unknown;
  readonly places: PlaceKind | undefined;
  /** Where its points ascend. */
  readonly line?: (ColumnSource & { readonly hasGaps: boolean }) | undefined;
  /** Where it is drawn as markers. */
  readonly scattered?: ScatteredPoints | undefined;
}

/**
 * Reads the columns of a trace as written, with pauses. Undefined where it is none that is drawn from few of its points;
 * comes to undefined where its columns are something else than numbers and dates.
 */
export function columnsOf({ x, y, mode, ...trace }: Attributes): Generator<undefined, Columns | undefined> | undefined {
  const type = typeOf(trace);
  if (type === "scatter") return mode === "markers" ? scatteredOf(x, y) : lineOf(x, y);
  return type === "scattergl" && (mode ?? "lines") === "lines" ? lineOf(x, y) : undefined;
}

function* lineOf(x: unknown, y: unknown): Generator<undefined, Columns | undefined> {
  const read = yield* readColumns(x, y);
  return read && { x, places: read.places, line: read.columns };
}

function* scatteredOf(x: unknown, y: unknown): Generator<undefined, Columns | undefined> {
  const read = yield* readPoints(x, y);
  return read && { x, places: read.places, scattered: read.points };
}
