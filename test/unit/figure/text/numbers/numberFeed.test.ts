import assert from "node:assert/strict";
import * as fc from "fast-check";
import { LinePlaces } from "../../../../../src/figure/text/outline/linePlaces.ts";
import { NumberFeed } from "../../../../../src/figure/text/numbers/numberFeed.ts";
import { fastProgram } from "../../../../../src/figure/text/numbers/program.ts";
import { readNumbers } from "../../../../../src/figure/text/numbers/numbers.ts";

const runs = { numRuns: Number(process.env["FUZZ_RUNS"] ?? 500) };
const program = fastProgram();
assert.ok(program);
const encoder = new TextEncoder();

/** Feeds what stands behind the bracket of an array, in chunks of that many bytes. */
function feed(text: string, size: number) {
  const bytes = encoder.encode(text).subarray(1);
  const fed = new NumberFeed(program!);
  for (let at = 0; at < bytes.length && fed.state === "open"; at += size) {
    const chunk = bytes.slice(at, at + size);
    const taken = fed.feed(chunk, 0);
    if (fed.isClosed) assert.equal(chunk[taken], "]".charCodeAt(0));
    if (fed.isClosed) assert.equal(at + taken, fed.read);
  }
  return fed;
}

const lineOf = (text: string, offset: number): number => new LinePlaces(text).at(offset).line;

/** Compares with the reader of a whole text. */
function assertFed(text: string, size: number): void {
  const fed = feed(text, size);
  // Behind the bracket that closes the array, nothing is read.
  const end = fed.isClosed ? fed.read + 2 : text.length;
  const [strict, whole] = [readNumbers(text, 0, end), readNumbers(text, 0, end, { gaps: true })];
  assert.equal(fed.state === "closed" && fed.column.length > 0, whole !== undefined, `${text} by ${size}`);
  if (whole === undefined) return;
  assert.equal(fed.lines, lineOf(text, end - 1));
  assert.equal(fed.hasNull, strict === undefined);
  const column = fed.column.finish();
  const rows = ArrayBuffer.isView(whole) ? [whole] : whole;
  assert.equal(fed.rows, ArrayBuffer.isView(whole) ? 0 : rows.length);
  if (fed.rows > 0) assert.equal(fed.columns, rows[0]?.length);
  assert.deepEqual(
    [...column],
    rows.flatMap((row) => [...row]),
  );
  assert.equal(column.constructor, rows[0]?.constructor);
}

const number = fc.oneof(
  fc.integer({ min: -200, max: 200 }).map(String),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom("-0", "1e400", "5e-324", "9007199254740993", "0.1000000000000000055511151231257827", "1E+3"),
);
const value = fc.oneof({ weight: 9, arbitrary: number }, { weight: 1, arbitrary: fc.constant("null") });
const space = fc.constantFrom("", "", "", " ", "\r\n  ", "\r", "\n\r");
const list = (item: fc.Arbitrary<string>, maxLength: number) =>
  fc
    .tuple(fc.array(fc.tuple(space, item, space), { minLength: 1, maxLength }))
    .map(([items]) => `[${items.map((parts) => parts.join("")).join(",")}]`);
const size = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 5000 }));

describe("numbers of an array that comes in chunks", function () {
  this.timeout(Math.max(60_000, 100 * runs.numRuns));

  it("are those of the whole text, wherever it is cut", () => {
    fc.assert(fc.property(fc.oneof(list(number, 30), list(value, 30), list(number, 3000)), size, assertFed), runs);
  });

  it("are read in rows, if these are equally long", () => {
    fc.assert(fc.property(list(list(value, 3), 12), size, assertFed), runs);
    const table = fc
      .integer({ min: 1, max: 9 })
      .chain((width) => fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(table, size, (rows, by) =>
        assertFed(`[${rows.map((row) => `[${row.join(", ")}]`).join(",\n")}]`, by),
      ),
      runs,
    );
  });

  it("are refused with anything else", () => {
    const part = fc.oneof(
      value,
      fc.constantFrom(
        ",",
        ",",
        ",",
        "[",
        "]",
        " ",
        "true",
        '"a"',
        "{}",
        ".",
        "-",
        "e",
        "0",
        "1.",
        "nul",
        "nulls",
        "é",
        "\0",
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), size, (parts, by) => {
        assertFed(`[${parts.join("")}]`, by);
      }),
      { numRuns: 4 * runs.numRuns },
    );
  });

  it("have gaps where numbers stand that JSON does not have, which are told", () => {
    const word = fc.constantFrom("NaN", "Infinity", "-Infinity");
    fc.assert(
      fc.property(list(fc.oneof(value, word), 25), size, (text, by) => {
        const fed = feed(text, by);
        const wanted = JSON.parse(text.replaceAll(/-?Infinity|NaN/g, "null")) as (number | null)[];
        assert.equal(fed.state, "closed");
        assert.deepEqual(
          [...fed.column.finish()],
          wanted.map((item) => item ?? Number.NaN),
        );
        const words = [...text.matchAll(/-?Infinity|NaN/g)].map(({ index, 0: found }) => ({
          at: index - 1,
          lines: lineOf(text, index),
          word: found,
        }));
        assert.deepEqual(fed.nonFinite, words.slice(0, 20));
      }),
      runs,
    );
    assert.equal(feed("[[1],NaN]", 100).state === "closed", false);
    assert.equal(feed("[[1,NaN],[2,3]]", 3).state, "closed");
    assert.equal(feed(`[1 NaN${" ".repeat(40)}]`, 3).state, "refused");
  });

  it("become a wider kind on the way, over many stretches of the text", () => {
    const numbers = Array.from({ length: 60_000 }, (_, index) => (index < 20_000 ? index % 100 : index * 7));
    for (const more of [[], [0.5], [-0]]) {
      const text = JSON.stringify([...numbers, ...more]).replace(/,0]$/, more.length > 0 ? ",-0]" : ",0]");
      for (const by of [7000, 65_536, text.length]) assertFed(text, by);
    }
  });
});
