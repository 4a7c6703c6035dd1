import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fixFileInSteps } from "../../../../src/figure/fixes/fixFile.ts";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";
import { checkFigure } from "../../../../src/figure/checks/check.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";

const read = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/cases/${name}`, import.meta.url), "utf8");

const mended = (name: string): unknown => JSON.parse(finished(fixFileInSteps(read(name), {})).text);

describe("Fixing all of the small figures of many writers", () => {
  it("makes JSON of what Python prints", () => {
    assert.deepEqual(mended("16c-tuple.plotly"), {
      data: [{ type: "bar", x: ["a", "b"], y: [3, 5], marker: { color: ["red", "blue"] } }],
      layout: { xaxis: { range: [0, 1] } },
    });
    assert.deepEqual(mended("16-numpy2-dict.plotly"), {
      data: [
        {
          type: "bar",
          name: `it's "north"`,
          x: ["2020-01-01T00:00:00", "2020-01-02 00:00:00", "2020-01-03"],
          y: [1.5, 2, null],
          customdata: [
            [1, "a"],
            [2, "b"],
            [3, "c"],
          ],
          base: [0, 0, 0],
          width: [0.5, 0.5, 0.5],
          marker: { color: ["red", "blue", "green"], opacity: 0.5 },
          offset: null,
          ids: ["ab", "c", "d"],
        },
      ],
      layout: { xaxis: { range: [null, true] }, showlegend: false, title: { text: "café\n" } },
    });
    const printed = mended("03b-print-fig.plotly") as { data: { y: unknown }[] };
    assert.deepEqual(printed.data[0]?.y, [1.5, null, 3]);
  });

  it("leaves what Python left values out of, and says so", () => {
    const text = read("16b-truncated.plotly");
    assert.equal(finished(fixFileInSteps(text, {})).text, text);
    const [problem] = checkFigure(readFigureText(text), { bound: false }).problems;
    assert.match(problem?.message ?? "", /It cannot be converted as it stands\. Values are left out here \(`\.\.\.`\)/);
    const place = problem?.related.at(-1)?.span;
    assert.equal(text.slice(place?.start, (place?.start ?? 0) + 3), "...");
  });
});
