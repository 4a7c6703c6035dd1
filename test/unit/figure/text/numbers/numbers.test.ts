import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { generateNumbersProgram } from "../../../../../build/numbers/generate.ts";
import { CHUNK } from "../../../../../src/figure/text/numbers/memory.ts";
import {
  type Numbers,
  type NumbersOptions,
  numbersInSlices,
  readNumbers,
} from "../../../../../src/figure/text/numbers/numbers.ts";
import { PlainProgram } from "./plainProgram.ts";
import { fastProgram } from "../../../../../src/figure/text/numbers/program.ts";

const runs = { numRuns: Number(process.env["FUZZ_RUNS"] ?? 1000) };
const fast = fastProgram();
assert.ok(fast);
const programs = [fast, new PlainProgram()];
const encoder = new TextEncoder();

/** What JSON.parse makes of it, if that is a list of numbers or a list of equally long lists of them. */
function expected(text: string, gaps: boolean): number[] | number[][] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const row = (list: unknown): number[] | undefined => {
    if (!Array.isArray(list) || list.length === 0) return undefined;
    if (!list.every((item) => typeof item === "number" || (gaps && item === null))) return undefined;
    return list.map((item) => (typeof item === "number" ? item : Number.NaN));
  };
  if (!Array.isArray(value) || !Array.isArray(value[0])) return row(value);
  const rows = value.map(row);
  return rows.every((list) => list !== undefined && list.length === rows[0]?.length) ? (rows as number[][]) : undefined;
}

const same = (numbers: ArrayLike<number>, list: readonly number[]): boolean =>
  numbers.length === list.length && list.every((number, index) => Object.is(numbers[index], number));

function isSame(read: Numbers | undefined, wanted: number[] | number[][] | undefined): boolean {
  if (read === undefined || wanted === undefined) return read === wanted;
  const isRows = (value: typeof wanted): value is number[][] => Array.isArray(value[0]);
  if (!isRows(wanted)) return !Array.isArray(read) && same(read as ArrayLike<number>, wanted);
  return (
    Array.isArray(read) && read.length === wanted.length && wanted.every((row, at) => same(read[at] as never, row))
  );
}

/** Reads it in all ways, which must agree with JSON.parse to the bit. */
function assertRead(text: string, options: NumbersOptions = {}): Numbers | undefined {
  const wanted = expected(text, options.gaps ?? false);
  const count = wanted?.flat().length;
  let read: Numbers | undefined;
  for (const program of programs)
    for (const source of [text, encoder.encode(text)])
      for (const known of [undefined, count]) {
        read = readNumbers(source, 0, source.length, { ...options, count: known }, program);
        assert.ok(isSame(read, wanted), `${text.slice(0, 200)}: ${String(read).slice(0, 200)}`);
      }
  return read;
}

const digits = (min: number, max: number) =>
  fc.array(fc.constantFrom(..."0123456789".split("")), { minLength: min, maxLength: max }).map((list) => list.join(""));

/** Any spelling of a number, of up to 40 digits and more. */
const spelling = fc
  .record({
    sign: fc.constantFrom("", "", "-"),
    whole: fc.oneof(
      fc.constant("0"),
      fc.tuple(fc.constantFrom(..."123456789".split("")), digits(0, 21)).map((two) => two.join("")),
    ),
    part: fc.oneof(
      fc.constant(""),
      digits(1, 5).map((text) => `.${text}`),
      digits(12, 20).map((text) => `.${text}`),
      digits(30, 40).map((text) => `.${text}`),
      fc.tuple(fc.nat({ max: 30 }), digits(1, 19)).map(([zeros, text]) => `.${"0".repeat(zeros)}${text}`),
    ),
    exponent: fc.oneof(
      fc.constant(""),
      fc.constant(""),
      fc
        .tuple(fc.constantFrom("e", "E"), fc.constantFrom("", "+", "-", "-0", "00"), fc.integer({ min: 0, max: 420 }))
        .map((three) => three.join("")),
    ),
  })
  .map(({ sign, whole, part, exponent }) => sign + whole + part + exponent);

const kinds = [
  spelling,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => JSON.stringify(number)),
  fc.double({ min: -1000, max: 1000, noNaN: true }).map((number) => JSON.stringify(number)),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number.toExponential()),
  fc.integer().map(String),
  fc.integer({ min: -300, max: 300 }).map(String),
  fc.maxSafeInteger().map(String),
  fc.constantFrom(
    "0",
    "-0",
    "0.0",
    "-0.0",
    "0e5",
    "1e400",
    "-1e400",
    "5e-324",
    "2e-324",
    "1e-400",
    "1e99999999999",
    "9007199254740993",
  ),
] as const;

const anyNumber = fc.oneof(...kinds);

