import type { Decimal } from "./csvTable.ts";

/** No number is longer, with its currency; a longer text need not be looked at. */
const LONGEST = 64;

/** What stands between thousands beside point and comma: blanks of several widths, and the Swiss apostrophe. */
const GAP = "[ \\u00a0\\u2007\\u2009\\u202f'\\u2019]";

const EXPONENT = "(?:[eE][+-]?\\d{1,3})?";

/** Whole numbers, those with thousands apart (in India the last three, then twos), and what stands before the decimals. */
function pattern(group: string, decimal: string): RegExp {
  const grouped = `[1-9]\\d{0,2}(?:(${group}|${GAP})\\d{3})(?:\\1\\d{3})*`;
  const indian = group === "," ? "|[1-9]\\d?(?:,\\d{2})+,\\d{3}" : "";
  return new RegExp(`^(?:(?:\\d+|${grouped}${indian})(?:${decimal}\\d*)?|${decimal}\\d+)${EXPONENT}$`);
}

const patterns: Readonly<Record<Decimal, RegExp>> = { ".": pattern(",", "\\."), ",": pattern("\\.", ",") };

const CURRENCY =
  "(?:[A-Z]{1,3})?\\p{Sc}|AUD|BRL|CAD|CHF|CNY|CZK|DKK|EUR|GBP|HUF|INR|JPY|KRW|MXN|NOK|NZD|PLN|RUB|SEK|SGD|TRY|USD|ZAR|Fr\\.|kr\\.?|zł|Kč|Ft|Rs\\.?";
const BLANK = "[\\s\\u00a0\\u202f]?";
const decorated = new RegExp(
  `^(\\(?)([+\\-−]?)(?:(${CURRENCY})${BLANK})?([+\\-−]?)(\\d(?:[\\d.,'’ \\u00a0\\u2007\\u2009\\u202f]*[\\d.,])?(?:[eE][+\\-]?\\d{1,3})?|[.,]\\d+(?:[eE][+\\-]?\\d{1,3})?)(?:${BLANK}(%|${CURRENCY}))?(-?)(\\)?)$`,
  "u",
);

/** Texts by which tools say that a number is missing. */
const missing = new Set(["na", "n/a", "#n/a", "nan", "null", "none", "nil", "inf", "-inf", "-", "–", "—"]);

export function isMissing(cell: string): boolean {
  return cell.length <= 4 && missing.has(cell.toLowerCase());
}

/**
 * Reads a number that is written plainly, with a point. NaN for anything else, for a needless zero in front (a name,
 * such as a postal code), and for whole numbers that would lose digits.
 */
export function plainNumber(cell: string): number {
  const first = cell.charCodeAt(0);
  const digit = first === 45 || first === 43 ? cell.charCodeAt(1) : first;
  if (!((digit >= 49 && digit <= 57) || digit === 46 || digit === 48)) return Number.NaN;
  // Nothing but digits may follow: no 0x10, no 007.
  if (digit === 48) {
    const next = cell.charCodeAt(first === digit ? 1 : 2);
    if (!(Number.isNaN(next) || next === 46 || next === 69 || next === 101)) return Number.NaN;
  }
  const value = Number(cell);
  if (cell.length > 15 && losesDigits(cell, value)) return Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

/** Whether the point of a plain number could separate thousands, where the comma is the decimal sign: 1.234. */
export function couldBeThousands(cell: string): boolean {
  return /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+$/.test(cell);
}

/** A number in its parts. */
export interface WrittenNumber {
  readonly isNegative: boolean;
  /** Digits with their signs of thousands and decimals. */
  readonly digits: string;
  readonly unit: string;
  readonly fits: Readonly<Record<Decimal, boolean>>;
}

/** Reads a number as people write it, with currency or percent; undefined where it is none. */
export function writtenNumber(cell: string): WrittenNumber | undefined {
  if (cell.length > LONGEST) return undefined;
  const match = decorated.exec(cell);
  if (match === null) return undefined;
  const [, open = "", before = "", front = "", after = "", digits = "", behind = "", last = "", close = ""] = match;
  if ((open === "") !== (close === "") || (front !== "" && behind !== "")) return undefined;
  const signs = [before, after, last, open].filter((sign) => sign !== "");
  if (signs.length > 1 || /^0\d/.test(digits)) return undefined;
  const fits = { ".": patterns["."].test(digits), ",": patterns[","].test(digits) };
  if (!fits["."] && !fits[","]) return undefined;
  if (/[eE]/.test(digits) && !Number.isFinite(Number(digits.replaceAll(/[^\deE+-]/g, "")))) return undefined;
  if (digits.length > 15 && /^\d+$/.test(digits) && losesDigits(digits, Number(digits))) return undefined;
  return { isNegative: signs.length === 1 && signs[0] !== "+", digits, unit: front || behind, fits };
}

export function valueOf({ isNegative, digits }: WrittenNumber, decimal: Decimal): number {
  const plain =
    decimal === "." ? digits.replaceAll(/[^\d.eE+-]/g, "") : digits.replaceAll(/[^\d,eE+-]/g, "").replace(",", ".");
  const value = Number(plain);
  return isNegative ? -value : value;
}

/** Whole numbers beyond 2^53 are names of things more often than amounts; as texts they stay whole. */
function losesDigits(cell: string, value: number): boolean {
  return /^[+-]?\d+$/.test(cell) && !Number.isSafeInteger(value);
}
