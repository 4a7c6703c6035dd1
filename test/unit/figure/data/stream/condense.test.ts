import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { obstacleOf } from "../../../../../src/figure/checks/check.ts";
import { condense } from "../../../../../src/figure/data/stream/condense.ts";
import { readStream } from "../../../../../src/figure/data/stream/readStream.ts";
import { inMemory, streamed } from "./streamed.ts";

const encoder = new TextEncoder();
const list = (length: number): string => JSON.stringify(Array.from({ length }, (_, index) => index / 8));

describe("a file condensed while it is read", () => {
  it("leaves large arrays out of the skeleton and nothing else", async () => {
    const text = `{"data":[{"x":${list(2000)},"y":[1,2],"name":"[1,2]"}],"layout":{}}`;
    const { condensed, columns } = await streamed(text);
    assert.equal(new TextDecoder().decode(condensed.bytes), text.replace(list(2000), "[]"));
    assert.deepEqual(
      columns.map(({ path, shape }) => ({ path, shape })),
      [{ path: ["data", 0, "x"], shape: [2000] }],
    );
  });

  it("has a large array in the skeleton that is no data", async () => {
    const text = `{"data":[{"selectedpoints":${list(2000)}}],"layout":{"template":{"data":{"bar":[{"y":${list(900)}}]}}}}`;
    const { condensed, columns } = await streamed(text);
    assert.equal(new TextDecoder().decode(condensed.bytes), text);
    assert.deepEqual(columns, []);
  });

  it("reads an array again whose last element is of another kind", async () => {
    const text = `{"data":[{"x":${list(200_000).replace("]", ',"a"]')},"y":${list(3000)}}]}`;
    const { scanned, columns } = await streamed(text);
    assert.equal(scanned.outline.arrays[0]?.length, 200_001);
    assert.deepEqual(
      columns.map(({ path }) => path),
      [["data", 0, "y"]],
    );
  });

  it("does not read all of a file that is no JSON", async () => {
    const noise = Uint8Array.from({ length: 4_000_000 }, (_, index) => (index * 2_654_435_761) >> 13);
    for (const bytes of [gzipSync(noise), encoder.encode(`a;b\n${"1;2\n".repeat(1_000_000)}`)]) {
      let read = 0;
      const condensed = await condense(inMemory(bytes), { tell: (at) => (read = at) });
      assert.equal(condensed?.isHead, true);
      assert.ok(read < 2_000_000);
      assert.equal(obstacleOf((await streamed(bytes)).scanned.outline)?.code, "not-json");
    }
  });

  it("tells what the source throws, and stops where nobody wants it", async () => {
    const bytes = encoder.encode(`{"data":[{"x":${list(100_000)}}]}`);
    const broken = { size: bytes.length, read: () => Promise.reject(new Error("The disk is gone.")) };
    await assert.rejects(readStream(broken), /The disk is gone/);
    let asked = 0;
    assert.equal(await readStream(inMemory(bytes), { chunk: 1000, goOn: () => ++asked < 5 }), undefined);
    assert.equal(asked, 5);
  });

  it("takes a file that ends early for what was there", async () => {
    const bytes = encoder.encode(`{"data":[{"x":${list(100_000)}}]}`);
    const cut = { ...inMemory(bytes.subarray(0, 50_000)), size: bytes.length };
    const figure = await readStream(cut);
    assert.equal(obstacleOf(figure!.scanned.outline)?.code, "syntax");
    assert.equal(figure?.condensed.size, 50_000);
  });
});
