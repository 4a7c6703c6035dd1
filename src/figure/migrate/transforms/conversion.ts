import type { Json, JsonObject } from "../../model/figure.ts";
import { memberOf } from "../draft/draft.ts";
import { groupName } from "../draft/points.ts";
import { STRETCH } from "../draft/sortInSteps.ts";

/** How to compare and add up the values of one attribute, as Plotly 2's axes did for its transforms. */
export interface Conversion {
  /** Undefined for a value that does not count. */
  readonly toNumber: (value: Json | undefined) => number | undefined;
  readonly toData: (number: number) => Json;
}

type AxisType = "linear" | "log" | "date" | "category";

/**
 * Finds the conversion of an array. `target` is the attribute's path, or undefined for an array of the transform
 * itself. An array without an axis, such as `customdata`, is of the kind that its values are.
 */
export function* conversionOf(
  target: string | undefined,
  values: readonly Json[],
  trace: JsonObject,
  layout: JsonObject | undefined,
): Generator<void, Conversion> {
  const isOnAxis = target === "x" || target === "y" || target === "z";
  const type = isOnAxis ? axisTypeOf(target, trace, layout) : undefined;
  const kind = type ?? guessType(values, hasStrictNumbers(layout));
  return kind === "category" ? yield* category(values) : CONVERSIONS[kind];
}

/** Whether texts of digits are texts to the figure's axes, as plotly.py's templates have it. */
function hasStrictNumbers(layout: JsonObject | undefined): boolean {
  const usual = memberOf(memberOf(layout, "template"), "layout");
  return (layout?.["autotypenumbers"] ?? usual?.["autotypenumbers"]) === "strict";
}

/** The type that the layout gives the trace's axis; undefined where Plotly guesses it from the data. */
export function axisTypeOf(letter: string, trace: JsonObject, layout: JsonObject | undefined): AxisType | undefined {
  const scene = trace["scene"];
  const reference = trace[`${letter}axis`];
  const container = typeof scene === "string" ? memberOf(layout, scene) : layout;
  const suffix = typeof reference === "string" ? reference.slice(1) : "";
  const type = memberOf(container, `${letter}axis${suffix}`)?.["type"];
  if (type === "multicategory") return "category";
  return type === "linear" || type === "log" || type === "date" || type === "category" ? type : undefined;
}

/** Guesses the type of values as Plotly does: dates, categories, else numbers. Each value counts once. */
export function guessType(values: readonly Json[], isStrict = false): AxisType {
  if (Array.isArray(values[0]) && Array.isArray(values[1])) return "category";
  let [numbers, dates, counted, categories] = [0, 0, 0, 0];
  const seen = new Set<string>();
  // A thousand values spread over the array tell enough, as in Plotly.
  const step = Math.max(1, (values.length - 1) / 1000);
  for (let place = 0; place < values.length; place += step) {
    const value = values[Math.round(place)];
    const name = groupName(value);
    if (seen.has(name)) continue;
    seen.add(name);
    if (typeof value !== "boolean" && dateToMs(value) !== undefined) dates += 1;
    if (plainNumber(value) !== undefined) numbers += 1;
    if (typeof value === "boolean") categories += 1;
    else if (isStrict ? typeof value === "number" : cleanNumber(value) !== undefined) counted += 1;
    else if (typeof value === "string") categories += 1;
  }
  if (dates > numbers * 2) return "date";
  return categories > counted * 2 ? "category" : "linear";
}

const CONVERSIONS: { readonly [type in Exclude<AxisType, "category">]: Conversion } = {
  linear: { toNumber: cleanNumber, toData: identity },
  // A log axis reckons with its values, not with their logarithms.
  log: { toNumber: cleanNumber, toData: identity },
  date: {
    // A year before it is milliseconds, as a number and as a text.
    toNumber: (value) => dateToMs(value) ?? plainNumber(value),
    toData: msToDate,
  },
};

/** Categories are numbered as they first appear; one that only the transform names comes after them. */
function* category(values: readonly Json[]): Generator<void, Conversion> {
  const names: Json[] = [];
  const numbers = new Map<string, number>();
  const toNumber = (value: Json | undefined): number | undefined => {
    if (value === undefined || value === null) return undefined;
    const key = groupName(value);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, names.length);
    return names.push(value) - 1;
  };
  for (const [index, value] of values.entries()) {
    if (index % STRETCH === 0) yield;
    toNumber(value);
  }
  return { toNumber, toData: (number) => names[Math.round(number)] ?? null };
}

function identity(number: number): Json {
  return number;
}

function plainNumber(value: Json | undefined): number | undefined {
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** Reads a number, even with currency, percent or thousands signs; undefined where it is none. */
export function cleanNumber(value: Json | undefined): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string") return undefined;
  const text = value.replaceAll(/^['"%,$#\s]+|[, ]|['"%,$#\s]+$/g, "");
  const number = text === "" ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

const DATE =
  /^\s*(?<year>-?\d{4}|\d\d)(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2})(?:[ Tt](?<hour>\d{1,2})(?::(?<minute>\d{2})(?::(?<second>\d{2}(?:\.\d+)?))?(?:Z|z|[+-]\d\d(?::?\d\d)?)?)?)?)?)?\s*$/;

/** The first of the hundred years that two digits name. */
function firstShortYear(): number {
  return new Date().getFullYear() - 70;
}

/** Milliseconds of a date as Plotly reads it, the number 2020 too: no time zone, missing parts at their least. */
function dateToMs(value: Json | undefined): number | undefined {
  const text = typeof value === "number" ? String(value) : value;
  const parts = typeof text === "string" ? DATE.exec(text)?.groups : undefined;
  if (parts === undefined) return undefined;
  const at = (part: string, least: number): number => Number(parts[part] ?? least);
  const [month, day, hour] = [at("month", 1), at("day", 1), at("hour", 0)];
  if (month < 1 || month > 12 || hour > 23) return undefined;
  const date = new Date(0);
  const first = firstShortYear();
  const isShort = parts["year"]?.length === 2;
  date.setUTCFullYear(isShort ? ((at("year", 0) + 2000 - first) % 100) + first : at("year", 0), month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.getTime() + ((hour * 60 + at("minute", 0)) * 60 + at("second", 0)) * 1000;
}

function msToDate(ms: number): Json {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return null;
  return date
    .toISOString()
    .replace("T", " ")
    .replace(/(?:(?: 00:00)?:00)?\.?0*Z$/, "");
}
