import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import type { Separator } from "../../../../../src/figure/data/csv/csvTable.ts";
import { decodeCsvInSteps } from "../../../../../src/figure/data/csv/csvText.ts";
import { readCsv } from "../../../../../src/figure/data/csv/readCsv.ts";
import { finished } from "../../../../../src/figure/text/steps/slices.ts";
import { splitRecords } from "../../../../../src/figure/data/csv/records.ts";

const separator = fc.constantFrom<Separator>(",", ";", "\t", "|");

/** How a table is written. */
const conventions = fc.record({
  separator,
  decimal: fc.constantFrom(".", ","),
  thousands: fc.constantFrom("", " ", "\u00a0", "other"),
  quoteAll: fc.boolean(),
  newline: fc.constantFrom("\n", "\r\n", "\r"),
  encoding: fc.constantFrom("utf-8", "utf-8 with a mark", "utf-16le", "utf-16be", "windows-1252"),
  dates: fc.constantFrom("iso", "d/m/y", "m/d/y", "d.m.y", "y/m/d", "d mon y"),
  isLastLineOpen: fc.boolean(),
});
type Conventions = typeof conventions extends fc.Arbitrary<infer T> ? T : never;

/** Cents, so that no number looks like thousands; the first one has cents in any case. */
const amounts = fc.array(fc.option(fc.integer({ min: -999_999_999, max: 999_999_999 })), {
  minLength: 4,
  maxLength: 12,
});
const day = fc.date({ min: new Date("1000-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
const word = fc
  .tuple(
    fc.constantFrom("x", "Ä", "été", "q"),
    fc.string({ unit: fc.constantFrom("a", "é", " ", ",", ";", "\t", '"', "\n", "|", ".", "1"), maxLength: 8 }),
    fc.constantFrom("z", "ö"),
  )
  .map((parts) => parts.join(""));

function writeNumber(cents: number | null, { decimal, thousands }: Conventions): string {
  if (cents === null) return "";
  const [whole = "", rest = ""] = (Math.abs(cents) / 100).toFixed(2).split(".");
  const group = thousands === "other" ? (decimal === "." ? "," : ".") : thousands;
  return `${cents < 0 ? "-" : ""}${whole.replaceAll(/\B(?=(\d{3})+$)/g, group)}${decimal}${rest}`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function writeDate(iso: string, { dates }: Conventions): string {
  const [y = "", m = "", d = ""] = iso.split("-");
  if (dates === "iso") return iso;
  if (dates === "d mon y") return `${Number(d)} ${months[Number(m) - 1]} ${y}`;
  const sign = dates[1] ?? "";
  return dates
    .split(sign)
    .map((part) => ({ d, m, y })[part])
    .join(sign);
}

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === "windows-1252") return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  if (encoding === "utf-8") return Buffer.from(text);
  const marked = `\uFEFF${text}`;
  if (encoding === "utf-8 with a mark") return Buffer.from(marked);
  const bytes = Buffer.from(marked, "utf16le");
  return encoding === "utf-16le" ? bytes : bytes.swap16();
}

describe("A table written in any of the ways of the world", () => {
  it("is read back equal", () => {
    fc.assert(
      fc.property(
        conventions,
        amounts,
        fc.array(day, { minLength: 12, maxLength: 12 }),
        fc.array(word, { minLength: 12, maxLength: 12 }),
        (ways, cents, days, words) => {
          const rows = cents.length;
          // Something tells day from month, and decimals from thousands.
          const dates = ["2024-05-25", ...days.map((each) => each.toISOString().slice(0, 10))].slice(0, rows);
          const values = [12_345_601, ...cents.slice(1)];
          const texts = words.slice(0, rows);
          const cell = (text: string) =>
            text !== "" && (ways.quoteAll || text.includes(ways.separator) || /["\r\n]/.test(text))
              ? `"${text.replaceAll('"', '""')}"`
              : text;
          const lines = [["amount", "day", "what"].map(cell)];
          for (let row = 0; row < rows; row++)
            lines.push(
              [writeNumber(values[row] ?? null, ways), writeDate(dates[row] ?? "", ways), texts[row] ?? ""].map(cell),
            );
          const text =
            lines.map((line) => line.join(ways.separator)).join(ways.newline) +
            (ways.isLastLineOpen ? "" : ways.newline);

          const decoded = finished(decodeCsvInSteps(encode(text, ways.encoding)));
          assert.ok(decoded.ok);
          const read = readCsv(decoded.text);
          assert.ok(read.ok);
          const { columns, reading, ragged, doubts } = read.table;
          assert.equal(reading.separator, ways.separator);
          assert.equal(doubts.separators.length, 1);
          assert.equal(ragged.count, 0);
          assert.deepEqual(
            columns.map(({ name, data }) => [name, data]),
            [
              ["amount", values.map((each) => (each === null ? null : each / 100))],
              ["day", dates],
              ["what", texts],
            ],
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it("has the records that csv-parse finds", () => {
    const plain = fc.string({ unit: fc.constantFrom("a", "1", ".", "é", "’"), maxLength: 4 });
    const quoted = fc
      .string({ unit: fc.constantFrom("a", ",", ";", "\n", '"', " "), maxLength: 6 })
      .map((text) => `"${text.replaceAll('"', '""')}"`);
    const record = fc.array(fc.oneof(plain, quoted), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 6 }),
        separator,
        fc.constantFrom("\n", "\r\n"),
        (lines, between, end) => {
          const text = lines.map((cells) => cells.join(between)).join(end);
          const found: string[][] = [];
          finished(
            splitRecords(text, 0, between, (each) => {
              found.push(each.cells());
              return 0;
            }),
          );
          const theirs = parse(text, {
            delimiter: between,
            record_delimiter: end,
            relax_column_count: true,
            skip_empty_lines: true,
          });
          assert.deepEqual(found, theirs);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("is never an exception, whatever stands in it", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "1", ",", ";", "\t", '"', "\n", "\r", " ", ".", "/", "-", "%", "€", "0"),
    });
    fc.assert(
      fc.property(text, (any) => {
        const read = readCsv(any);
        if (!read.ok) return;
        const { columns, rows } = read.table;
        for (const { data, gaps } of columns) {
          assert.equal(data.length, rows);
          assert.equal(data.filter((each) => each === null).length, gaps);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
