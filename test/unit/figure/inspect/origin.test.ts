import { deepEqual, equal, match } from "node:assert/strict";
import { changeEdits } from "../../../../src/figure/inspect/changes.ts";
import type { Inspected } from "../../../../src/figure/inspect/inspected.ts";
import { originOf } from "../../../../src/figure/inspect/origin.ts";
import { partAt, partsOf } from "../../../../src/figure/inspect/part.ts";
import { manualAt } from "../../../../src/figure/inspect/place.ts";
import { valueRefusal } from "../../../../src/figure/inspect/valueRefusal.ts";
import { engineManual } from "./engineManual.ts";

const template = { layout: { xaxis: { gridcolor: "white" } }, data: { bar: [{ opacity: 0.5 }, { opacity: 0.6 }] } };
const figure: Inspected = {
  written: {
    data: [{ type: "bar", name: "bean", marker: { color: "red" } }, { type: "scatter" }, { type: "bar" }],
    layout: {
      template,
      title: "An old title",
      titlefont: { size: 20 },
      annotations: [{ text: "<b>here</b>" }],
      xaxis: { autorange: true },
    },
    frames: [{ name: "first" }],
  },
  full: {
    data: [
      { type: "bar", name: "bean", opacity: 0.5, marker: { color: "red" }, orientation: "v" },
      { type: "scatter", name: "trace 1", line: { color: "#ff7f0e" } },
      { type: "bar", name: "trace 2", opacity: 0.6 },
    ],
    layout: { xaxis: { gridcolor: "white", title: { text: "time" } }, yaxis2: {}, legend: {}, width: 640 },
  },
};

describe("what the inspector says of a value", () => {
  it("is where it comes from", () => {
    const from = (path: readonly (string | number)[], dflt?: unknown) =>
      originOf(figure, path, { valType: "any", ...(dflt !== undefined && { dflt }) });
    deepEqual(from(["data", 0, "marker", "color"]), { from: "written", value: "red" });
    deepEqual(from(["data", 0, "opacity"], 1), {
      from: "template",
      value: 0.5,
      path: ["layout", "template", "data", "bar", 0, "opacity"],
    });
    // Templates of a type are taken in turn.
    deepEqual(from(["data", 2, "opacity"], 1), {
      from: "template",
      value: 0.6,
      path: ["layout", "template", "data", "bar", 1, "opacity"],
    });
    deepEqual(from(["data", 0, "orientation"], "v"), { from: "default", value: "v" });
    deepEqual(from(["data", 1, "line", "color"]), { from: "computed", value: "#ff7f0e" });
    deepEqual(from(["data", 0, "hole"], 0), { from: "unused", value: 0 });
    deepEqual(from(["layout", "xaxis", "gridcolor"], "#eee"), {
      from: "template",
      value: "white",
      path: ["layout", "template", "layout", "xaxis", "gridcolor"],
    });
    deepEqual(from(["layout", "title", "text"]), { from: "written", value: "An old title" });
  });

  it("is which parts there are", () => {
    const labels = partsOf(figure, engineManual().layout).map(({ label }) => label);
    deepEqual(labels, [
      "Figure",
      "trace 0 “bean”",
      "trace 1",
      "trace 2",
      "x axis “time”",
      "y axis 2",
      "legend",
      "annotation 0 “here”",
      "frame 0 “first”",
      "Template",
      "Behaviour",
    ]);
    deepEqual(partAt(figure, ["data", 0, "marker", "line"]).path, ["data", 0]);
    deepEqual(partAt(figure, ["layout", "xaxis", "title"]).path, ["layout", "xaxis"]);
    deepEqual(partAt(figure, ["layout", "margin"]).path, ["layout"]);
  }).timeout(60_000);

  it("follows what Plotly's reference has in templates, frames and subplots", () => {
    const manual = engineManual();
    for (const path of [
      ["data", 0, "marker", "line"],
      ["layout", "yaxis2"],
      ["layout", "template", "layout"],
      ["layout", "template", "data", "bar", 0],
      ["frames", 0],
      ["frames", 0, "data", 0],
      ["config"],
    ])
      equal(manualAt(manual, figure, path)?.kind, "container", path.join("."));
    equal(manualAt(manual, figure, ["layout", "nowhere"]), undefined);
  }).timeout(60_000);
});

describe("a change in the inspector", () => {
  it("takes out what would keep Plotly from heeding it, and nothing where nothing is written", () => {
    deepEqual(changeEdits(figure, ["layout", "xaxis", "range"], [0, 1]), [
      { act: "set", path: ["layout", "xaxis", "range"], value: [0, 1] },
      { act: "remove", path: ["layout", "xaxis", "autorange"] },
    ]);
    deepEqual(changeEdits(figure, ["layout", "title", "text"], undefined), [
      { act: "remove", path: ["layout", "title", "text"] },
    ]);
    deepEqual(changeEdits(figure, ["data", 0, "opacity"], undefined), []);
    deepEqual(changeEdits(figure, ["data", 0, "name"], undefined), [{ act: "remove", path: ["data", 0, "name"] }]);
  });

  it("is refused with a sentence where Plotly would not take the value", () => {
    equal(valueRefusal(0.5, { valType: "number", min: 0, max: 1 }), undefined);
    match(valueRefusal(2, { valType: "number", min: 0, max: 1 }) ?? "", /must be a number from 0 to 1/);
    match(valueRefusal("blu", { valType: "color" }) ?? "", /must be a colour/);
    match(
      valueRefusal([1, "a"], { valType: "info_array", items: [{ valType: "number" }, { valType: "number" }] }) ?? "",
      /^Element 2 must/,
    );
    equal(
      valueRefusal(
        [
          [0, "red"],
          [1, "blue"],
        ],
        { valType: "colorscale" },
      ),
      undefined,
    );
  });
});
