import assert from "node:assert/strict";
import { annotationMovers } from "../../../../webview/editing/moving/annotationMover.ts";
import { aligned, legendMover } from "../../../../webview/editing/moving/boxMovers.ts";
import { imageMover } from "../../../../webview/editing/moving/imageMover.ts";
import { movePath } from "../../../../webview/editing/moving/pathMove.ts";
import type { FullLayout } from "../../../../webview/editing/moving/plotted.ts";
import { scaleOf, shifted } from "../../../../webview/editing/moving/scale.ts";
import { shapeMover } from "../../../../webview/editing/moving/shapeMover.ts";
import { roundestTime, shortestNumber } from "../../../../webview/editing/moving/shortest.ts";
import { snap } from "../../../../webview/editing/moving/snapping.ts";

/** Axes of 400 by 200 pixels from (50, 100): x from 0 to 10, y from 0 to 1000 by powers of ten, x2 the year 2026. */
function fakeLayout(): FullLayout {
  const linear = (from: number, to: number, length: number) => ({
    _length: length,
    l2p: (value: number) => ((value - from) / (to - from)) * length,
    p2l: (pixels: number) => from + (pixels / length) * (to - from),
    r2l: Number,
    l2r: (value: number) => value,
    d2r: Number,
  });
  const [begin, end] = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)];
  return {
    width: 500,
    height: 400,
    _size: { l: 50, t: 100, w: 400, h: 200 },
    xaxis: { ...linear(0, 10, 400), _name: "xaxis", _id: "x", _offset: 50, type: "linear" },
    yaxis: {
      ...linear(3, 0, 200),
      d2r: (value: unknown) => Math.log10(Number(value)),
      _name: "yaxis",
      _id: "y",
      _offset: 100,
      type: "log",
    },
    xaxis2: {
      ...linear(begin, end, 400),
      r2l: (value: unknown) => Date.parse(`${String(value)}Z`),
      l2r: (value: number) => new Date(value).toISOString().slice(0, 16).replace("T", " "),
      _name: "xaxis2",
      _id: "x2",
      _offset: 50,
      type: "date",
    },
  };
}

const layout = fakeLayout();

const box = { left: 100, top: 150, width: 40, height: 20 };

