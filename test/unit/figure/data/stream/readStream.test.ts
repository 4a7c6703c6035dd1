import assert from "node:assert/strict";
import * as fc from "fast-check";
import { checkFigure, obstacleOf } from "../../../../../src/figure/checks/check.ts";
import { decodeTypedArray, isTypedArray, toPlain } from "../../../../../src/figure/data/arrays/typedArray.ts";
import type { FigureColumn } from "../../../../../src/figure/data/split/column.ts";
import type { Json } from "../../../../../src/figure/model/figure.ts";
import type { FigurePath } from "../../../../../src/figure/model/path.ts";
import { LinePlaces } from "../../../../../src/figure/text/outline/linePlaces.ts";
import type { Outline } from "../../../../../src/figure/text/outline/outline.ts";
import { readFigureText } from "../../../../../src/figure/text/structure/figureText.ts";
import { readStructure } from "../../../../../src/figure/text/structure/structure.ts";
import { scanFigure } from "../../../../../src/figure/text/scan/scan.ts";
import { readStream } from "../../../../../src/figure/data/stream/readStream.ts";
import { inMemory, streamed } from "./streamed.ts";

const runs = { numRuns: Number(process.env["FUZZ_RUNS"] ?? 400) };
const encoder = new TextEncoder();

/** The value with packed arrays as lists, as Plotly sees both. */
function plain(value: Json): Json {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value === Infinity || value === -Infinity ? null : value;
  if (isTypedArray(value)) {
    const decoded = decodeTypedArray(value);
    if (decoded.ok) return toPlain(decoded.value);
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}

function listOf({ values: data, shape }: FigureColumn): Json[] {
  const numbers = Array.from(data, (number) => (Number.isFinite(number) ? number : null));
  const nested = (from: number, [length = 0, ...inner]: readonly number[]): Json[] => {
    const step = inner.reduce((product, each) => product * each, 1);
    return Array.from({ length }, (_, index) =>
      inner.length === 0 ? numbers[from + index]! : nested(from + index * step, inner),
    );
  };
  return nested(0, shape);
}

function put(root: Json, path: FigurePath, value: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const container = root as Record<string | number, Json>;
  container[step] = put(container[step]!, rest, value);
  return root;
}

const told = ({ arrays }: Outline) =>
  arrays.map(({ path, encoding, length, kinds, nesting, shape }) => ({
    path,
    encoding,
    length,
    kinds,
    nesting,
    shape,
  }));

/** Compares everything that is told of the stream with what is told of the text as a whole. */
async function assertStreamed(text: string, chunk: number, least: number): Promise<void> {
  const whole = scanFigure(text);
  const { condensed, scanned, columns, places } = await streamed(text, { chunk, least });
  const lines = new LinePlaces(text);
  const [found, wanted] = [obstacleOf(scanned.outline), obstacleOf(whole)];
  assert.equal(found?.code, wanted?.code);
  assert.equal(found?.message, wanted?.message);
  if (found !== undefined && wanted !== undefined) {
    assert.equal(places.at(found.span.start).line, lines.at(wanted.span.start).line);
    if (wanted.code !== "not-json") {
      const byte = encoder.encode(text.slice(0, wanted.span.start)).length;
      assert.equal(places.at(found.span.start).byte, byte);
    }
  }
  if (whole.syntax.length > 0) {
    assert.deepEqual(columns, []);
    return;
  }
  assert.deepEqual(told(scanned.outline), told(whole));
  for (const [index, { value }] of scanned.outline.arrays.entries()) {
    const start = whole.arrays[index]!.value.start;
    assert.equal(places.at(value.start).byte, encoder.encode(text.slice(0, start)).length);
    const { line, character } = places.at(value.start);
    assert.deepEqual({ line, character }, lines.at(start));
  }
  let figure = JSON.parse(new TextDecoder().decode(condensed.bytes)) as Json;
  for (const column of columns) {
    const within = whole.within?.how === "value" ? whole.within.path : [];
    figure = put(figure, [...within, ...column.path], listOf(column));
  }
  assert.deepEqual(plain(figure), plain(JSON.parse(text.replace(/^\uFEFF/, "")) as Json));
}

const number = fc.oneof(
  fc.integer({ min: -9, max: 300 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom("-0", "1e400", "5e-324", "12345678901234567890123456789012345678901234567890"),
);
const scalar = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => JSON.stringify(text)),
  fc.constantFrom(
    "true",
    "false",
    "null",
    '"bdata"',
    '"a\\"[1,2,3"',
    '"\\\\"',
    '"😀é\\u00e9"',
    "[]",
    "{}",
    '{"x":[1]}',
  ),
);
const space = fc.constantFrom("", "", "", " ", "\n", "\r\n", "\r", "\n    ");
const joined = (items: fc.Arbitrary<string>, maxLength: number) =>
  fc.tuple(fc.array(items, { maxLength }), space).map(([parts, between]) => `[${parts.join(`,${between}`)}]`);
const numbers = number.map(String);
const list = fc.oneof(
  { weight: 5, arbitrary: joined(numbers, 40) },
  { weight: 2, arbitrary: joined(fc.oneof(numbers, fc.constant("null")), 20) },
  { weight: 1, arbitrary: joined(fc.constant("null"), 20) },
  // The last element is of another kind.
  fc.tuple(joined(numbers, 20), scalar).map(([text, last]) => text.replace(/.$/, `,${last}]`).replace("[,", "[")),
  joined(scalar, 9),
);
const row = fc.integer({ min: 0, max: 5 });
const table = fc.oneof(
  row.chain((length) =>
    joined(
      fc.array(numbers, { minLength: length, maxLength: length }).map((all) => `[${all.join()}]`),
      9,
    ),
  ),
  joined(list, 4),
  joined(joined(joined(numbers, 3), 3), 3),
);
const packed = fc
  .record({
    bytes: fc.uint8Array({ maxLength: 60 }),
    dtype: fc.constantFrom("f8", "f4", "i2", "u1", "i8"),
    shape: fc.constantFrom("", "", ',"shape":"2, 3"', ',"shape":4', ',"shape":"-1"'),
    cut: fc.constantFrom("", "", "", "=", "\\u003d", " ", "*", "A"),
    order: fc.boolean(),
    twice: fc.constantFrom(
      "",
      "",
      "",
      ',"bdata":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"',
      ',"é":{"bdata":"AAAAAAAAAAAA"}',
    ),
  })
  .map(({ bytes, dtype, shape, cut, order, twice }) => {
    const bdata = `"bdata":${JSON.stringify(Buffer.from(bytes).toString("base64"))}`.replace(/"$/, `${cut}"`);
    return order ? `{${bdata},"dtype":"${dtype}"${shape}${twice}}` : `{"dtype":"${dtype}"${shape},${bdata}${twice}}`;
  });
const value = fc.oneof(
  { weight: 4, arbitrary: list },
  { weight: 2, arbitrary: table },
  { weight: 2, arbitrary: packed },
  { weight: 2, arbitrary: scalar },
);
const key = fc.constantFrom(
  "x",
  "y",
  "z",
  "text",
  "customdata",
  "type",
  "name",
  "bdata",
  "selectedpoints",
  "xsrc",
  "line",
  "é",
);
const members = fc
  .tuple(fc.array(fc.tuple(key, space, value, space), { maxLength: 6 }), space)
  .map(
    ([all, gap]) =>
      `{${gap}${all.map(([name, before, held, after]) => `"${name}":${before}${held}${after}`).join(`,${gap}`)}}`,
  );
const nested = fc
  .tuple(members, fc.constantFrom("marker", "error_x", "template", "nothing"), members)
  .map(([outer, name, inner]) =>
    outer.endsWith("{}") ? outer : outer.replace(/}$/, `${/{\s*}$/.test(outer) ? "" : ","}"${name}":${inner}}`),
  );
const wrapped = fc.constantFrom(
  (data: string, layout: string) => `{"data":${data},"layout":${layout}}`,
  (data: string, layout: string) => `{"data":${data},\n"layout":${layout},"data":${data},"frames":[{"data":${data}}]}`,
  (data: string, layout: string) => `\uFEFF{"layout":${layout},"data":${data}}\r\n`,
  (data: string, layout: string) => `{"ü":[1,2,3,4,5,6,7,8,9],"figure":{"data":${data},"layout":${layout}}}`,
  (data: string) => `{"frames":[1,2,3,4,5,6,7,8,9],"data":${data}}`,
  (data: string, layout: string) => JSON.stringify({ x: `{"data":${data},"layout":${layout}}` }),
);
const figureText = fc
  .tuple(wrapped, fc.oneof(members, nested), fc.oneof(members, nested), members, space)
  .map(([wrap, first, second, layout, gap]) => wrap(`[${first},${gap}${second}]`, layout));

const debris = fc.constantFrom(
  ..."\"\\{}[],:01.eE+- \n\r\0é'/".split(""),
  "null",
  "NaN",
  "NaN,",
  "-Infinity,",
  ",Infinity",
  "true",
  "//",
  '"a":',
  "\ud83c",
  "}]}",
  '"bdata":"',
);
const mutant = fc
  .tuple(
    figureText,
    fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 2 }), fc.oneof(debris, fc.constant(""))),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  )
  .map(([text, changes]) => {
    let changed = text;
    for (const [place, removed, added] of changes) {
      const at = Math.floor(place * changed.length);
      changed = changed.slice(0, at) + added + changed.slice(at + removed);
    }
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(encoder.encode(changed));
  });
const chunks = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 13, max: 2000 }));
const leasts = fc.constantFrom(1, 8, 30);

/** Compares the problems that are found in the skeleton with those of the text as a whole. */
async function assertChecked(text: string, chunk: number, least: number): Promise<void> {
  const { scanned, places, condensed } = await streamed(text, { chunk, least });
  const { outline, units } = scanned;
  const own = scanned.text ?? "";
  const unpacked = new Set(units.filter((_, index) => condensed.standIns[index]?.holds.kind === "base64"));
  const found = checkFigure({ text: own, outline, structure: readStructure(own, outline), unpacked }, { bound: false });
  const wanted = checkFigure(readFigureText(text), { bound: false });
  const lines = new LinePlaces(text);
  assert.deepEqual(
    found.problems.map(({ code, message, span }) => ({ code, message, line: places.at(span.start).line })),
    wanted.problems.map(({ code, message, span }) => ({ code, message, line: lines.at(span.start).line })),
  );
}

describe("a figure's file read as a stream", function () {
  this.timeout(Math.max(60_000, 100 * runs.numRuns));

  it("is the figure that JSON.parse makes of the whole, in chunks of any size", () =>
    fc.assert(fc.asyncProperty(figureText, chunks, leasts, assertStreamed), runs));

  it("has the same problems in the same lines", () =>
    fc.assert(fc.asyncProperty(figureText, chunks, leasts, assertChecked), runs));

  it("has the same obstacle at the same place where the text is broken", () =>
    fc.assert(fc.asyncProperty(mutant, chunks, leasts, assertStreamed), { numRuns: 2 * runs.numRuns }));

  it("is given up where its text outside of arrays of numbers is more than a page can take", async () => {
    const halves = Array.from({ length: 2000 }, (_, index) => index + 0.5).join();
    const labels = Array.from({ length: 200 }, (_, index) => `"Label ${index}"`).join();
    const limits = { chunk: 256, least: 8, mostText: 1000 };
    const most = /^TooMuchText: .* more than 1\.0 kB of text, .* Leave out texts/;
    await assert.rejects(streamed(`{"data":[{"y":[${halves}],"text":[${labels}]}]}`, limits), most);
    // What no column can be is read back into the text.
    await assert.rejects(streamed(`{"data":[{"y":[1],"text":[${halves}]}]}`, limits), most);
    const { columns } = await streamed(`{"data":[{"y":[${halves}]}]}`, limits);
    assert.equal(columns[0]?.values.length, 2000);
  });

  it("says how far it went where there is no memory", async () => {
    const text = encoder.encode(`{"data":[{"y":[${"0.25,".repeat(1000)}1]}]}`);
    const full = {
      size: text.length,
      read: async (at: number, into: Uint8Array): Promise<number> => {
        if (at > 3000) throw new RangeError("Array buffer allocation failed");
        return await inMemory(text).read(at, into);
      },
    };
    await assert.rejects(
      readStream(full, { chunk: 1000 }),
      /^Error: There is not enough memory .* \d\.\d kB of 5\.0 kB fitted\. Close/,
    );
  });
});
