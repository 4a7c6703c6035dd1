import type { Json } from "../../model/figure.ts";
import { formatNumber } from "../../model/counts.ts";

/** The kind of a list's values, as a word for them. */
export type ColumnKind = "numbers" | "dates" | "texts" | "booleans" | "objects" | "mixed values" | "values";

/** A short description of a grid's column or of an array of data. */
export interface ColumnSummary {
  /** Elements, nested ones each by itself. */
  readonly count: number;
  readonly kind: ColumnKind;
  /** The number of values that are null or an empty text. */
  readonly gaps: number;
  /** Of numbers; of dates as milliseconds since 1970. Undefined for all else, and where there is none. */
  readonly range: { readonly minimum: number; readonly maximum: number; readonly mean: number } | undefined;
  /** The first of them as they are written, and no more than that: a long text is cut. */
  readonly first: readonly string[];
  /** Lowest and highest of as many neighbours each as make a few hundred in all; of numbers and dates alone. */
  readonly course: readonly { readonly low: number; readonly high: number }[];
  /** The most frequent of texts and booleans, the most frequent first. */
  readonly frequent: readonly { readonly text: string; readonly count: number }[];
  /** The number of different texts; undefined where they are too many to be counted. */
  readonly distinct: number | undefined;
}

const kinds = ["numbers", "dates", "texts", "booleans", "objects"] as const satisfies readonly ColumnKind[];

const FIRST = 6;
const LONGEST = 40;
const MOST_DISTINCT = 5000;
const MOST_FREQUENT = 6;

/** The course has between half so many steps and so many. */
const STEPS = 256;

const DATE = /^-?\d{4}-\d\d(?:-\d\d(?:[ T]\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?(?:Z|[-+]\d\d:?\d\d)?)?)?$/;
const NUMBER = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/;

/** Summarizes a column a piece at a time, so that a long one need never be in memory as a whole. */
export class ColumnSummarizer {
  #count = 0;
  #gaps = 0;
  /** Bits of the kinds met, by their places in `kinds`. */
  #kinds = 0;
  #minimum = Infinity;
  #maximum = -Infinity;
  #sum = 0;
  #measured = 0;
  readonly #first: string[] = [];
  #lows: number[] = [];
  #highs: number[] = [];
  /** The number of elements in a step of the course, and in its last one. */
  #width = 1;
  #filled = 0;
  readonly #texts = new Map<string, number>();
  #tooMany = false;

  /** More elements; lists among them are taken element by element. */
  add(values: ArrayLike<Json>): this {
    for (let index = 0; index < values.length; index++) {
      const value = values[index] ?? null;
      if (isList(value)) this.add(value);
      else this.#element(value);
    }
    return this;
  }

