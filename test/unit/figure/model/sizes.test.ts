import assert from "node:assert/strict";
import { formatSize } from "../../../../src/figure/model/sizes.ts";

describe("The size of a file in words", () => {
  for (const [bytes, words] of [
    [0, "0 bytes"],
    [999, "999 bytes"],
    [999.6, "1.0 kB"],
    [1234, "1.2 kB"],
    [53_000_000, "53 MB"],
    [999_600_000, "1.0 GB"],
    [1_168_395_645, "1.2 GB"],
    [12_000_000_000_000_000, "12000 TB"],
  ] as const)
    it(`is ${words}`, () => assert.equal(formatSize(bytes), words));
});
