import assert from "node:assert/strict";
import { checkFigure } from "../../../../src/figure/checks/check.ts";
import { applyEdits } from "../../../../src/figure/model/fix.ts";
import type { Figure } from "../../../../src/figure/model/figure.ts";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";
import { fixesOf } from "../../../../src/figure/fixes/fixesOf.ts";
import { fixFileInSteps } from "../../../../src/figure/fixes/fixFile.ts";
import { keptDefaults, withKeptDefaults } from "../../../../src/figure/fixes/keptDefaults.ts";
import type { MigrateTextOptions } from "../../../../src/figure/fixes/migrateText.ts";
import { migrateFigure } from "../../../../src/figure/migrate/migrate.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";

const data = '[{"type": "choropleth", "locations": ["CAN"], "z": [1]}]';
const parse = (text: string): Figure => JSON.parse(text) as Figure;
const drawn = (text: string, options: MigrateTextOptions = {}) => migrateFigure(parse(text), options).figure;

/** The text after the preferred fix of the problem at the first place that reads so. */
function mended(text: string, at: string, options: MigrateTextOptions = {}): string {
  const file = readFigureText(text);
  const problem = checkFigure(file, { bound: false }).problems.find(({ span }) => text.startsWith(at, span.start));
  assert.ok(problem);
  const fix = fixesOf(file, problem).find(({ preferred }) => preferred);
  assert.ok(fix);
  return applyEdits(text, finished(withKeptDefaults(text, fix.edits, options)));
}

describe("The defaults that a figure is drawn with", () => {
  const old = [
    `{"data": ${data}, "layout": {"title": "Old"}}`,
    `{\n  "data": ${data},\n  "layout": {\n    "xaxis": {"titlefont": {"size": 3}}\n  }\n}`,
    '{"data": [{"type": "scattermap", "lat": [1], "lon": [1]}], "layout": {"map": {"style": "white-bg"}, "title": "Old"}}',
    '{"data": [{"y": [1]}, {"y": [2], "yaxis": "y2"}], "layout": {"yaxis2": {"overlaying": "y", "title": "b"}}}',
    '{"data": [{"type": "splom", "dimensions": [{"label": "a", "values": [1]}]}], "layout": {"title": "Old"}}',
  ];
  for (const [index, text] of old.entries()) {
    it(`stay when all is fixed, the last sign of its age included: ${index + 1}`, () => {
      const fixed = finished(fixFileInSteps(text, {}));
      assert.notEqual(fixed.text, text);
      assert.deepEqual(parse(fixed.text), drawn(text));
      assert.equal(applyEdits(text, fixed.edits), fixed.text);
      // Nothing is left to decide.
      assert.equal(migrateFigure(parse(fixed.text)).defaults, undefined);
    });
  }

  it("stay when the text was no JSON before", () => {
    const fixed = finished(fixFileInSteps(`{'data': ${data.replaceAll('"', "'")}, 'layout': {'title': 'Old',}}`, {}));
    assert.deepEqual(parse(fixed.text), drawn(`{"data": ${data}, "layout": {"title": "Old"}}`));
  });

  it("are written with the fix that takes the last sign, and with none before", () => {
    const text = `{"data": ${data}, "layout": {"title": "Old", "xaxis": {"title": "x"}}}`;
    const once = mended(text, '"title": "Old"');
    assert.deepEqual(parse(once).layout, { title: { text: "Old" }, xaxis: { title: "x" } });
    const twice = mended(once, '"title": "x"');
    assert.deepEqual(parse(twice), drawn(text));
    assert.deepEqual(parse(twice).layout?.["geo"], { fitbounds: false });
  });

  it("are written as well where the sign is one that Chart Studio left", () => {
    const before = `{"data": ${data}, "config": {"linkText": "Edit"}}`;
    const after = `{"data": ${data}, "config": {}}`;
    assert.deepEqual(parse(applyEdits(after, finished(keptDefaults(before, after)))), {
      data: parse(after).data,
      config: {},
      layout: { geo: { fitbounds: false } },
    });
  });

  it("are not written where the drawing does not change, or a person has chosen", () => {
    const text = `{"data": ${data}, "layout": {"title": "Old"}}`;
    const alone = `{"data": ${data}, "layout": {"title": {"text": "Old"}}}`;
    for (const options of [{ writtenFor: "newest" }, { writtenFor: "before-4" }, { otherwise: "before-4" }] as const) {
      assert.equal(mended(text, '"title"', options), alone);
      assert.equal(finished(fixFileInSteps(text, {}, options)).text, alone);
    }
    const bars = '{"data": [{"type": "bar", "y": [1]}], "layout": {"title": "Old"}}';
    assert.deepEqual(parse(finished(fixFileInSteps(bars, {})).text).layout, { title: { text: "Old" } });
    const today = `{"data": ${data}, "layout": {"heigth": 300}}`;
    assert.deepEqual(parse(finished(fixFileInSteps(today, {})).text).layout, { height: 300 });
  });
});
