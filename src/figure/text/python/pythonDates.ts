/** The arguments of a call as they are written: by position, and by name. */
export interface Arguments {
  readonly places: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

const DATE = ["year", "month", "day"] as const;
const TIME = ["hour", "minute", "second", "microsecond"] as const;

/**
 * Writes `datetime.datetime(2024, 5, 1, 12, 30)` as plotly.py does: `2024-05-01T12:30:00`, with the offset from UTC
 * where there is one. Undefined where an argument is no plain number.
 */
export function dateText(kind: "datetime" | "date" | "time", { places, names }: Arguments): string | undefined {
  const parts: readonly string[] = kind === "date" ? DATE : kind === "time" ? TIME : [...DATE, ...TIME];
  const written = (part: string): string | undefined => names.get(part) ?? places[parts.indexOf(part)];
  const known = new Set<string>([...parts, "tzinfo", "fold"]);
  if (places.length > parts.length + 1 || [...names.keys()].some((name) => !known.has(name))) return undefined;
  const numbers = new Map<string, number>();
  for (const part of parts) {
    const value = written(part)?.replaceAll("_", "");
    const isMissing = value === undefined && kind !== "time" && (DATE as readonly string[]).includes(part);
    if (isMissing || (value !== undefined && !/^\d+$/.test(value))) return undefined;
    numbers.set(part, Number(value ?? 0));
  }
  const digits = (part: string, width = 2): string => String(numbers.get(part) ?? 0).padStart(width, "0");
  const date = `${digits("year", 4)}-${digits("month")}-${digits("day")}`;
  if (kind === "date") return date;
  const fraction = (numbers.get("microsecond") ?? 0) === 0 ? "" : `.${digits("microsecond", 6)}`;
  const zone = distance(names.get("tzinfo") ?? places[parts.length]);
  const clock = `${digits("hour")}:${digits("minute")}:${digits("second")}${fraction}${zone}`;
  return kind === "time" ? clock : `${date}T${clock}`;
}

/** `+02:00`; nothing where a zone's name alone is told: the clock there is what Plotly draws in any case. */
function distance(zone: string | undefined): string {
  if (zone === undefined) return "";
  if (/\butc\b/i.test(zone)) return "+00:00";
  if (!/timedelta\(/.test(zone)) return "";
  const part = (name: string): number => Number(new RegExp(String.raw`\b${name}=(-?\d+)`).exec(zone)?.[1] ?? 0);
  const minutes = (part("days") * 86_400 + part("hours") * 3600 + part("minutes") * 60 + part("seconds")) / 60;
  if (!Number.isInteger(minutes)) return "";
  const two = (number: number): string => String(number).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
