import type { Separator } from "./csvTable.ts";

/** Characters that are looked at between two pauses: about a millisecond. */
const STRETCH = 64 * 1024;

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;

/** A record with the place of each cell in the text. The same object is used for the next record. */
export class CsvRecord {
  /** Cells. */
  width = 0;
  /** The line on which it begins, from 1, and its offset. */
  line = 1;
  start = 0;
  readonly #text: string;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** Of cells that are not as they stand in the text. */
  readonly #apart = new Map<number, string>();

  constructor(text: string) {
    this.#text = text;
  }

  add(start: number, end: number): void {
    this.#starts[this.width] = start;
    this.#ends[this.width] = end;
    this.width++;
  }

  addApart(cell: string): void {
    this.#apart.set(this.width, cell);
    this.add(0, cell.length);
  }

  clear(): void {
    this.width = 0;
    if (this.#apart.size > 0) this.#apart.clear();
  }

  startOf(index: number): number {
    return this.#starts[index] ?? 0;
  }

  endOf(index: number): number {
    return index < this.width ? (this.#ends[index] ?? 0) : this.startOf(index);
  }

  /** The cell where it does not stand in the text as it is. */
  apart(index: number): string | undefined {
    return this.#apart.size === 0 ? undefined : this.#apart.get(index);
  }

  cell(index: number): string {
    return this.apart(index) ?? this.#text.slice(this.startOf(index), this.endOf(index));
  }

  isEmpty(index: number): boolean {
    return index >= this.width || this.startOf(index) === this.endOf(index);
  }

  cells(): string[] {
    return Array.from({ length: this.width }, (_, index) => this.cell(index));
  }
}

/** Handles a record. Answers how much work that was, as a number of characters, or -1 to end. */
export type TakeRecord = (record: CsvRecord) => number;

/** The line of a quote that is never closed; undefined where the text ends well. */
export type RecordsEnd = { readonly openQuote: number } | undefined;

/**
 * Cuts a text into records (RFC 4180), with a pause after about a millisecond of work. Lines may end in any way, and
 * empty ones are left out. Blanks around an unquoted cell are removed. A quote inside a cell is an ordinary character,
 * and text behind the closing quote belongs to the cell, as in Python.
 *
 * There is no library that can be interrupted, works on texts in every host and is as quick. csv-parse, which tests and
 * bench compare this with, works on bytes and reads all at once.
 */
export function* splitRecords(
  text: string,
  from: number,
  separator: Separator,
  take: TakeRecord,
): Generator<undefined, RecordsEnd> {
  const between = separator.charCodeAt(0);
  const { length } = text;
  const record = new CsvRecord(text);
  record.start = from;
  let at = from;
  let line = 1;
  let pause = at + STRETCH;
  let isQuoted = false;

  while (at < length) {
    let code = text.charCodeAt(at);
    while (isBlank(code) && code !== between) code = text.charCodeAt(++at);
    let quoted: string | undefined;
    let begin = at;
    let end = at;
    if (code === QUOTE) {
      isQuoted = true;
      begin = at + 1;
      for (let seek = begin; ;) {
        end = text.indexOf('"', seek);
        if (end < 0) return { openQuote: line };
        if (text.charCodeAt(end + 1) !== QUOTE) break;
        quoted = (quoted ?? "") + text.slice(seek, end + 1);
        seek = end + 2;
        if (seek > pause) {
          yield;
          pause = seek + STRETCH;
        }
        begin = seek;
      }
      for (let next = text.indexOf("\n", at); next >= 0 && next < end; next = text.indexOf("\n", next + 1)) line++;
      at = end + 1;
      if (quoted !== undefined) quoted += text.slice(begin, end);
    }
    const behind = at;
    for (; at < length; at++) {
      code = text.charCodeAt(at);
      if (code === between || code === NEWLINE || code === RETURN) break;
      if (at > pause) {
        yield;
        pause = at + STRETCH;
      }
    }
    if (at > behind) {
      let last = at;
      while (last > behind && isBlank(text.charCodeAt(last - 1))) last--;
      if (behind > begin) quoted = (quoted ?? text.slice(begin, end)) + text.slice(behind, last);
      else end = last;
    }
    if (quoted === undefined) record.add(begin, end);
    else record.addApart(quoted);
    if (at > pause) {
      yield;
      pause = at + STRETCH;
    }
    if (at < length && code === between) {
      at++;
      if (at < length) continue;
      record.add(at, at);
    }
    if (at < length) {
      if (code === RETURN && text.charCodeAt(at + 1) === NEWLINE) at++;
      at++;
      line++;
    }
    const isEmptyLine = record.width === 1 && record.isEmpty(0) && !isQuoted;
    if (!isEmptyLine) {
      const work = take(record);
      if (work < 0) return undefined;
      pause -= work;
    }
    record.clear();
    record.line = line;
    record.start = at;
    isQuoted = false;
  }
  return undefined;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}
