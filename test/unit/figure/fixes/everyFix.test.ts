import assert from "node:assert/strict";
import * as fc from "fast-check";
import { checkFigure } from "../../../../src/figure/checks/check.ts";
import { fixAll } from "../../../../src/figure/fixes/fixAll.ts";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";
import { fixesOf, withSafeFixes } from "../../../../src/figure/fixes/fixesOf.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";
import { applyEdits } from "../../../../src/figure/model/fix.ts";

function problemsOf(text: string) {
  const file = readFigureText(text);
  return { file, problems: checkFigure(file, { bound: false }).problems };
}

const fixed = (text: string) =>
  fixAll(text, (current) => {
    const { file, problems } = problemsOf(current);
    return finished(withSafeFixes(file, problems));
  });

/** Members as people write them, many of them wrong, some under one key. */
const traceMembers = fc.constantFrom(
  '"type": "bar"',
  '"type": "scater"',
  '"type": "heatmapgl"',
  '"type": "scattermapbox"',
  '"x": [1, 2, 3]',
  '"y": [1, 2]',
  '"y": {"dtype": "u1", "bdata": "AQID"}',
  '"ysrc": "a:1:abcdef"',
  '"xsrc": "nowhere"',
  '"title": "T"',
  '"titlefont": {"size": 3}',
  '"bardir": "h"',
  '"opacity": 7',
  '"opacty": 0.5',
  '"marker": {"colour": "red", "size": [1, 2], "colorbar": {"title": "c", "titleside": "right"}}',
  '"error_y": {"opacity": 0.5, "array": [1]}',
  '"transforms": [{"type": "filter", "target": "y", "operation": ">", "value": 1}]',
  '"visible": "True"',
  '"mode": "lines+dots"',
  '"stream": {"token": "x"}',
);
const layoutMembers = fc.constantFrom(
  '"title": "T"',
  '"title": {"text": "U"}',
  '"titlefont": {"size": 4}',
  '"titlefont": {"color": "red"}',
  '"xaxis": {"title": "X", "titlefont": {"size": 2}, "autotick": false}',
  '"yaxis": {"title": "", "titlefont": {}}',
  '"width": "400"',
  '"heigth": 300',
  '"hovermode": "closests"',
  '"mapbox": {"style": "stamen-toner", "zoom": 2}',
  '"annotations": [{"ref": "paper", "text": "a"}]',
  '"scene": {"cameraposition": [[0.1, 0.2, 0.3, 0.4], [0, 0, 0], 2]}',
);
const layouts = fc.constantFrom(
  (members: readonly string[]) => `{${members.join(",")}}`,
  (members: readonly string[]) => `{ ${members.join(", ")} }`,
  (members: readonly string[]) => `{\n  ${members.join(",\n  ")}\n}`,
);
const figureTexts = fc
  .tuple(
    fc.array(fc.array(traceMembers, { maxLength: 6 }), { maxLength: 3 }),
    fc.array(layoutMembers, { maxLength: 5 }),
    layouts,
  )
  .map(([traces, layout, write]) =>
    write([`"data": [${traces.map((members) => write(members)).join(", ")}]`, `"layout": ${write(layout)}`]),
  );

describe("Every fix", () => {
  it("leaves JSON and changes something", () => {
    fc.assert(
      fc.property(figureTexts, (text) => {
        const { file, problems } = problemsOf(text);
        for (const problem of problems) {
          for (const fix of fixesOf(file, problem)) {
            for (const [index, { span }] of fix.edits.entries())
              assert.ok(index === 0 || fix.edits[index - 1]!.span.end <= span.start, fix.title);
            const result = applyEdits(text, fix.edits);
            assert.notEqual(result, text, fix.title);
            assert.doesNotThrow(() => JSON.parse(result) as unknown, `${fix.title}: ${result}`);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("that is safe can be applied with all others: JSON comes out, and nothing safe is left to do", () => {
    fc.assert(
      fc.property(figureTexts, (text) => {
        const { text: result, edits } = fixed(text);
        assert.equal(applyEdits(text, edits), result);
        assert.doesNotThrow(() => JSON.parse(result) as unknown, result);
        assert.equal(fixed(result).text, result);
      }),
      { numRuns: 60 },
    );
  });

  it("of a text that is no JSON yet leads to JSON", () => {
    assert.equal(fixed('{"data": [{"y": [1, NaN, -Infinity],}],}').text, '{"data": [{"y": [1, null, null]}]}');
    const many = `{"data": [{"y": [${"NaN, ".repeat(5000)}1]}]}`;
    assert.equal(fixed(many).text, many.replaceAll("NaN", "null"));
    // Half a mending is none: the bracket that is missing is for the person to set.
    assert.equal(fixed('{"data": [{"y": [NaN, NaN]}]').text, '{"data": [{"y": [NaN, NaN]}]');
    assert.match(fixed('{"data": [{"y": [NaN, NaN]}]').refused.join(), /the result would not be JSON/);
    assert.equal(fixed("{'data': [{'type': 'scater',}]}").text, '{"data": [{"type": "scatter"}]}');
  });
});
