import assert from "node:assert/strict";
import * as fc from "fast-check";
import { decodeTypedArray, isTypedArray } from "../../../../../src/figure/data/arrays/typedArray.ts";
import { plainLists, putColumns } from "../../../../../src/figure/data/split/putColumns.ts";
import { splitFigure } from "../../../../../src/figure/data/split/splitFigure.ts";
import { scanFigure, scanFigureBytes } from "../../../../../src/figure/text/scan/scan.ts";

const runs = { numRuns: Number(process.env["FUZZ_RUNS"] ?? 300) };
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const none = { each: 0, all: 0 };

/** Splits the text and its bytes, which must agree, and answers the paths that left. */
function split(text: string, limits = none) {
  const ofText = splitFigure(text, scanFigure(text), limits);
  const bytes = encoder.encode(text);
  const ofBytes = splitFigure(bytes, scanFigureBytes(bytes), limits);
  assert.deepEqual(ofBytes, ofText);
  return ofText;
}

/** The value of the parts when they are put together again. */
function joined(text: string, isWithin = false): unknown {
  const parts = split(text);
  if (parts === undefined) return JSON.parse(text);
  const value = JSON.parse(decoder.decode(parts.skeleton)) as { readonly figure?: unknown };
  putColumns(isWithin ? value.figure : value, parts.columns, plainLists);
  return value;
}

