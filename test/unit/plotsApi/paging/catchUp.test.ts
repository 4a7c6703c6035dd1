import assert from "node:assert/strict";
import type { PlotMetadata } from "../../../../src/plotsApi/bodies/plot.ts";
import type { Pager } from "../../../../src/plotsApi/paging/pager.ts";
import { clientFor, valueOf } from "../support.ts";

const root = "http://plots.invalid/v2";

/** A server in memory, newest plot first, ten a page; a page begins with the plot that its cursor names. */
class Source {
  readonly names: number[];
  asked = 0;
  readonly client = clientFor(root, { fetch: (request) => Promise.resolve(this.#answer(new URL(request.url))) });

  constructor(count: number) {
    this.names = Array.from({ length: count }, (_, index) => count - 1 - index);
  }

  publish(count: number): void {
    for (let left = count; left > 0; left--) this.names.unshift(this.names.length);
  }

  #answer({ searchParams }: URL): Response {
    this.asked++;
    const cursor = searchParams.get("cursor");
    const start = cursor === null ? 0 : this.names.indexOf(Number(cursor));
    const results = this.names.slice(start, start + 10).map((name) => ({ fid: `me:${name}`, filename: `${name}` }));
    const next = this.names[start + 10];
    return Response.json({ next: next === undefined ? null : `${root}/plots?cursor=${next}`, previous: null, results });
  }
}

describe("Catching up with a list", () => {
  const numbers = (pager: Pager<PlotMetadata, string>) => pager.items.map(({ filename }) => Number(filename));

  it("puts what is new first, keeps the rest as it was read, and goes on where it stood", async () => {
    const source = new Source(35);
    const pager = source.client.plots.pager();
    await pager.more();
    await pager.more();
    const before = pager.items;
    source.publish(3);
    assert.equal(valueOf(await pager.catchUp()), true);
    assert.deepEqual(numbers(pager), source.names.slice(0, 23));
    assert.deepEqual(pager.items.slice(3), before);
    for (const [index, plot] of before.entries()) assert.equal(pager.items[index + 3], plot);
    await pager.more();
    assert.deepEqual(numbers(pager), source.names.slice(0, 33));
  });

  it("reads as many pages as are new, up to a bound", async () => {
    const source = new Source(12);
    const pager = source.client.plots.pager();
    await pager.more();
    source.publish(27);
    source.asked = 0;
    assert.equal(valueOf(await pager.catchUp()), true);
    assert.equal(source.asked, 3);
    assert.deepEqual(numbers(pager), source.names.slice(0, 37));
    source.publish(200);
    source.asked = 0;
    assert.equal(valueOf(await pager.catchUp()), false, "all of it had better be read anew");
    assert.equal(source.asked, 5);
    assert.equal(pager.items.length, 37);
  });

  it("has nothing to do before anything was read", async () => {
    const source = new Source(12);
    assert.equal(valueOf(await source.client.plots.pager().catchUp()), false);
    assert.equal(source.asked, 0);
  });

  it("leaves out what is gone and takes what was changed in its place", async () => {
    const pager = new Source(5).client.plots.pager();
    await pager.more();
    assert.equal(pager.drop("me:3"), true);
    assert.equal(pager.drop("me:3"), false);
    assert.equal(pager.renew({ fid: "me:2", filename: "renamed" }), true);
    assert.equal(pager.renew({ fid: "me:99", filename: "unknown" }), false);
    assert.deepEqual(
      pager.items.map(({ filename }) => filename),
      ["4", "renamed", "1", "0"],
    );
  });
});
