import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { LibraryPlot } from "../../../../src/library/libraryPlot.ts";
import recorded from "../../../fixtures/seedPage.json" with { type: "json" };
import type { Reply } from "../support.ts";
import { at, libraryPlot, list, ORIGIN, TestService, textAt } from "../support.ts";

function names(page: Reply): string[] {
  return list(page, "results").map((plot) => textAt(plot, "filename"));
}

/** Plots with few different times, views and qualities, so that ties are common. */
const libraries = fc.array(
  fc.record({
    second: fc.integer({ min: 10, max: 13 }),
    views: fc.integer({ min: 0, max: 2 }),
    quality: fc.integer({ min: 0, max: 10 }),
    worldReadable: fc.boolean(),
  }),
  { maxLength: 60 },
);

const filters = fc.record({
  order: fc.constantFrom("", "views", "-views"),
  least: fc.option(fc.integer({ min: -1, max: 11 }), { nil: undefined }),
  most: fc.option(fc.integer({ min: -1, max: 11 }), { nil: undefined }),
});

function toLibrary(plots: readonly { second: number; views: number; quality: number; worldReadable: boolean }[]) {
  return plots.map(({ second, ...plot }, index) =>
    libraryPlot({ ...plot, created: `2024-05-01T10:00:${second}.000001Z`, filename: String(index) }),
  );
}

/** What the list has to be: by views or time, and among equals the one written last first. */
function expected(library: readonly LibraryPlot[], order: string, least = -Infinity, most = Infinity): string[] {
  const value = (plot: LibraryPlot): number => (order === "" ? Date.parse(plot.created) : plot.views);
  const written = library.toSorted((one, other) => Date.parse(one.created) - Date.parse(other.created));
  const sorted = written
    .filter(({ worldReadable, quality }) => worldReadable && quality >= least && quality <= most)
    .map((plot, place) => ({ plot, place }))
    .toSorted((one, other) => value(other.plot) - value(one.plot) || other.place - one.place)
    .map(({ plot }) => plot.filename);
  return order === "views" ? sorted.toReversed() : sorted;
}

function firstPage(order: string, least: number | undefined, most: number | undefined): string {
  const query = new URLSearchParams({ format: "json" });
  if (order !== "") query.set("order_by", order);
  if (least !== undefined) query.set("min_quality", String(least));
  if (most !== undefined) query.set("max_quality", String(most));
  return `${ORIGIN}/v2/plots?${query.toString()}`;
}

async function pages(service: TestService, start: string, direction: "next" | "previous"): Promise<Reply[]> {
  const found: Reply[] = [];
  for (let url: string | null = start; url !== null;) {
    const page: Reply = await service.get(url);
    assert.equal(page.status, 200, page.text);
    found.push(page);
    const link = at(page, direction);
    url = typeof link === "string" ? link : null;
  }
  return found;
}