/** To the bit; what is packed is compared as what Plotly makes of it. */
function isSame(one: unknown, other: unknown): boolean {
  if (isTypedArray(other) && Array.isArray(one)) {
    const decoded = decodeTypedArray(other);
    return decoded.ok && isSame(one, plainOf(decoded.value));
  }
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return Object.is(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [a, b] = [Object.entries(one), Object.entries(other)];
  return a.length === b.length && a.every(([key, value], index) => key === b[index]?.[0] && isSame(value, b[index][1]));
}

const plainOf = (value: unknown): unknown =>
  typeof value === "number" ? (Number.isNaN(value) ? null : value) : Array.from(value as ArrayLike<unknown>, plainOf);

const paths = (text: string, limits = none) => split(text, limits)?.columns.map(({ path }) => path.join(".")) ?? [];

const trace = (members: string, type = "scatter") => `{"data": [{"type": "${type}", ${members}}]}`;

describe("A figure's text without its arrays of numbers", () => {
  it("lacks lists and tables of numbers, also with gaps, and packed arrays", () => {
    const bdata = Buffer.from(Int16Array.of(1, -2, 3, 4).buffer).toString("base64");
    const text = trace(`"x": [1, 2, 300], "y": [0.5, null, -0], "error_y": {"array": [1, 2]}, "text": [1, 2, 3],
      "marker": {"size": {"dtype": "i2", "bdata": "${bdata}", "shape": "3"}, "color": [1, null]}, "name": "é"`);
    const parts = split(text);
    assert.ok(parts !== undefined);
    assert.deepEqual(
      parts.columns.map(({ path, values, shape }) => [path.slice(2).join("."), values, shape]),
      [
        ["x", Int16Array.of(1, 2, 300), [3]],
        ["y", Float64Array.of(0.5, Number.NaN, -0), [3]],
        ["error_y.array", Int8Array.of(1, 2), [2]],
        ["marker.size", Int16Array.of(1, -2, 3), [3]],
      ],
    );
    assert.equal(
      decoder.decode(parts.skeleton).replaceAll(/\s+/g, " "),
      trace(
        '"x": [], "y": [], "error_y": {"array": []}, "text": [1, 2, 3], "marker": {"size": [], "color": [1, null]}, "name": "é"',
      ),
    );
    const rows = `[${Array.from({ length: 3 }, (_, row) => `[${Array.from({ length: 9 }, (__, at) => row * at).join()}]`).join()}]`;
    const [z] = split(trace(`"z": ${rows}`, "heatmap"))?.columns ?? [];
    assert.deepEqual(
      [z?.path, z?.shape],
      [
        ["data", 0, "z"],
        [3, 9],
      ],
    );
    assert.deepEqual(z?.values, Int8Array.from((JSON.parse(rows) as number[][]).flat()));
  });

  it("keeps what a typed array could not say, or would say otherwise", () => {
    for (const members of [
      '"x": [1, 2, "3"]',
      '"x": [1, true]',
      '"x": []',
      '"x": [null, {}]',
      '"text": [1, 2]',
      '"ids": [1, 2]',
      '"width": [1, null]',
      '"x": [[1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 8]]',
      '"x": {"dtype": "f8", "bdata": "####", "shape": "1"}',
      '"x": {"dtype": "f7", "bdata": "AAAA"}',
      '"z": [[1, 2], [3, 4]]',
    ])
      assert.deepEqual(paths(trace(members)), [], members);
    assert.deepEqual(paths(trace('"z": [[1,2,3,4,5,6,7,8],[1,2,3]]', "heatmap")), []);
    assert.deepEqual(paths(trace('"values": [1, 2, 3]', "pie")), []);
    assert.deepEqual(paths('{"data": [], "layout": {"xaxis": {"tickvals": [1, 2, 3]}}}'), []);
    assert.deepEqual(paths('[{"x": [1, 2, 3]}]'), []);
  });

  it("keeps gaps where there are categories, of which NaN would be one", () => {
    const data = '"data": [{"x": [1, null], "y": [1, 2]}]';
    assert.deepEqual(paths(`{${data}}`), ["data.0.x", "data.0.y"]);
    assert.deepEqual(paths(`{${data}, "layout": {"xaxis": {"type": "category"}}}`), ["data.0.y"]);
  });

  it("lacks only what is large", () => {
    const list = (length: number) => `[${Array.from({ length }, (_, index) => index + 0.5).join()}]`;
    const text = trace(`"x": ${list(100_000)}, "y": ${list(1000)}`);
    assert.deepEqual(
      splitFigure(text, scanFigure(text))?.columns.map(({ path }) => path.at(-1)),
      ["x"],
    );
    const small = trace(`"x": ${list(10_000)}`);
    assert.equal(splitFigure(small, scanFigure(small)), undefined);
  });

  it("has one key for equal arrays alone", () => {
    const long = Array.from({ length: 5001 }, (_, index) => index / 3);
    const other = long.with(5000, -1);
    const text = `{"data": [${[long, long, other, [1, 2, 3], [3, 2, 1], [1, 2], [1, 2, 3, 0]].map((y) => JSON.stringify({ y })).join()}]}`;
    const keys = split(text)?.columns.map(({ key }) => key) ?? [];
    assert.equal(keys.length, 7);
    assert.equal(keys[0], keys[1]);
    assert.equal(new Set(keys).size, 6);
  });

  it("counts the last of two members of one key, and frames", () => {
    assert.deepEqual(paths(trace('"x": [1], "x": [2, 3]')), ["data.0.x"]);
    assert.deepEqual(joined(trace('"x": [1], "x": [2, 3]')), JSON.parse(trace('"x": [2, 3]')));
    assert.deepEqual(paths('{"data": [{}], "frames": [{"data": [{"x": [1, 2]}]}]}'), ["frames.0.data.0.x"]);
  });

  it("and the arrays are the same figure again", () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
      fc.integer({ min: -200, max: 200 }).map(String),
      fc.constantFrom("-0", "1e400", "-1e400", "5e-324", "0.1234567890123456789012345678901234567890"),
    );
    const other = fc.constantFrom("null", '"é"', "true", "[1]", '"2024-01-01"', "{}", '"7"');
    const list = fc
      .array(fc.oneof({ weight: 30, arbitrary: number }, { weight: 1, arbitrary: other }), { maxLength: 30 })
      .map((items) => `[${items.join(", ")}]`);
    const table = fc.tuple(fc.nat(4), fc.nat(12), fc.nat(60)).chain(([rows, columns, odd]) =>
      fc
        .array(fc.array(number, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
        .map((all) => all.map((row, index) => (index === odd ? [...row, "1"] : row)))
        .map((all) => `[${all.map((row) => `[${row.join(",")}]`).join(", ")}]`),
    );
    const packed = fc.array(fc.double(), { maxLength: 40 }).chain((values) =>
      fc.constantFrom(undefined, String(values.length), "2,3", `1,${values.length}`, "x").map((shape) =>
        JSON.stringify({
          dtype: "f8",
          bdata: Buffer.from(Float64Array.from(values).buffer).toString("base64"),
          shape,
        }),
      ),
    );
    const key = fc.constantFrom("x", "y", "z", "text", "customdata", "width", "ids", "name", "é", "x");
    const member = fc
      .tuple(key, fc.oneof(list, table, packed, fc.constant('"ä😀"'), fc.constant('{"color": [1,2,3]}')))
      .map(([name, value]) => `"${name}": ${value}`);
    const anyTrace = fc
      .tuple(
        fc.constantFrom("scatter", "heatmap", "bar", "sankey", "é"),
        fc.array(member, { maxLength: 5 }),
        fc.constantFrom("", "\n", "  "),
      )
      .map(([type, members, space]) => `{${space}${[`"type": "${type}"`, ...members].join(`,${space}`)}${space}}`);
    const figure = fc
      .tuple(
        fc.array(anyTrace, { maxLength: 4 }),
        fc.constantFrom("", "é", "category"),
        fc.array(anyTrace, { maxLength: 2 }),
      )
      .map(
        ([data, title, frame]) =>
          `{"layout": {"title": "${title}"}, "data": [${data.join(",")}], "frames": [{"data": [${frame.join(",")}]}]}`,
      );
    fc.assert(
      fc.property(figure, fc.boolean(), (inner, isWithin) => {
        const text = isWithin ? `{"ünder": 1, "figure": ${inner}}` : inner;
        assert.ok(isSame(joined(text, isWithin), JSON.parse(text)), text);
      }),
      { ...runs, interruptAfterTimeLimit: 20_000 },
    );
  });
});
