import type { SQLOutputValue } from "node:sqlite";

/** A row as node:sqlite gives it. The readers below throw a TypeError where a column has another type. */
export type Row = Record<string, SQLOutputValue>;

/** A row as a list of its values, in the order of the columns. */
export type Values = readonly SQLOutputValue[];

export function text(row: Row, column: string): string {
  return textIn(row[column], column);
}

/** @param column Its name, for the error alone. */
export function textIn(value: SQLOutputValue | undefined, column: string): string {
  if (typeof value !== "string") throw new TypeError(`Column ${column} holds no text.`);
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

export function integer(row: Row, column: string): number {
  return integerIn(row[column], column);
}

/** @param column Its name, for the error alone. */
export function integerIn(value: SQLOutputValue | undefined, column: string): number {
  if (typeof value !== "number") throw new TypeError(`Column ${column} holds no number.`);
  return value;
}

export function bytes(row: Row, column: string): Uint8Array<ArrayBuffer> {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw new TypeError(`Column ${column} holds no bytes.`);
  return new Uint8Array(value);
}