  summary(): ColumnSummary {
    const met = kinds.filter((_, bit) => (this.#kinds & (1 << bit)) !== 0);
    const kind: ColumnKind = met.length === 1 ? met[0]! : met.length === 0 ? "values" : "mixed values";
    const isMeasured = (kind === "numbers" || kind === "dates") && this.#measured > 0;
    const isCounted = kind === "texts" || kind === "booleans";
    return {
      count: this.#count,
      kind,
      gaps: this.#gaps,
      range: isMeasured
        ? { minimum: this.#minimum, maximum: this.#maximum, mean: this.#sum / this.#measured }
        : undefined,
      first: this.#first,
      course: isMeasured ? this.#course() : [],
      frequent: isCounted ? this.#frequent() : [],
      distinct: isCounted && !this.#tooMany ? this.#texts.size : undefined,
    };
  }

  #element(value: Exclude<Json, readonly Json[]>): void {
    this.#count++;
    if (this.#first.length < FIRST) this.#first.push(shown(value));
    if (value === null || value === "") {
      this.#gaps++;
      this.#step(Number.NaN);
      return;
    }
    switch (typeof value) {
      case "number":
        this.#measure("numbers", value);
        break;
      case "boolean":
        this.#seen("booleans");
        this.#text(String(value));
        break;
      case "string":
        if (NUMBER.test(value)) this.#measure("numbers", Number(value));
        else if (DATE.test(value)) this.#measure("dates", millisecondsOf(value));
        else {
          this.#seen("texts");
          this.#text(value);
        }
        break;
      default:
        this.#seen("objects");
    }
  }

  #measure(kind: "numbers" | "dates", value: number): void {
    this.#seen(kind);
    if (!Number.isFinite(value)) {
      this.#step(Number.NaN);
      return;
    }
    if (value < this.#minimum) this.#minimum = value;
    if (value > this.#maximum) this.#maximum = value;
    this.#sum += value;
    this.#measured++;
    this.#step(value);
  }

  #seen(kind: (typeof kinds)[number]): void {
    this.#kinds |= 1 << kinds.indexOf(kind);
  }

  #step(value: number): void {
    if (this.#filled === this.#width || this.#lows.length === 0) {
      if (this.#lows.length === STEPS) this.#halve();
      this.#lows.push(Infinity);
      this.#highs.push(-Infinity);
      this.#filled = 0;
    }
    this.#filled++;
    const last = this.#lows.length - 1;
    if (value < this.#lows[last]!) this.#lows[last] = value;
    if (value > this.#highs[last]!) this.#highs[last] = value;
  }

  #halve(): void {
    const half = STEPS / 2;
    const pair = (list: readonly number[], pick: (one: number, other: number) => number) =>
      Array.from({ length: half }, (_, index) => pick(list[2 * index]!, list[2 * index + 1]!));
    this.#lows = pair(this.#lows, Math.min);
    this.#highs = pair(this.#highs, Math.max);
    this.#width *= 2;
  }

  #text(text: string): void {
    if (this.#tooMany) return;
    const known = this.#texts.get(text);
    if (known === undefined && this.#texts.size === MOST_DISTINCT) this.#tooMany = true;
    else this.#texts.set(text, (known ?? 0) + 1);
  }

  /** Steps without any value are left out. */
  #course(): { low: number; high: number }[] {
    return this.#lows.flatMap((low, index) => (low === Infinity ? [] : [{ low, high: this.#highs[index]! }]));
  }

  #frequent(): { text: string; count: number }[] {
    return [...this.#texts]
      .map(([text, count]) => ({ text: cut(text), count }))
      .toSorted((a, b) => b.count - a.count)
      .slice(0, MOST_FREQUENT);
  }
}

/** Summarizes values that are in memory. */
export function summarizeColumn(values: ArrayLike<Json>): ColumnSummary {
  return new ColumnSummarizer().add(values).summary();
}

/** "1,204 numbers, 3 of them empty". */
export function countText({ count, kind, gaps }: ColumnSummary): string {
  const noun = count === 1 && kind !== "mixed values" ? kind.replace(/s$/, "") : kind;
  const text = `${formatNumber(count)} ${count === 1 && kind === "mixed values" ? "value" : noun}`;
  return gaps === 0 ? text : `${text}, ${formatNumber(gaps)} of them empty`;
}

/** "1.5 to 18.4", with "on average" for numbers; undefined where there is no order. */
export function rangeText({ range, kind }: ColumnSummary): string | undefined {
  if (range === undefined) return undefined;
  const { minimum, maximum, mean } = range;
  if (kind === "dates") return minimum === maximum ? dateText(minimum) : `${dateText(minimum)} to ${dateText(maximum)}`;
  if (minimum === maximum) return `all ${numberText(minimum)}`;
  return `${numberText(minimum)} to ${numberText(maximum)}, ${numberText(mean)} on average`;
}

/** At most five digits that matter. */
export function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return formatNumber(value);
  return value.toLocaleString("en-US", {
    maximumSignificantDigits: 5,
    notation: Math.abs(value) >= 1e9 || Math.abs(value) < 1e-4 ? "scientific" : "standard",
  });
}

function dateText(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 16).replace("T", " ");
}

/** As Plotly takes dates: what names no zone is of none. NaN for what looks like a date and is none. */
function millisecondsOf(text: string): number {
  const iso = text.replace(" ", "T");
  return Date.parse(/T/.test(iso) && !/(?:Z|[-+]\d\d:?\d\d)$/.test(iso) ? `${withMinutes(iso)}Z` : iso);
}

function withMinutes(iso: string): string {
  return /T\d\d$/.test(iso) ? `${iso}:00` : iso;
}

function shown(value: Json): string {
  return typeof value === "number" ? String(value) : cut(JSON.stringify(value));
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** Rows of a table, typed arrays among them; an object may have a member "length" that says anything. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}