describe("the list of plots", () => {
  it("is the whole sorted list when its pages are put together, forwards and back", async () => {
    await fc.assert(
      fc.asyncProperty(libraries, filters, async (plots, { order, least, most }) => {
        const library = toLibrary(plots);
        const service = new TestService({ library });
        const all = expected(library, order, least, most);
        const forward = await pages(service, firstPage(order, least, most), "next");
        assert.deepEqual(forward.flatMap(names), all);
        for (const page of forward.slice(0, -1)) assert.equal(names(page).length, 10);
        assert.equal(at(forward[0], "previous"), null);

        const last = forward.at(-1);
        const back = at(last, "previous");
        if (typeof back === "string") {
          const backward = await pages(service, back, "previous");
          assert.deepEqual([...backward.toReversed().flatMap(names), ...(last === undefined ? [] : names(last))], all);
          const again = textAt(backward[0], "next");
          assert.deepEqual(names(await service.get(again)), names(forward.at(-1) ?? assert.fail()));
        }
        service.service.close();
      }),
      { numRuns: 60 },
    );
  });

  it("has the shape of the recorded page: ten plots, absolute links, no count", async () => {
    const library = Array.from({ length: 25 }, (_, index) => libraryPlot({ filename: String(index) }));
    const service = new TestService({ library });
    const page = await service.get("/v2/plots", { anonymous: true });
    assert.deepEqual(Object.keys(Object(page.body)), Object.keys(recorded));
    assert.equal(list(page, "results").length, recorded.results.length);
    assert.ok(textAt(page, "next").startsWith(`${ORIGIN}/v2/plots?cursor=`));
    assert.deepEqual(at(page, "results", 0, "figure"), { data: [] });
  });

  it("keeps the other parameters in its links, in the recorded order", async () => {
    const library = Array.from({ length: 11 }, (_, index) => libraryPlot({ filename: String(index), views: index }));
    const service = new TestService({ library });
    const page = await service.get("/v2/plots/?order_by=-views&min_quality=2&format=json&x=a%20b");
    const next = new URL(textAt(page, "next"));
    assert.deepEqual([...next.searchParams.keys()], ["cursor", "format", "min_quality", "order_by", "x"]);
    assert.equal(next.searchParams.get("x"), "a b");
  });

  it("writes cursors as recorded, with the plot's own number behind the time", async () => {
    const created = "2019-06-17T22:29:01.251305Z";
    const library = Array.from({ length: 21 }, (_, index) => libraryPlot({ filename: String(index), created }));
    const service = new TestService({ library });
    const first = await service.get("/v2/plots");
    const cursor = (url: string): string =>
      Buffer.from(new URL(url).searchParams.get("cursor") ?? "", "base64").toString();
    assert.match(cursor(textAt(first, "next")), /^p=2019-06-17\+22%3A29%3A01\.251305%2B00%3A00&t=\d+$/);
    const second = await service.get(textAt(first, "next"));
    assert.match(cursor(textAt(second, "previous")), /^r=1&p=2019-06-17\+22%3A29%3A01\.251305%2B00%3A00&t=\d+$/);
  });

  it("understands the recorded cursors", async () => {
    const times = ["2019-06-17T22:29:01.251304Z", "2019-06-17T22:29:01.251305Z", "2019-06-17T22:51:45.856937Z"];
    const service = new TestService({ library: times.map((created) => libraryPlot({ created, filename: created })) });
    const ask = async (link: string): Promise<string[]> => names(await service.get(`/v2/plots${new URL(link).search}`));
    assert.deepEqual(await ask(recorded.next), [times[0]]);
    assert.deepEqual(await ask(recorded.previous), [times[2]]);
  });

  it("leads back to the head of the list from before its first plot", async () => {
    const library = Array.from({ length: 12 }, (_, index) => libraryPlot({ filename: String(index) }));
    const service = new TestService({ library });
    const second = await service.get(textAt(await service.get("/v2/plots"), "next"));
    const first = await service.get(textAt(second, "previous"));
    assert.equal(at(first, "previous"), null);
    const future = new URLSearchParams({ r: "1", p: "2030-01-01 00:00:00+00:00" });
    const cursor = Buffer.from(future.toString()).toString("base64");
    const beyond = await service.get(`/v2/plots?cursor=${encodeURIComponent(cursor)}`);
    assert.deepEqual(names(beyond), []);
    assert.deepEqual(names(await service.get(textAt(beyond, "next"))), names(first));
  });

  it("keeps its place while plots are added", async () => {
    const library = Array.from({ length: 12 }, (_, index) => libraryPlot({ filename: String(index) }));
    const service = new TestService({ library });
    const first = await service.get("/v2/plots");
    await service.createPlot();
    assert.deepEqual(names(await service.get(textAt(first, "next"))), ["1", "0"]);
  });

  for (const cursor of ["abc", "%%%", "", "cD1ub25zZW5zZQ==", "cD01", "bz0x"]) {
    it(`answers 404 to the cursor ${JSON.stringify(cursor)}`, async () => {
      const reply = await new TestService().get(`/v2/plots?cursor=${encodeURIComponent(cursor)}`);
      assert.equal(reply.status, 404);
      assert.equal(at(reply, "detail"), "Invalid cursor");
    });
  }

  it("passes over an order it does not know, and names a quality that is no number", async () => {
    const service = new TestService({ library: [libraryPlot({})] });
    assert.deepEqual(names(await service.get("/v2/plots?order_by=title&min_quality=")), ["untitled"]);
    const wrong = await service.get("/v2/plots?min_quality=good");
    assert.equal(wrong.status, 400);
    assert.equal(at(wrong, "errors", 0, "field"), "min_quality");
  });
});

describe("the feed", () => {
  it("holds the hand-picked public plots, in an order that changes, on one page", async () => {
    const library = Array.from({ length: 12 }, (_, index) =>
      libraryPlot({ filename: String(index), feed: index < 9, worldReadable: index !== 0 }),
    );
    const service = new TestService({ library });
    const orders = new Set<string>();
    for (let round = 0; round < 20; round++) {
      const feed = await service.get("/v2/plots/feed", { anonymous: true });
      assert.equal(feed.status, 200);
      assert.deepEqual([at(feed, "next"), at(feed, "previous")], [null, null]);
      assert.deepEqual(names(feed).toSorted(), ["1", "2", "3", "4", "5", "6", "7", "8"]);
      orders.add(names(feed).join());
    }
    assert.ok(orders.size > 1);
  });
});
