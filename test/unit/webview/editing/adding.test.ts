import assert from "node:assert/strict";
import { additions } from "../../../../webview/editing/adding/additions.ts";
import { drawnShape } from "../../../../webview/editing/adding/drawnShape.ts";
import { placeAt, rounded } from "../../../../webview/editing/adding/place.ts";
import { anotherAxis, anotherSubplot } from "../../../../webview/editing/adding/subplots.ts";

/** An axis of 100 pixels from `offset`, which shows 0 to 10, or 10 to 0 where it stands. */
const axis = (id: string, offset: number, domain: readonly number[] = [0, 1]) => ({
  _id: id,
  _offset: offset,
  _length: 100,
  type: "linear",
  domain,
  l2p: (value: number) => value * 10,
  p2d: (pixel: number) => (id.startsWith("x") ? pixel / 10 : 10 - pixel / 10) + 1e-9,
});

const full = {
  width: 200,
  height: 140,
  _size: { l: 50, t: 20, w: 100, h: 100 },
  _plots: { xy: { xaxis: axis("x", 50), yaxis: axis("y", 20) } },
  xaxis: axis("x", 50),
  yaxis: axis("y", 20),
  annotations: [{ xref: "paper", yref: "paper", x: 0.5, y: 1 }],
};

describe("What is added to a figure", () => {
  it("stands on the axes where the person clicks, with the digits that a pixel tells", () => {
    assert.deepEqual(placeAt(full, 75, 45), { xref: "x", yref: "y", x: 2.5, y: 7.5 });
  });

  it("stands on the paper where there are no axes", () => {
    assert.deepEqual(placeAt(full, 0, 20), { xref: "paper", yref: "paper", x: -0.5, y: 1 });
    assert.deepEqual(placeAt({ ...full, _plots: {} }, 100, 70), { xref: "paper", yref: "paper", x: 0.5, y: 0.5 });
  });

  it("has the day alone where a pixel is a day, and the name of a category", () => {
    const day = (pixel: number): string => new Date(Date.UTC(2024, 2, 1, 12, 34) + pixel * 86_400_000).toISOString();
    const days = {
      ...axis("x", 50),
      type: "date",
      p2d: (pixel: number) => day(pixel).replace("T", " ").replace("Z", ""),
    };
    const names = { ...axis("y", 20), type: "category", p2d: () => "beans" };
    const place = placeAt({ ...full, _plots: { xy: { xaxis: days, yaxis: names } } }, 75, 45);
    assert.deepEqual(place, { xref: "x", yref: "y", x: "2024-03-26", y: "beans" });
  });

  it("goes behind what is in its list already", () => {
    const edits = additions
      .flat()
      .flatMap((addition) =>
        addition.way === "place" ? addition.make(full, { xref: "x", yref: "y", x: 1, y: 2 }) : [],
      );
    assert.deepEqual(
      edits.map(({ path }) => path.join(".")),
      ["layout.annotations.1", "layout.annotations.1", "layout.shapes.0", "layout.shapes.0"],
    );
  });

  it("rounds to the pixel, however large or small", () => {
    assert.equal(rounded(0.348_507_795_1, 0.001), 0.349);
    assert.equal(rounded(123_456.789, 50), 123_457);
    assert.equal(rounded(1.234e-9, 1e-11), 1.23e-9);
    assert.equal(rounded(5, 0), 5);
    assert.equal(rounded(Number.NaN, 1), Number.NaN);
  });
});

describe("A shape that is drawn", () => {
  it("keeps what it is and leaves the pen's looks", () => {
    const looks = { line: { width: 4 }, opacity: 1, editable: true, layer: "above" };
    const drawn = { type: "line", xref: "x", yref: "y", x0: 1.000_000_1, y0: 2.345_678, x1: 3, y1: 4, ...looks };
    assert.deepEqual(drawnShape({ shapes: [{ type: "rect" }, drawn] }, full), {
      type: "line",
      xref: "x",
      yref: "y",
      x0: 1,
      y0: 2.3,
      x1: 3,
      y1: 4,
    });
    assert.equal(drawnShape({ "xaxis.range[0]": 1 }, full), undefined);
    assert.equal(drawnShape({ shapes: [] }, full), undefined);
  });

  it("has a path with as many digits as pixels tell, and dates as they are", () => {
    const path = (text: string) => drawnShape({ shapes: [{ type: "path", xref: "x", yref: "y", path: text }] }, full);
    assert.equal(path("M1.23456,2.34567L3.98765,4.1Z")?.["path"], "M1.2,2.3L4,4.1Z");
    assert.equal(path("M2024-03-01_10:00,2.5L2024-03-02,3Z")?.["path"], "M2024-03-01_10:00,2.5L2024-03-02,3Z");
  });
});

describe("A place for another trace", () => {
  it("is below or beside all that is there", () => {
    const figure = { layout: { ...full, scene: { domain: { x: [0, 1], y: [0, 0.5] } } }, data: [] };
    const below = anotherSubplot(figure, "below");
    assert.deepEqual(below.axes, { xaxis: "x2", yaxis: "y2" });
    assert.deepEqual(below.edits, [
      { act: "set", path: ["layout", "yaxis", "domain"], value: [0.55, 1] },
      { act: "set", path: ["layout", "scene", "domain", "y"], value: [0.55, 0.775] },
      { act: "set", path: ["layout", "annotations", 0, "y"], value: 1 },
      { act: "set", path: ["layout", "xaxis2"], value: { anchor: "y2" } },
      { act: "set", path: ["layout", "yaxis2"], value: { anchor: "x2", domain: [0, 0.45] } },
    ]);
    const beside = anotherSubplot(
      { layout: { xaxis: axis("x", 50) }, data: [{ index: 3, domain: { x: [0, 1] } }] },
      "beside",
    );
    assert.deepEqual(beside.edits.slice(0, 2), [
      { act: "set", path: ["layout", "xaxis", "domain"], value: [0, 0.45] },
      { act: "set", path: ["data", 3, "domain", "x"], value: [0, 0.45] },
    ]);
  });

  it("is an axis with a free name over the first one", () => {
    assert.deepEqual(anotherAxis({ yaxis: {}, yaxis2: {} }, "y", "right"), {
      edits: [{ act: "set", path: ["layout", "yaxis3"], value: { overlaying: "y", side: "right" } }],
      axes: { yaxis: "y3" },
    });
  });
});
