import assert from "node:assert/strict";
import { FreeNames } from "../../../../../src/figure/data/columns/freeNames.ts";

describe("Names that are each given once", () => {
  it("are numbered where they are taken, also where the number is", () => {
    const names = new FreeNames();
    assert.deepEqual(
      ["a", "a", "a (2)", "a", "b"].map((wanted) => names.take(wanted)),
      ["a", "a (2)", "a (2) (2)", "a (3)", "b"],
    );
  });

  it("may be wanted by very many", () => {
    const names = new FreeNames();
    const given = Array.from({ length: 100_000 }, () => names.take("c"));
    assert.equal(new Set(given).size, 100_000);
  });
});
