import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  anyTraceTakesData,
  isInsideObjectArray,
  layoutRoot,
  layoutTakesData,
  root,
  step,
  takesData,
  unionRoot,
} from "../../../../src/figure/schema/dataAttributes.ts";
import {
  buildDataTable,
  dataPaths,
  type EngineSchema,
  olderTracePaths,
} from "../../../../build/schema/buildDataTable.ts";
import { loadEngine } from "../../../../build/schema/engine.ts";
import { formatDataTable, generateDataTable } from "../../../../build/schema/generate.ts";
import older from "../../../../build/schema/olderDataAttributes.json" with { type: "json" };
import {
  isTraceType,
  nearestTraceType,
  removedTraceType,
  traceTypes,
} from "../../../../src/figure/schema/traceTypes.ts";

describe("the table of attributes that take data", function () {
  // Loading the engine takes seconds on a busy machine.
  this.timeout(60_000);
  let schema: EngineSchema;
  before(() => {
    schema = loadEngine().PlotSchema.get();
  });

  it("is what the pinned engine gives", () => {
    const committed = new URL("../../../../src/figure/schema/dataAttributes.generated.json", import.meta.url);
    assert.equal(readFileSync(committed, "utf8"), formatDataTable(generateDataTable()), "run npm run generate");
  });

  it("names every trace type of the engine, and no other, as drawn", () => {
    assert.deepEqual(traceTypes, Object.keys(schema.traces).toSorted());
    assert.ok(isTraceType("scatter"));
    assert.ok(!isTraceType("area"));
    assert.ok(!isTraceType("toString"));
  });

  it("agrees with the src keys of older Plotly wherever both know an attribute", () => {
    const layout = dataPaths(schema.layout.layoutAttributes);
    for (const [type, { attributes }] of Object.entries(schema.traces)) {
      const now = dataPaths(attributes);
      const before = olderTracePaths(older, type);
      if (before.size === 0) {
        assert.equal(type, "quiver", `${type} is new to the engine`);
        continue;
      }
      for (const [path, kind] of now) assert.equal(before.get(path), kind, `${type}: ${path} had a src key`);
      for (const [path, kind] of before) {
        const member = path.split(".").reduce<unknown>(memberAt, attributes);
        if (member !== undefined) assert.equal(now.get(path), kind, `${type}: ${path} had a src key`);
      }
    }
    const had = new Set(Object.values(older.layout).flatMap((paths) => paths.split(" ")));
    for (const path of layout.keys()) assert.ok(had.has(path), `layout: ${path} had a src key`);
  });

  it("refuses sources that contradict each other", () => {
    const engine: EngineSchema = {
      traces: { bar: { attributes: { x: { valType: "data_array" } } } },
      layout: { layoutAttributes: {} },
    };
    const facts = { removed: {}, transforms: {}, layout: { data_array: "", arrayOk: "" } };
    assert.throws(
      () => buildDataTable(engine, "1", { ...facts, traces: { data_array: {}, arrayOk: { x: "bar" } } }),
      /bar: x is data_array in the engine and was arrayOk before/,
    );
    assert.throws(
      () => buildDataTable(engine, "1", { ...facts, traces: { data_array: { x: "gone" }, arrayOk: {} } }),
      /nothing says what replaced it/,
    );
  });

  it("knows data, and values that may be a list", () => {
    assert.equal(takesData("scatter", ["x"]), "data");
    assert.equal(takesData("scatter", ["marker", "color"]), "arrayOk");
    assert.equal(takesData("table", ["cells", "values"]), "data");
    assert.equal(takesData("scatter", ["marker"]), undefined);
    assert.equal(takesData("scatter", ["z"]), undefined);
    assert.equal(takesData("scatter", ["marker", "colorscale"]), undefined);
    assert.equal(takesData("scatter", []), undefined);
  });

  it("takes a trace without a type for a scatter, and one of an unknown type for any", () => {
    assert.equal(root(undefined), root("scatter"));
    assert.equal(takesData(undefined, ["z"]), undefined);
    assert.equal(takesData("scater", ["z"]), "data");
    for (const name of ["*", "layout", "constructor", "__proto__"]) assert.equal(root(name), unionRoot, name);
  });

  it("knows what left Plotly and still stands in files", () => {
    assert.equal(takesData("area", ["r"]), "data");
    assert.equal(takesData("scattermapbox", ["lat"]), "data");
    assert.equal(takesData("heatmapgl", ["z"]), "data");
    assert.equal(takesData("scatter", ["transforms", 0, "target"]), "arrayOk");
    assert.equal(anyTraceTakesData(["cells", "values"]), "data");
    assert.deepEqual(removedTraceType("pointcloud"), { version: "3.0", instead: "scattergl" });
    assert.equal(removedTraceType("scatter"), undefined);
    assert.equal(removedTraceType("toString"), undefined);
  });

  it("knows members of object arrays as such", () => {
    assert.equal(takesData("splom", ["dimensions", 3, "values"]), "data");
    assert.equal(takesData("splom", ["dimensions", "values"]), undefined);
    assert.ok(isInsideObjectArray(["dimensions", 3, "values"]));
    assert.ok(!isInsideObjectArray(["marker", "color"]));
  });

  it("knows numbered subplots of a layout, as Plotly numbers them", () => {
    assert.equal(layoutTakesData(["xaxis", "tickvals"]), "data");
    assert.equal(layoutTakesData(["xaxis12", "minor", "tickvals"]), "data");
    assert.equal(layoutTakesData(["scene2", "zaxis", "ticktext"]), "data");
    assert.equal(layoutTakesData(["hiddenlabels"]), "data");
    for (const key of ["xaxis1", "xaxis0", "xaxis02", "modebar2"])
      assert.equal(layoutTakesData([key, "tickvals"]), undefined, key);
    assert.equal(layoutTakesData(["xaxis", "minor2", "tickvals"]), undefined);
  });

  it("can be walked a step at a time", () => {
    const marker = step(root("scatter"), "marker");
    assert.equal(marker?.kind, undefined);
    assert.equal(marker && step(marker, "size")?.kind, "arrayOk");
    assert.equal(step(layoutRoot, "title"), undefined);
    assert.equal(step(root("scatter"), "constructor"), undefined);
  });
});

describe("trace types that were probably meant", () => {
  for (const [written, meant] of [
    ["scater", "scatter"],
    ["Scatter3D", "scatter3d"],
    ["heat map", "heatmap"],
    ["sactter", "scatter"],
    ["scatter-gl", "scattergl"],
    ["pi", "pie"],
    ["line", undefined],
    ["", undefined],
    ["x".repeat(10_000), undefined],
  ] as const)
    it(`"${written.slice(0, 20)}" is ${meant ?? "none"}`, () => assert.equal(nearestTraceType(written), meant));
});

function memberAt(node: unknown, key: string): unknown {
  const name = key.replace("[]", "");
  const below: unknown = isObject(node) ? node[name] : undefined;
  if (name === key || !isObject(below) || !isObject(below["items"])) return below;
  return Object.values(below["items"])[0];
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}
