import assert from "node:assert/strict";
import { at, libraryPlot, list, TestService, textAt } from "./support.ts";

const grid = (columns: string[]) => ({
  filename: "data",
  worldReadable: true,
  columns: columns.map((name, index) => ({ name, data: [index, index + 1] })),
});

describe("a new database", () => {
  it("holds the library's plots with references to grids that are there", async () => {
    const traces = [{ type: "bar", xsrc: "@x", ysrc: "@y" }, { zsrc: "@x,y" }, { zsrc: "@" }, { zsrc: "@-x" }];
    const figure = {
      data: [...traces, { zsrc: "@x*" }, { textsrc: "@y?names" }, { name: "@x", marker: { colorsrc: "@y" } }],
    };
    const service = new TestService({ library: [libraryPlot({ figure, grid: grid(["x", "y"]) })] });
    const uids = Object.fromEntries(
      list(await service.get("/v2/grids/ada:1"), "cols").map((col) => [textAt(col, "name"), textAt(col, "uid")]),
    );
    const [x, y] = [uids["x"], uids["y"]];
    assert.deepEqual(at(await service.get("/v2/plots/ada:0/content"), "data"), [
      { type: "bar", xsrc: `ada:1:${x}`, ysrc: `ada:1:${y}` },
      { zsrc: `ada:1:${x},${y}` },
      { zsrc: "ada:1:" },
      { zsrc: `ada:1:-${x}` },
      { zsrc: `ada:1:${x}*` },
      { textsrc: `ada:1:${y}?names` },
      { name: "@x", marker: { colorsrc: `ada:1:${y}` } },
    ]);
    const inlined = await service.get("/v2/plots/ada:0/content?inline_data=true");
    assert.deepEqual(at(inlined, "data", 0, "y"), [1, 2]);
  });

  it("has nothing of the person's own", async () => {
    const service = new TestService({ username: "grace", library: [libraryPlot({})] });
    assert.ok(list(await service.get("/v2/plots"), "results").length > 0);
    assert.deepEqual(list(await service.get("/v2/folders/all?user=grace"), "children", "results"), []);
  });

  it("stays empty when asked to", async () => {
    const service = new TestService({ seed: false, library: [libraryPlot({})] });
    assert.deepEqual(list(await service.get("/v2/plots"), "results"), []);
  });

  it("takes no library with a reference to a column that is not there", () => {
    const wrong = libraryPlot({ figure: { data: [{ xsrc: "@nosuch" }] }, grid: grid(["x"]) });
    assert.throws(() => new TestService({ library: [wrong] }), /has no column "nosuch"/);
    assert.throws(() => new TestService({ library: [libraryPlot({ figure: { data: [{ xsrc: "@x" }] } })] }), /no grid/);
  });

  it("has a user name that can stand in a reference", () => {
    for (const username of ["", "a b", "a:b", "a/b", "a,b"]) {
      assert.throws(() => new TestService({ username }), /is no user name/, username);
    }
    for (const username of ["_a", "-b", ".c", "Ünal"]) new TestService({ username }).service.close();
  });
});
