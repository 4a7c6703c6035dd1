import assert from "node:assert/strict";
import { tooMuch } from "../../../../src/workbench/pageColumns/tooMuch.ts";

describe("Columns that are more than a page takes", () => {
  it("are not sent, and the reason says how much they are and what would help", () => {
    assert.equal(tooMuch([]), undefined);
    assert.equal(tooMuch([{ byteLength: 300_000_000 }, undefined, { byteLength: 100_000_000 }]), undefined);
    assert.match(
      tooMuch([{ byteLength: 300_000_000 }, { byteLength: 240_000_000 }]) ?? "",
      /^The drawing needs 540 MB .* line/,
    );
  });
});