const space = fc.constantFrom("", "", "", " ", "\n", "\r\n\t", "\n        ");
const list = (item: fc.Arbitrary<string>, maxLength: number) =>
  fc
    .tuple(fc.array(fc.tuple(item, space, space), { minLength: 1, maxLength }))
    .map(([items]) => `[${items.map((parts) => parts[1] + parts[0] + parts[2]).join(",")}]`);

describe("numbers read from text", function () {
  this.timeout(Math.max(120_000, 40 * runs.numRuns));

  it("runs the program that its text makes", async function () {
    // Checkouts from before it was needed have no assembler.
    if (!existsSync(new URL("../../../../../node_modules/wabt", import.meta.url))) this.skip();
    const committed = new URL("../../../../../src/figure/text/numbers/program.generated.json", import.meta.url);
    assert.equal(readFileSync(committed, "utf8"), await generateNumbersProgram(), "run npm run generate");
  });

  it("are those of JSON.parse to the bit, however they are written", () => {
    fc.assert(
      fc.property(list(anyNumber, 40), (text) => {
        assert.ok(assertRead(text) !== undefined);
      }),
      runs,
    );
  });

  it("are those of JSON.parse where all are of one kind", () => {
    for (const kind of kinds)
      for (const comma of [",", ", "])
        fc.assert(
          fc.property(fc.array(kind, { minLength: 1, maxLength: 60 }), (items) => {
            assert.ok(assertRead(`[${items.join(comma)}]`) !== undefined);
          }),
          { numRuns: Math.ceil(runs.numRuns / 4) },
        );
  });

  it("are read in rows, if these are equally long", () => {
    const rows = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .chain(([width, height]) =>
        fc.array(fc.array(anyNumber, { minLength: width, maxLength: width }), { minLength: 1, maxLength: height }),
      );
    fc.assert(
      fc.property(rows, fc.constantFrom(",", ", ", " ,\n  "), (table, comma) => {
        const text = `[${table.map((row) => `[${row.join(comma)}]`).join(comma)}]`;
        assert.ok(assertRead(text) !== undefined);
      }),
      runs,
    );
  });

  it("have gaps where null stands, if that is asked for", () => {
    const item = fc.oneof({ weight: 4, arbitrary: anyNumber }, { weight: 1, arbitrary: fc.constant("null") });
    fc.assert(
      fc.property(list(item, 20), (text) => {
        assertRead(text);
        assert.ok(assertRead(text, { gaps: true }) !== undefined);
      }),
      runs,
    );
  });

  it("are refused with anything else, broken texts too", () => {
    const anything = fc
      .array(
        fc.oneof(
          { weight: 6, arbitrary: anyNumber },
          { weight: 6, arbitrary: fc.constant(",") },
          {
            weight: 3,
            arbitrary: fc.constantFrom(
              "[",
              "]",
              " ",
              "null",
              "true",
              '"a"',
              "{}",
              ".",
              "-",
              "e",
              "E+",
              "0",
              "1.",
              "+1",
              "NaN",
              "é",
              "\0",
              "\v",
              "nul",
              "Infinity",
              "[]",
              "[1]",
              "[1,2]",
            ),
          },
        ),
        { maxLength: 12 },
      )
      .map((parts) => `[${parts.join("")}]`);
    fc.assert(
      fc.property(anything, fc.boolean(), (text, gaps) => {
        assertRead(text, { gaps });
      }),
      { numRuns: 3 * runs.numRuns },
    );
    const long = Array.from({ length: 100 }, (_, index) => index * 0.5).join(",");
    for (const last of ["true", '"1"', "{}", "[1]", "null", "01", "1.", "-", "1e", "", "1 2", "1]", "--1", "1..2"])
      for (const text of [
        `[${long},${last}]`,
        `[[${long}],[${long.slice(0, -4)}${last}]]`,
        `[[1],${last}]`,
        `[${last}]`,
      ])
        assertRead(text);
    for (const text of [
      "",
      "[",
      "]",
      "[]",
      "[[]]",
      "[[],[]]",
      "[[1],[]]",
      "[[1,2],[3]]",
      "[[[1]]]",
      "[1,[2]]",
      "[[1],2]",
      "1",
      "{}",
    ])
      assert.equal(assertRead(text), undefined, text);
  });

  it("are right where they are nearly between two", () => {
    // Halfway between a number and the next one, and a little to each side (Lemire, 2021; Gay, 1990).
    const bits = new BigUint64Array(1);
    const numbers = new Float64Array(bits.buffer);
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 0x7fe_fffff_ffff_ffffn }),
        fc.integer({ min: -1, max: 1 }),
        fc.integer({ min: 15, max: 60 }),
        (pattern, side, length) => {
          bits[0] = pattern & 0x7fef_ffff_ffff_ffffn;
          const exponent = Number(bits[0] >> 52n);
          const mantissa = (bits[0] & 0xf_ffff_ffff_ffffn) | (exponent === 0 ? 0n : 1n << 52n);
          assert.ok((numbers[0] ?? 0) >= 0);
          // (2 × mantissa + 1) × 2^power, exactly.
          const power = Math.max(exponent, 1) - 1076;
          const half = 2n * mantissa + 1n;
          const [scaled, tens] = power >= 0 ? [half << BigInt(power), 0] : [half * 5n ** BigInt(-power), power];
          const all = String(scaled);
          const exact = `${all}e${tens}`;
          const cut = all.slice(0, length);
          const near = `${BigInt(cut) + BigInt(side)}e${tens + all.length - cut.length}`;
          const point = `0.${cut}e${tens + all.length}`;
          assert.ok(assertRead(`[${exact},${near},${point},-${near}]`) !== undefined);
        },
      ),
      runs,
    );
    const known =
      "9007199254740993 9007199254740992.5 1.7976931348623158e308 1.7976931348623159e308 2.2250738585072011e-308 2.4703282292062327e-324 2.4703282292062328e-324 7.2057594037927933e16 8.98846567431158e307 1090544144181609348835077142190 0.500000000000000166533453693773481063544750213623046875 3.518437208883201171875e13 6250000000000000000000000000000000e-33";
    assert.ok(assertRead(`[${known.replaceAll(" ", ",")}]`));
  });

  it("are of the smallest kind of integers that Plotly takes alike", () => {
    const kindOf = (text: string) => assertRead(text)?.constructor;
    assert.equal(kindOf("[1,-128,127]"), Int8Array);
    assert.equal(kindOf("[1,128]"), Int16Array);
    assert.equal(kindOf("[1,-32768]"), Int16Array);
    assert.equal(kindOf("[32768]"), Int32Array);
    assert.equal(kindOf("[-2147483648]"), Int32Array);
    assert.equal(kindOf("[2147483648]"), Float64Array);
    assert.equal(kindOf("[123456789012345678901234567890]"), Float64Array);
    assert.equal(kindOf("[0,-0]"), Float64Array);
    assert.equal(kindOf("[1.5]"), Float64Array);
    assert.equal(kindOf("[1e1]"), Float64Array);
  });

  it("become wider where a later stretch of the text needs it", () => {
    const ones = Array.from({ length: 40_000 }, (_, index) => index % 100);
    for (const last of ["1000", "100000", "1e10", "0.5", "-0", "12345678901234567890123"]) {
      const read = assertRead(`[${ones.join(",")},${last}]`);
      assert.ok(read !== undefined && !Array.isArray(read));
      assert.ok(Object.is(read[40_000], Number(last)), last);
    }
  });

  it("may be cut at every place between two stretches", () => {
    const middle = "[-12.5e-3,1234567890123456789012, 0.12345678901234567 ,null,-0,17,\n1e400]";
    for (const [open, behind] of [
      ["", "]"],
      ["[", "]]"],
    ] as const) {
      const inner = middle.slice(1, -1);
      for (let shift = 0; shift <= inner.length + 8; shift++) {
        const before = "7,".repeat(CHUNK / 2 - 100) + " ".repeat(200 - inner.length - 4 + shift);
        assert.ok(assertRead(`[${open}${before}${inner}${behind}`, { gaps: true }) !== undefined);
      }
    }
    // A number that is longer than a stretch is left to others.
    for (const program of programs) {
      const text = `[1,0.${"3".repeat(2 * CHUNK)}]`;
      assert.equal(readNumbers(text, 0, text.length, {}, program), undefined);
    }
  });

  it("are read right by several readers that take turns", () => {
    for (const program of programs) {
      const texts = [1000, 3, 1 / 7].map(
        (step) => `[${Array.from({ length: 300_000 }, (_, index) => index * step).join(",")}]`,
      );
      const readers = texts.map((text) => numbersInSlices(text, 0, text.length, {}, program));
      const read: (Numbers | undefined)[] = [];
      for (let turns = 0; read.filter(Boolean).length < texts.length; turns++) {
        assert.ok(turns < 10_000);
        for (const [index, reader] of readers.entries()) {
          const step = reader.next();
          if (step.done === true && read[index] === undefined) read[index] = step.value;
        }
      }
      for (const [index, text] of texts.entries()) assert.ok(isSame(read[index], expected(text, false)));
    }
  });

  it("are found within a text, and pause on the way", () => {
    const array = `[${Array.from({ length: 500_000 }, (_, index) => index / 8).join(",")}]`;
    const text = `{"y":${array},"x":[1]}`;
    const steps = numbersInSlices(text, 5, 5 + array.length);
    let pauses = 0;
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        assert.ok(isSame(step.value, expected(array, false)));
        break;
      }
      pauses++;
    }
    assert.ok(pauses >= 3, String(pauses));
    assert.equal(readNumbers(text, 5, 6 + array.length), undefined);
    assert.equal(readNumbers(text, 5, 5 + array.length, { count: 499_999 }), undefined);
    assert.equal(readNumbers(text, 5, 5 + array.length, { count: 500_001 }), undefined);
  });
});