describe("What a drag writes", () => {
  it("is the shortest number that a pixel cannot tell from it", () => {
    const near = (value: number, reach: number) => shortestNumber(value, (each) => Math.abs(each - value) <= reach);
    assert.equal(near(0.350_000_000_000_000_1, 0.0006), 0.35);
    assert.equal(near(-1234.567, 3), -1235);
    assert.equal(near(1234.567, 60), 1200);
    assert.equal(near(0.000_01, 0.001), 0);
    assert.equal(near(6.02e23, 3e21), 6e23);
    assert.equal(near(0.1 + 0.2, 0), 0.1 + 0.2);
  });

  it("is a day where a pixel is one, and a minute where it is that", () => {
    const noon = Date.UTC(2026, 10, 27, 11, 58);
    const near = (reach: number) => (each: number) => Math.abs(each - noon) <= reach;
    assert.equal(new Date(roundestTime(noon, near(12.1 * 3600e3))).toISOString(), "2026-11-27T00:00:00.000Z");
    assert.equal(new Date(roundestTime(noon, near(180e3))).toISOString(), "2026-11-27T12:00:00.000Z");
    assert.equal(roundestTime(noon, near(0)), noon);
  });

  it("is measured as the part measures its place", () => {
    const move = (ref: string, letter: "x" | "y", as: "data" | "range", value: unknown, pixels: number) => {
      const scale = scaleOf(layout, ref, letter, as);
      return scale && shifted(scale, value, pixels);
    };
    assert.equal(move("paper", "x", "range", 0.25, 40), 0.35);
    assert.equal(move("paper", "y", "range", 0.5, 20), 0.4);
    assert.equal(move("container", "y", "range", 0.5, 40), 0.4);
    assert.equal(move("x", "x", "range", 2, 20), 2.5);
    assert.equal(move("x domain", "x", "range", 0, 200), 0.5);
    // Annotations say powers of ten, shapes say values.
    assert.equal(move("y", "y", "range", 1, -66.6), 2);
    assert.equal(move("y", "y", "data", 10, -66.6), 100);
    assert.equal(move("x2", "x", "range", "2026-01-01 00:00", 100), "2026-04-02 00:00");
    assert.equal(move("x7", "x", "range", 1, 1), undefined);
  });

  it("keeps a legend's box whole, whichever side its place means", () => {
    assert.equal(aligned(0.1, 0.1, "auto"), 0.1);
    assert.equal(aligned(0.45, 0.1, "auto"), 0.5);
    assert.equal(Math.round(aligned(0.8, 0.1, "auto") * 100), 90);
    assert.equal(aligned(0.8, 0.1, "left"), 0.8);
    const legend = { x: 1.02, y: 1, xanchor: "left", yanchor: "auto", xref: "paper", yref: "paper" };
    assert.deepEqual(legendMover(["layout", "legend"], legend, box, layout).moved(10, 0), [
      { act: "set", path: ["layout", "legend", "x"], value: 0.15 },
    ]);
  });

  it("leaves the head of an arrow where it points to, and moves all of it by the arrow", () => {
    const path = ["layout", "annotations", 0];
    const arrow = {
      x: 2,
      y: 1,
      xref: "x",
      yref: "y",
      showarrow: true,
      ax: 20,
      ay: -30,
      axref: "pixel",
      ayref: "pixel",
    };
    const movers = annotationMovers(path, arrow, box, layout);
    assert.deepEqual(movers?.text.moved(5, 0), [{ act: "set", path: [...path, "ax"], value: 25 }]);
    assert.deepEqual(movers?.whole.moved(40, 0), [{ act: "set", path: [...path, "x"], value: 3 }]);
    // The head alone: the text stays where it is.
    assert.deepEqual(movers?.text.handles?.[0]?.moved(40, 0), [
      { act: "set", path: [...path, "x"], value: 3 },
      { act: "set", path: [...path, "ax"], value: -20 },
    ]);
    assert.equal(annotationMovers(path, { ...arrow, xref: "x9" }, box, layout), undefined);
  });

  it("moves shapes, and their sides and ends alone", () => {
    const path = ["layout", "shapes", 0];
    const rectangle = { type: "rect", xref: "x", yref: "y", x0: 1, x1: 3, y0: 10, y1: 100 };
    const mover = shapeMover(path, rectangle, layout);
    assert.deepEqual(mover?.moved(40, 0), [
      { act: "set", path: [...path, "x0"], value: 2 },
      { act: "set", path: [...path, "x1"], value: 4 },
    ]);
    assert.equal(mover?.handles?.length, 8);
    const [corner] = mover?.handles ?? [];
    assert.deepEqual([corner?.x, Math.round(corner?.y ?? 0)], [90, 233]);
    assert.deepEqual(corner?.moved(20, -66.7), [
      { act: "set", path: [...path, "x0"], value: 1.5 },
      { act: "set", path: [...path, "y0"], value: 100 },
    ]);
    const line = shapeMover(path, { ...rectangle, type: "line" }, layout);
    assert.deepEqual(
      line?.handles?.map(({ name }) => name),
      ["first end", "second end"],
    );
    const pixels = { ...rectangle, xsizemode: "pixel", xanchor: 2, x0: 0, x1: 30 };
    assert.deepEqual(shapeMover(path, pixels, layout)?.moved(40, 0), [
      { act: "set", path: [...path, "xanchor"], value: 3 },
    ]);
    const drawn = { type: "path", xref: "x", yref: "y", path: "M1,10L2,100C3,10 4,10 5,10H7V10Z" };
    assert.deepEqual(shapeMover(path, drawn, layout)?.moved(40, 0), [
      { act: "set", path: [...path, "path"], value: "M2,10L3,100C4,10 5,10 6,10H8V10Z" },
    ]);
  });

  it("reads the dates of a path", () => {
    const moved = movePath("M2026-01-01_12:00,3Z", { x: (value) => `<${value}>`, y: (value) => `(${value})` });
    assert.equal(moved, "M<2026-01-01_12:00>,(3)Z");
  });

  it("makes an image larger from the corner that is dragged", () => {
    const path = ["layout", "images", 0];
    const image = {
      x: 0.125,
      y: 0.75,
      sizex: 0.1,
      sizey: 0.1,
      xref: "paper",
      yref: "paper",
      xanchor: "left",
      yanchor: "top",
    };
    const mover = imageMover(path, image, box, layout);
    const corner = (name: string) => mover?.handles?.find((each) => each.name === name);
    assert.deepEqual(corner("corner 4")?.moved(40, 20), [
      { act: "set", path: [...path, "sizex"], value: 0.2 },
      { act: "set", path: [...path, "sizey"], value: 0.2 },
    ]);
    assert.deepEqual(corner("corner 1")?.moved(-40, 0), [
      { act: "set", path: [...path, "x"], value: 0.025 },
      { act: "set", path: [...path, "sizex"], value: 0.2 },
    ]);
  });

  it("stands on a guide that is near, by its sides or its middle", () => {
    const guides = { x: [0, 200], y: [160] };
    assert.deepEqual(snap(box, 57, 40, guides), { right: 60, down: 40, guides: { x: 200 } });
    assert.deepEqual(snap(box, 83, 3, guides), { right: 80, down: 0, guides: { x: 200, y: 160 } });
    // What is not moved along a direction is not moved by a guide.
    assert.deepEqual(snap(box, 0, 0, { x: [101], y: [151] }), { right: 0, down: 0, guides: {} });
  });
});
