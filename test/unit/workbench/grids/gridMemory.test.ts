import assert from "node:assert/strict";
import * as fc from "fast-check";
import { ByteLru } from "../../../../src/workbench/grids/byteLru.ts";
import { gridBytes } from "../../../../src/workbench/grids/gridSize.ts";

describe("Memory for grids", () => {
  it("holds the values used last, and never more bytes than it may", () => {
    const use = fc.record({ key: fc.constantFrom("a", "b", "c", "d", "e"), bytes: fc.integer({ min: 0, max: 12 }) });
    fc.assert(
      fc.property(fc.array(use, { maxLength: 60 }), (uses) => {
        const memory = new ByteLru<number>(20);
        /** The same, kept the long way. */
        let expected: { key: string; bytes: number; at: number }[] = [];
        for (const [at, { key, bytes }] of uses.entries()) {
          const known = expected.find((each) => each.key === key);
          expected = expected.filter((each) => each.key !== key);
          if (at % 3 === 0) {
            assert.equal(memory.get(key), known?.at);
            if (known !== undefined) expected.push(known);
            continue;
          }
          memory.set(key, at, bytes);
          expected.push({ key, bytes, at });
          while (expected.reduce((sum, each) => sum + each.bytes, 0) > 20) expected.shift();
        }
        assert.equal(
          memory.bytes,
          expected.reduce((sum, { bytes }) => sum + bytes, 0),
        );
        assert.deepEqual(
          [...memory.keys()],
          expected.map(({ key }) => key),
        );
      }),
    );
  });

  it("does not keep what is larger than all may be, nor the value before it", () => {
    const memory = new ByteLru<string>(10);
    memory.set("a", "small", 5);
    memory.set("a", "large", 11);
    assert.equal(memory.get("a"), undefined);
    assert.equal(memory.bytes, 0);
    memory.set("b", "fits", 10);
    memory.clear();
    assert.equal(memory.bytes, 0);
  });

  it("is reckoned by the cells, nested ones too, without looking at all of a long column", () => {
    const grid = (...columns: readonly (readonly unknown[])[]) =>
      gridBytes({
        cols: Object.fromEntries(columns.map((data, order) => [`c${order}`, { uid: `u${order}`, order, data }])),
      } as Parameters<typeof gridBytes>[0]);
    assert.equal(grid([]), 16);
    assert.equal(grid([1, 2, null]), 16 + 24);
    assert.equal(grid(["abc"]), 16 + 30);
    assert.equal(grid([[1, 2]]), 16 + 16 + 16);
    let read = 0;
    const long = new Proxy(
      Array.from({ length: 1_000_000 }, () => 1),
      {
        get(target, key) {
          read++;
          return Reflect.get(target, key) as unknown;
        },
      },
    );
    assert.equal(grid(long), 16 + 8_000_000);
    assert.ok(read < 1000);
  });
});
