import type { Json, JsonObject } from "../../figure.ts";
import { memberOf } from "../draft.ts";
import { groupName } from "../points.ts";

/** How values of one attribute are compared and reckoned with, as Plotly 2's axes did for its transforms. */
export interface Conversion {
  /** Undefined for a value that does not count. */
  readonly toNumber: (value: Json | undefined) => number | undefined;
  readonly toData: (number: number) => Json;
}

type AxisType = "linear" | "log" | "date" | "category";

/** `target` is the attribute's path, or undefined for an array of the transform's own. */
export function conversionOf(
  target: string | undefined,
  values: readonly Json[],
  trace: JsonObject,
  layout: JsonObject | undefined,
): Conversion {
  if (target === undefined) return CONVERSIONS[guessType(values)](values);
  if (target === "ids") return category(values);
  if (target !== "x" && target !== "y" && target !== "z") return { toNumber: plainNumber, toData: identity };
  return CONVERSIONS[axisTypeOf(target, trace, layout) ?? guessType(values)](values);
}

/** The type written for the axis that the trace uses; undefined where Plotly guesses it from the data. */
export function axisTypeOf(letter: string, trace: JsonObject, layout: JsonObject | undefined): AxisType | undefined {
  const scene = trace["scene"];
  const reference = trace[`${letter}axis`];
  const container = typeof scene === "string" ? memberOf(layout, scene) : layout;
  const suffix = typeof reference === "string" ? reference.slice(1) : "";
  const type = memberOf(container, `${letter}axis${suffix}`)?.["type"];
  if (type === "multicategory") return "category";
  return type === "linear" || type === "log" || type === "date" || type === "category" ? type : undefined;
}

/** What Plotly takes values to be when nothing is said: dates, categories, else numbers. */
export function guessType(values: readonly Json[]): AxisType {
  let numbers = 0;
  let dates = 0;
  let categories = 0;
  // A thousand values spread over the array tell enough, as in Plotly.
  const step = Math.max(1, Math.floor(values.length / 1000));
  for (let index = 0; index < values.length; index += step) {
    const value = values[index];
    if (cleanNumber(value) !== undefined) numbers += 1;
    else if (typeof value === "boolean" || Array.isArray(value)) categories += 1;
    else if (typeof value === "string" && value !== "" && value !== "None") categories += 1;
    if (typeof value === "string" && dateToMs(value) !== undefined) dates += 1;
  }
  if (dates > numbers * 2) return "date";
  return categories > numbers * 2 ? "category" : "linear";
}

const CONVERSIONS: { readonly [type in AxisType]: (values: readonly Json[]) => Conversion } = {
  linear: () => ({ toNumber: cleanNumber, toData: identity }),
  // A log axis reckons with its values, not with their logarithms.
  log: () => ({ toNumber: cleanNumber, toData: identity }),
  date: () => ({
    toNumber: (value) => (typeof value === "number" ? value : dateToMs(value)),
    toData: msToDate,
  }),
  category,
};

/** Categories are numbered as they first appear; one that only the transform names comes after them. */
function category(values: readonly Json[]): Conversion {
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
  for (const value of values) toNumber(value);
  return { toNumber, toData: (number) => names[Math.round(number)] ?? null };
}

function identity(number: number): Json {
  return number;
}

function plainNumber(value: Json | undefined): number | undefined {
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  const number = value === "" ? Number.NaN : Number(value);
  return Number.isNaN(number) ? undefined : number;
}

/** A number, also one written with currency, percent or thousands signs. */
export function cleanNumber(value: Json | undefined): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string") return undefined;
  const text = value.replaceAll(/^['"%,$#\s]+|[, ]|['"%,$#\s]+$/g, "");
  const number = text === "" ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

const DATE =
  /^\s*(?<year>-?\d{4})(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2})(?:[ Tt](?<hour>\d{1,2})(?::(?<minute>\d{2})(?::(?<second>\d{2}(?:\.\d+)?))?(?:Z|z|[+-]\d\d(?::?\d\d)?)?)?)?)?)?\s*$/;

/** Milliseconds of a date as Plotly reads it: no time zone, missing parts at their least. */
function dateToMs(value: Json | undefined): number | undefined {
  const parts = typeof value === "string" ? DATE.exec(value)?.groups : undefined;
  if (parts === undefined) return undefined;
  const at = (part: string, least: number): number => Number(parts[part] ?? least);
  const [month, day, hour] = [at("month", 1), at("day", 1), at("hour", 0)];
  if (month < 1 || month > 12 || hour > 23) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(at("year", 0), month - 1, day);
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
