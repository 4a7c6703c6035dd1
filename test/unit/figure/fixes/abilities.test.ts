import assert from "node:assert/strict";
import { abilitiesOf, noAbilities } from "../../../../src/figure/fixes/abilities.ts";
import { scanFigure } from "../../../../src/figure/text/scan/scan.ts";

describe("what can be done with a text", () => {
  const can = (text: string, isKnown = false) =>
    Object.entries(abilitiesOf(scanFigure(text), isKnown))
      .filter(([, isSo]) => isSo)
      .map(([name]) => name);

  it("is told by what stands in it", () => {
    assert.deepEqual(can('{"data":[{"type":"bar","y":[1]}]}'), ["isReadable", "hasArrays"]);
    assert.deepEqual(can('{"data":[{"type":"bar","ysrc":"me:1:aa"}]}'), ["isReadable", "hasReferences"]);
    assert.deepEqual(can('{"data":[],"layout":{}}'), ["isReadable"]);
    assert.deepEqual(can("{'data': [{'type': 'bar', 'y': [1]}]}", true), ["isPython"]);
  });

  it("is nothing of what is no figure, or cannot be read yet", () => {
    for (const text of ["", "[1]", '{"data":[1,2],"name":"x"}', '{"data":[{"type":"bar","y":[1'])
      assert.deepEqual(abilitiesOf(scanFigure(text), false), noAbilities, text);
    assert.deepEqual(can("{}"), []);
    assert.deepEqual(can("{}", true), ["isReadable"]);
  });
});
