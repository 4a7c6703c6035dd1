import { isNumberArray } from "../../model/dtypes.ts";
import { DateReader } from "./dates.ts";
import { LocalColumns } from "./columnSource.ts";
import { ScatteredPoints } from "./scatteredPoints.ts";
import { ascend, EvenPlaces, ListedPlaces, type Numbers, type Places } from "./series.ts";

/** What the places of a trace are. */
export type PlaceKind = "number" | "date";

export interface ReadColumns {
  readonly columns: LocalColumns;
  /** Undefined where the trace has no x, so that its points are numbered. */
  readonly places: PlaceKind | undefined;
}

/** As many elements of a list are read between two pauses. */
const STRETCH = 1 << 17;

/**
 * Reads the columns of a trace for drawing them reduced: y of numbers, x of ascending numbers or dates, or none, where
 * places are counted from 0. Comes, with pauses, to undefined where they are anything else: texts, numbers written as
 * texts, places that go back and forth.
 */
export function* readColumns(x: unknown, y: unknown): Generator<undefined, ReadColumns | undefined> {
  const values = yield* numbersOf(y);
  if (values === undefined) return undefined;
  if (x === undefined || x === null)
    return { columns: yield* local(new EvenPlaces(values.length), values), places: undefined };
  const length = Math.min(values.length, lengthOf(x));
  const numbers = yield* numbersOf(x);
  const places = numbers ?? (yield* datesOf(x));
  if (places === undefined || !(yield* ascend(places, length))) return undefined;
  return { columns: yield* local(new ListedPlaces(places, length), values), places: numbers ? "number" : "date" };
}

export interface ReadPoints {
  readonly points: ScatteredPoints;
  readonly places: PlaceKind | undefined;
}

/** Does the same of points in any order. */
export function* readPoints(x: unknown, y: unknown): Generator<undefined, ReadPoints | undefined> {
  const values = yield* numbersOf(y);
  if (values === undefined) return undefined;
  if (x === undefined || x === null) {
    const counted = Float64Array.from({ length: values.length }, (_, index) => index);
    return { points: new ScatteredPoints(counted, values), places: undefined };
  }
  const numbers = yield* numbersOf(x);
  const places = numbers ?? (yield* datesOf(x));
  if (places === undefined) return undefined;
  return { points: new ScatteredPoints(places, values), places: numbers ? "number" : "date" };
}

function* local(x: Places, y: Numbers): Generator<undefined, LocalColumns> {
  return yield* LocalColumns.read({ x, y });
}

const lengthOf = (value: unknown): number =>
  Array.isArray(value) ? value.length : isNumberArray(value) ? value.length : 0;

/** A typed array is taken as it is. Of a list, null and what is left out become gaps. */
function* numbersOf(value: unknown): Generator<undefined, Numbers | undefined> {
  if (isNumberArray(value)) return value;
  return yield* converted(value, (element) =>
    typeof element === "number" ? element : element === null || element === undefined ? Number.NaN : undefined,
  );
}

function* datesOf(value: unknown): Generator<undefined, Numbers | undefined> {
  const reader = new DateReader();
  return yield* converted(value, (element) => {
    const time = typeof element === "string" ? reader.read(element) : Number.NaN;
    return Number.isNaN(time) ? undefined : time;
  });
}

function* converted(
  value: unknown,
  number: (element: unknown) => number | undefined,
): Generator<undefined, Float64Array | undefined> {
  if (!Array.isArray(value)) return undefined;
  const list: readonly unknown[] = value;
  const numbers = new Float64Array(list.length);
  for (let index = 0; index < list.length; index++) {
    const element = number(list[index]);
    if (element === undefined) return undefined;
    numbers[index] = element;
    if (index % STRETCH === STRETCH - 1) yield;
  }
  return numbers;
}
