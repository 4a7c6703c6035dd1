import assert from "node:assert/strict";
import { decodeCsvInSteps } from "../../../../../src/figure/data/csv/csvText.ts";

function decode(bytes: readonly number[] | string) {
  const steps = decodeCsvInSteps(typeof bytes === "string" ? Buffer.from(bytes) : Uint8Array.from(bytes));
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe("The bytes of a CSV file", () => {
  it("are UTF-8 where they can be, and Windows-1252 otherwise", () => {
    assert.deepEqual(decode("é,€\n"), { ok: true, encoding: "utf-8", text: "é,€\n" });
    assert.deepEqual(decode([0xe9, 0x2c, 0x80]), { ok: true, encoding: "windows-1252", text: "é,€" });
    assert.deepEqual(decode(""), { ok: true, encoding: "utf-8", text: "" });
    // A letter that two pieces share.
    const long = `${"a".repeat(512 * 1024 - 1)}é`;
    assert.deepEqual(decode(long), { ok: true, encoding: "utf-8", text: long });
  });

  it("are UTF-16 by their mark or their zeros", () => {
    for (const bytes of [
      [0xff, 0xfe, 0x61, 0, 0x2c, 0],
      [0xfe, 0xff, 0, 0x61, 0, 0x2c],
      [0x61, 0, 0x2c, 0],
      [0, 0x61, 0, 0x2c],
    ]) {
      const read = decode(bytes);
      assert.ok(read.ok);
      assert.equal(read.text, "a,");
      assert.match(read.encoding, /^utf-16/);
    }
  });

  it("of other files are said to be what they are", () => {
    for (const [bytes, what] of [
      [[0x50, 0x4b, 3, 4, 0], /workbook/],
      [[0xd0, 0xcf, 0x11, 0xe0], /old Excel workbook/],
      [[0x1f, 0x8b, 8], /gzip/],
      [[0x89, 0x50, 0x4e, 0x47, 0, 0, 0], /not text/],
    ] as const) {
      const read = decode(bytes);
      assert.ok(!read.ok);
      assert.match(read.sentence, what);
    }
  });
});
