import assert from "node:assert/strict";
import * as fc from "fast-check";
import { axisAt, renameAxis } from "../../../../src/figure/language/axisRename.ts";
import { applyEdits } from "../../../../src/figure/model/fix.ts";
import { scanFigure } from "../../../../src/figure/text/scan/scan.ts";
import { readStructure } from "../../../../src/figure/text/structure/structure.ts";

const structureOf = (text: string) => readStructure(text, scanFigure(text));

/** Renames what is named at the first place of `part`; the sentence where it is refused. */
function renamed(text: string, part: string, name: string): string {
  const structure = structureOf(text);
  const axis = axisAt(structure, text.indexOf(part) + 2);
  assert.ok(axis, `${part} names nothing.`);
  const result = renameAxis(structure, axis, name);
  return result.ok ? applyEdits(text, result.edits) : result.sentence;
}

const figure = {
  data: [
    { type: "scatter", xaxis: "x2", yaxis: "y", name: "x2" },
    { type: "splom", xaxes: ["x", "x2"], yaxes: ["y"] },
    { type: "surface", scene: "scene2" },
    { type: "scatterpolar", subplot: "polar2", marker: { coloraxis: "coloraxis2" }, legend: "legend2" },
  ],
  layout: {
    xaxis2: { anchor: "y", matches: "x", scaleanchor: "x3", rangeslider: { yaxis2: {} } },
    xaxis3: { overlaying: "x2" },
    yaxis: { anchor: "x2" },
    annotations: [{ xref: "x2", axref: "x2", yref: "y", text: "x2" }, { xref: "paper" }],
    shapes: [{ xref: "x2 domain", yref: "y2" }],
    images: [{ xref: "x2" }],
    grid: { subplots: [["xy", "x2y2"]], xaxes: ["x2"] },
    scene2: {},
    polar2: {},
    coloraxis2: {},
    legend2: {},
    updatemenus: [{ buttons: [{ args: [{ "xaxis2.range": [0, 1], xaxis2: {} }] }] }],
    template: {
      layout: { xaxis2: { anchor: "x2" }, annotations: [{ xref: "x2" }] },
      data: { scatter: [{ xaxis: "x2" }] },
    },
  },
  frames: [{ data: [{ xaxis: "x2" }], layout: { xaxis2: { range: [0, 1] } } }],
};

describe("Renaming an axis", () => {
  it("changes every place that names it, and no template", () => {
    const text = JSON.stringify(figure);
    const result = JSON.parse(renamed(text, '"xaxis2"', "xaxis5")) as typeof figure;
    const wanted = JSON.parse(
      text
        .replace('"xaxis":"x2"', '"xaxis":"x5"')
        .replace('["x","x2"]', '["x","x5"]')
        .replace('"xaxis2":{"anchor":"y"', '"xaxis5":{"anchor":"y"')
        .replace('"overlaying":"x2"', '"overlaying":"x5"')
        .replace('"anchor":"x2"', '"anchor":"x5"')
        .replace('"xref":"x2","axref":"x2"', '"xref":"x5","axref":"x5"')
        .replace('"x2 domain"', '"x5 domain"')
        .replace('"images":[{"xref":"x2"}]', '"images":[{"xref":"x5"}]')
        .replace('"x2y2"', '"x5y2"')
        .replace('"xaxes":["x2"]', '"xaxes":["x5"]')
        .replace('"xaxis2.range":[0,1],"xaxis2":{}', '"xaxis5.range":[0,1],"xaxis5":{}')
        .replace(
          '"frames":[{"data":[{"xaxis":"x2"}],"layout":{"xaxis2"',
          '"frames":[{"data":[{"xaxis":"x5"}],"layout":{"xaxis5"',
        ),
    ) as typeof figure;
    assert.deepEqual(result, wanted);
  });

  it("takes the long name and the short one, at every place", () => {
    const text = JSON.stringify(figure);
    const wanted = renamed(text, '"xaxis2"', "xaxis5");
    for (const part of ['"x2"', '"xaxis2":{"range"', '"x2 domain"'])
      for (const name of ["x5", "xaxis5", " x5 "])
        assert.equal(renamed(text, part, name), wanted, `${part} to ${name}`);
    assert.equal(renamed(text, '"xaxis2"', "x2"), text);
  });

  it("renames the other numbered parts of a layout too", () => {
    const text = JSON.stringify(figure);
    for (const [from, to] of [
      ["scene2", "scene4"],
      ["polar2", "polar3"],
      ["coloraxis2", "coloraxis9"],
      ["legend2", "legend3"],
    ] as const)
      assert.equal(renamed(text, `"${from}":{}`, to), text.replaceAll(from, to));
    assert.equal(
      renamed(text, '"yaxis2"', "y4"),
      text.replace("yaxis2", "yaxis4").replace('"y2"', '"y4"').replace("x2y2", "x2y4"),
    );
  });

  it("is refused with a sentence where the name is taken, no name, or of the first axis", () => {
    const text = JSON.stringify(figure);
    assert.match(renamed(text, '"xaxis2"', "x3"), /^“xaxis3” is in use already\. Choose a number that is free\.$/);
    assert.match(
      renamed('{"layout": {"xaxis2": {}, "xaxis3": {}}}', '"xaxis2"', "x3"),
      /^“xaxis3” is in the layout already\./,
    );
    for (const name of ["y3", "xaxis1", "x02", "", "x3 domain", "scene2", "nonsense"])
      assert.match(
        renamed(text, '"xaxis2"', name),
        /^Here a name is xaxis with a number from 2 on: .+x2 and x3\.$/,
        name,
      );
    assert.match(renamed(text, '"scene2"', "x2"), /^Here a name is scene with a number from 2 on: scene2, scene3\.$/);
    assert.match(renamed(text, '"xaxis2"', "xaxis"), /^“xaxis” is the one for everything that names none\./);
    assert.match(renamed(text, '"yaxis":{', "y7"), /^“yaxis” is the one for everything .+ keeps its name\.$/);
  });

  it("is offered at names alone", () => {
    const text = JSON.stringify(figure);
    const structure = structureOf(text);
    for (const part of ['"scatter"', '"name":"x2"', '"paper"', '"text":"x2"', '"template"', '"matches"'])
      assert.equal(axisAt(structure, text.indexOf(part) + 2), undefined, part);
    const inTemplate = text.indexOf("template") + text.slice(text.indexOf("template")).indexOf('"x2"') + 2;
    assert.equal(axisAt(structure, inTemplate), undefined);
  });

  it("back again gives the file back", () => {
    const id = fc.constantFrom("x", "x2", "x3", "y", "y2", "x2 domain", "paper");
    const axis = fc.record({ anchor: id, overlaying: id, matches: id, title: id }, { requiredKeys: [] });
    const any = fc.record(
      {
        data: fc.array(fc.record({ xaxis: id, yaxis: id, name: id, xaxes: fc.array(id) }, { requiredKeys: [] })),
        layout: fc.record(
          {
            xaxis: axis,
            xaxis2: axis,
            xaxis3: axis,
            yaxis2: axis,
            shapes: fc.array(fc.record({ xref: id, yref: id })),
          },
          { requiredKeys: ["xaxis2"] },
        ),
      },
      { requiredKeys: ["layout"] },
    );
    fc.assert(
      fc.property(any, fc.constantFrom(undefined, 1, "\t"), (value, space) => {
        const text = JSON.stringify(value, undefined, space);
        const there = renamed(text, '"xaxis2"', "xaxis17");
        assert.ok(!there.includes('"xaxis2"'));
        assert.equal(renamed(there, '"xaxis17"', "x2"), text);
      }),
    );
  });
});
