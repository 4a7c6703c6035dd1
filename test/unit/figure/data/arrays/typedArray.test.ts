import assert from "node:assert/strict";
import * as fc from "fast-check";
import { decodeTypedArray, isTypedArray, toPlain } from "../../../../../src/figure/data/arrays/typedArray.ts";

function encode(values: ArrayBufferView): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");
}

function decoded(dtype: string, bdata: string, shape?: string | number) {
  const result = decodeTypedArray({ dtype, bdata, ...(shape === undefined ? {} : { shape }) });
  assert.ok(result.ok, result.ok ? "" : result.error.message);
  return result.value;
}

function refused(dtype: string, bdata: string, shape?: string) {
  const result = decodeTypedArray({ dtype, bdata, ...(shape === undefined ? {} : { shape }) });
  assert.ok(!result.ok);
  return result.error;
}

describe("typed arrays", () => {
  const kinds = [
    ["i1", "int8", Int8Array],
    ["u1", "uint8", Uint8Array],
    ["u1c", "uint8c", Uint8ClampedArray],
    ["i2", "int16", Int16Array],
    ["u2", "uint16", Uint16Array],
    ["i4", "int32", Int32Array],
    ["u4", "uint32", Uint32Array],
    ["f4", "float32", Float32Array],
    ["f8", "float64", Float64Array],
  ] as const;
  for (const [short, long, Type] of kinds) {
    it(`reads ${short} and ${long}`, () => {
      const values = Type.from([0, 1, 2, 100]);
      for (const dtype of [short, long]) assert.deepEqual(decoded(dtype, encode(values)), values);
    });
  }

  it("reads what plotly.py wrote", () => {
    assert.deepEqual(toPlain(decoded("i1", "AQID")), [1, 2, 3]);
    assert.deepEqual(toPlain(decoded("f8", "AAAAAAAA8D8AAAAAAAAAQA==")), [1, 2]);
  });

  it("reads rows of two dimensions in one buffer", () => {
    const rows = decoded("i2", encode(Int16Array.from([1, 2, 3, 4, 5, 6])), "2, 3");
    assert.deepEqual(rows, [Int16Array.from([1, 2, 3]), Int16Array.from([4, 5, 6])]);
    assert.deepEqual(toPlain(rows), [
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it("reads three dimensions, as images have", () => {
    assert.deepEqual(toPlain(decoded("u1", encode(Uint8Array.from([1, 2, 3, 4, 5, 6])), "1, 2, 3")), [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ]);
  });

  it("reads a shape that is a number, and none at all", () => {
    const bdata = encode(Float64Array.from([1.5, 2.5]));
    assert.deepEqual(toPlain(decoded("f8", bdata, 2)), [1.5, 2.5]);
    assert.deepEqual(toPlain(decoded("f8", "")), []);
  });

  it("gives null for the numbers that JSON lacks", () => {
    const values = Float64Array.from([1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
    assert.deepEqual(toPlain(decoded("f8", encode(values))), [1, null, null, null]);
  });

  it("says what is wrong with one that cannot be read", () => {
    assert.equal(refused("i8", "AAAAAAAAAAA=").code, "unknown-dtype");
    assert.match(refused("i8", "AAAAAAAAAAA=").message, /"i8"/);
    assert.equal(refused("f8", "not base64!").code, "bad-base64");
    assert.equal(refused("f8", "AQID").code, "bad-shape");
    assert.equal(refused("u1", "AQID", "2, 2").code, "bad-shape");
    assert.equal(refused("u1", "AQID", "three").code, "bad-shape");
    assert.equal(refused("u1", "AQID", "1, 1, 1, 1").code, "bad-shape");
  });

  it("knows an encoded array from other objects", () => {
    assert.ok(isTypedArray({ dtype: "f8", bdata: "" }));
    assert.ok(isTypedArray({ dtype: "f8", bdata: "", shape: "0, 0" }));
    for (const value of [null, [], "f8", {}, { dtype: "f8" }, { bdata: "" }, { dtype: 8, bdata: "" }]) {
      assert.ok(!isTypedArray(value), JSON.stringify(value));
    }
  });

  it("gives back the numbers that were encoded", () => {
    fc.assert(
      fc.property(fc.float64Array({ noNaN: true, noDefaultInfinity: true }), (values) => {
        assert.deepEqual(toPlain(decoded("float64", encode(values))), [...values]);
      }),
    );
  });
});
