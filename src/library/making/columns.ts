import type { JsonObject } from "../../figure/model/figure.ts";
import { round } from "./numbers.ts";

/** References of a trace to its grid's columns: `{x: "month"}` → `{xsrc: "@month"}`. */
export function from(columns: { readonly [attribute: string]: string }): JsonObject {
  return Object.fromEntries(Object.entries(columns).map(([attribute, name]) => [`${attribute}src`, `@${name}`]));
}

/** One place of each row, rounded to so many decimals. */
export function column(rows: readonly (readonly number[])[], at: number, digits = 2): number[] {
  return rows.map((row) => round(row[at] ?? 0, digits));
}

/** Rows as columns: the first name is that of each row's first place. */
export function columnsOf<Value>(rows: readonly (readonly Value[])[], ...names: string[]): Record<string, Value[]> {
  return Object.fromEntries(names.map((name, at) => [name, rows.flatMap((row) => row.slice(at, at + 1))]));
}
