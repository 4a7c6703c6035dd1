import assert from "node:assert/strict";
import { readAtOnce } from "../../../build/engine/eager.ts";
import { withoutReference } from "../../../build/engine/strip.ts";
import { engineParts, partFor, tracesOf, withNeeds } from "../../../src/figure/schema/engineParts.ts";
import { traceTypes } from "../../../src/figure/schema/traceTypes.ts";

describe("the engine's parts", () => {
  it("draw every type of trace, each in one part", () => {
    const all = engineParts.flatMap(tracesOf);
    assert.equal(all.length, new Set(all).size);
    // Plotly reads these two as "histogram".
    assert.deepEqual(all.toSorted(), [...traceTypes, "histogramx", "histogramy"].toSorted());
  });

  it("start after what they need, the core first", () => {
    assert.deepEqual(withNeeds([]), ["core"]);
    assert.deepEqual(withNeeds([partFor("choroplethmap")]), ["core", "shared", "places", "map"]);
    for (const part of engineParts) assert.equal(withNeeds([part]).at(-1), part);
  });
});

describe("a module of the engine", () => {
  it("is bundled without the texts of Plotly's reference", () => {
    const source = `var a = {
      valType: 'number', // a comment
      description: ['Sets {it}, ', "or", f(1)].join(' '),
      dflt: 2, hrName: 'x'
    };
    fonts({ description: 'Of {this}' }); var description = { 'description': description, [description]: 1 };`;
    assert.equal(
      withoutReference("attributes.js", source).replaceAll(/\s+/g, " "),
      `var a = { valType: 'number', // a comment dflt: 2, }; fonts({ }); var description = { 'description': description, [description]: 1 };`,
    );
    const other = "module.exports = 1;\n";
    assert.equal(withoutReference("other.js", other), other);
  });

  it("has its function in brackets, so that a browser reads it once", () => {
    assert.equal(
      readAtOnce("(()=>{var a=m((e,x)=>{x.exports=1}),b=m(e=>{f(()=>a())});var c=n(1),d=()=>2;a()})();"),
      "(()=>{var a=m(((e,x)=>{x.exports=1})),b=m((e=>{f(()=>a())}));var c=n(1),d=()=>2;a()})();",
    );
  });
});
