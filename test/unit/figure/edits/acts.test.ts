import { deepEqual, equal, ok } from "node:assert/strict";
import { actEdits } from "../../../../src/figure/edits/acts/actEdits.ts";
import type { FigureAct } from "../../../../src/figure/edits/acts/figureAct.ts";
import { traceKinds } from "../../../../src/figure/edits/acts/traceKinds.ts";
import { duplicateEdits, traceOrderEdits } from "../../../../src/figure/edits/acts/traceOrder.ts";
import type { FigureEdit } from "../../../../src/figure/edits/edit.ts";
import { editText } from "../../../../src/figure/edits/editText.ts";
import type { Figure } from "../../../../src/figure/model/figure.ts";
import { traceAttributes } from "../../../../src/figure/schema/attributes.ts";
import { applyEdits } from "../../../../src/figure/model/fix.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";

/** What the edits make of the figure's text. */
function made(figure: Figure, edits: readonly FigureEdit[]): unknown {
  const file = readFigureText(JSON.stringify(figure, undefined, 2));
  const edited = finished(editText(file, [], edits));
  ok(edited.ok, edited.ok ? "" : edited.sentence);
  return JSON.parse(applyEdits(file.text, edited.edits));
}

const after = (figure: Figure, act: FigureAct): unknown => made(figure, actEdits(figure, act));

describe("changes of a figure that take its data to know", () => {
  const bars: Figure = {
    data: [
      { type: "bar", name: "bean", x: ["a", "b"], y: [1, 2], marker: { color: "red", line: { width: 1 } }, width: 0.5 },
    ],
    layout: { xaxis: { title: { text: "kind" } }, yaxis: { title: { text: "tons" }, range: [0, 3] } },
  };

  it("draw a trace as another type, which takes along what it knows", () => {
    const kinds = traceKinds(bars.data[0], "bar", traceAttributes);
    deepEqual(kinds.find(({ type }) => type === "scatter")?.lost, [["width"]]);
    deepEqual(after(bars, { act: "kind", trace: 0, type: "pie" }), {
      data: [{ type: "pie", name: "bean", marker: { line: { width: 1 } }, labels: ["a", "b"], values: [1, 2] }],
      layout: bars.layout,
    });
    // What one type takes from another and gives back is as it was.
    const there = after(bars, { act: "kind", trace: 0, type: "scatter" }) as Figure;
    const { width: _, ...kept } = bars.data[0] ?? {};
    deepEqual((after(there, { act: "kind", trace: 0, type: "bar" }) as Figure).data, [kept]);
  });

  it("offer no type that the data cannot feed", () => {
    const kinds = traceKinds({ type: "heatmap", z: [[1]] }, "heatmap", traceAttributes);
    ok(kinds.every(({ type }) => ["contour", "surface"].includes(type)));
    deepEqual(traceKinds({ type: "table" }, "table", traceAttributes), []);
  });

  it("swap x and y, with the axes where no other trace needs them", () => {
    const swapped = after(bars, { act: "swapAxes", trace: 0 }) as Figure;
    deepEqual(swapped.data[0]?.["x"], [1, 2]);
    deepEqual(swapped.data[0]?.["y"], ["a", "b"]);
    equal(swapped.data[0]?.["orientation"], "h");
    deepEqual(swapped.layout, {
      xaxis: { title: { text: "tons" }, range: [0, 3] },
      yaxis: { title: { text: "kind" } },
    });
    const two: Figure = { ...bars, data: [...bars.data, { y: [1] }] };
    deepEqual((after(two, { act: "swapAxes", trace: 0 }) as Figure).layout, bars.layout);
  });

  it("give a trace a second axis", () => {
    const two = after(bars, { act: "secondAxis", trace: 0 }) as Figure;
    equal(two.data[0]?.["yaxis"], "y2");
    deepEqual(two.layout?.["yaxis2"], { title: { text: "bean" }, overlaying: "y", side: "right", showgrid: false });
  });

  it("give a trace a subplot below all others", () => {
    const figure: Figure = { data: [{ y: [1] }, { y: [2] }, { y: [3], xaxis: "x3", yaxis: "y2" }], layout: {} };
    const placed = after(figure, { act: "ownSubplot", trace: 1 }) as Figure;
    deepEqual(placed.data[1], { y: [2], xaxis: "x2", yaxis: "y3" });
    deepEqual(placed.layout?.["xaxis2"], { anchor: "y3" });
    deepEqual(placed.layout?.["yaxis3"], { anchor: "x2", domain: [0, 0.45] });
    deepEqual(placed.layout?.["yaxis"], { domain: [0.55, 1] });
  });

  it("use another array, in place of a reference too", () => {
    const figure: Figure = { data: [{ x: [1, 2], ysrc: "anna:1:ab" }], layout: {} };
    deepEqual(after(figure, { act: "useColumn", path: ["data", 0, "y"], from: ["data", 0, "x"] }), {
      data: [{ x: [1, 2], y: [1, 2] }],
      layout: {},
    });
  });

  it("are none where there is no such trace", () => {
    for (const act of ["swapAxes", "secondAxis", "ownSubplot"] as const)
      deepEqual(actEdits(bars, { act, trace: 7 }), []);
  });
});

describe("traces in another order", () => {
  const figure: Figure = {
    data: [{ name: "a", uid: "u" }, { name: "b" }, { name: "c" }],
    layout: {},
    frames: [{ traces: [0, 2], data: [{ x: [1] }, { x: [2] }] }],
  };
  const { frames } = figure;

  it("keep the frames that name them", () => {
    const moved = made(figure, traceOrderEdits(0, 2, frames)) as Figure;
    deepEqual(
      moved.data.map(({ name }) => name),
      ["b", "c", "a"],
    );
    deepEqual(moved.frames?.[0]?.["traces"], [2, 1]);
    const removed = made(figure, traceOrderEdits(0, undefined, frames)) as Figure;
    deepEqual(removed.frames, [{ traces: [1], data: [{ x: [2] }] }]);
  });

  it("are copied with a name of their own", () => {
    const copied = made(figure, duplicateEdits(["data", 0], figure.data[0])) as Figure;
    deepEqual(copied.data.slice(0, 2), [{ name: "a", uid: "u" }, { name: "a (copy)" }]);
  });
});
