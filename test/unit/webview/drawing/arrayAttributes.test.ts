import assert from "node:assert/strict";
import { loadEngine } from "../../../../build/schema/engine.ts";
import { type PlotSchema, quickenArrayAttributes } from "../../../../webview/drawing/reduction/arrayAttributes.ts";
import { everyTraceType } from "../../figure/engine/everyTraceType.ts";

describe("The lists of a trace", () => {
  it("are found in a table as by going through the schema, for every type of trace", function () {
    this.timeout(20_000);
    const schema = loadEngine().PlotSchema as unknown as PlotSchema & {
      get(): { readonly traces: { readonly [type: string]: { readonly attributes: object } } };
    };
    const { traces } = schema.get();
    const more = {
      text: ["a", "b"],
      ids: new Float32Array(2),
      marker: { size: [1, 2], color: [], colorbar: { tickvals: [1], ticktext: ["a"] } },
      hoverlabel: { font: { color: ["red"] } },
      dimensions: [{ values: [1] }, { label: "b" }, { values: new Int8Array(3), tickvals: [0] }],
      error_y: { array: [1], arrayminus: null },
      line: 5,
    };
    const all = Object.entries(everyTraceType).map(([type, trace]) => ({
      ...trace,
      ...more,
      _module: { attributes: traces[type]!.attributes },
    }));
    // The engine's lists are of its own realm.
    const find = () => all.map((trace) => Array.from(schema.findArrayAttributes(trace)));
    const thorough = find();
    quickenArrayAttributes(schema);
    assert.deepEqual(find(), thorough);
    assert.deepEqual(find(), thorough);
    assert.ok(thorough.flat().includes("marker.size"));
  });
});
