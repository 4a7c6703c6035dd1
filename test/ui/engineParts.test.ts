import assert from "node:assert/strict";
import { engineParts } from "../../src/figure/schema/engineParts.ts";
import { traceTypes } from "../../src/figure/schema/traceTypes.ts";
import { type EngineName, Engines } from "../pages/engines.ts";
import { everyType, figureOf } from "./everyType.ts";

/** The types that Plotly's ordinary bundle draws with eval alone. */
const withoutEval = new Set(["scattergl", "scatterpolargl", "splom", "parcoords"]);

describe("The engine in parts", () => {
  let engines: Engines;

  before(async () => {
    engines = await Engines.start();
  });

  after(() => engines[Symbol.asyncDispose]());

  /** Draws figures one after another with the parts and with a bundle of Plotly's, and compares the pictures. */
  async function compare(bundle: EngineName, figures: readonly object[]): Promise<void> {
    const parts = await engines.open("parts");
    const whole = await engines.open(bundle);
    for (const [i, figure] of figures.entries()) {
      const [ours, theirs] = await Promise.all([parts.draw(figure), whole.draw(figure)]);
      assert.ok(ours.equals(theirs), `figure ${i} differs`);
    }
    assert.equal(await parts.drawing.missingWebGL.count(), 0);
    await Promise.all([parts.close(), whole.close()]);
    assert.deepEqual(engines.refused, []);
  }

  it("has a figure for every type of trace in this test", () => {
    assert.deepEqual(Object.keys(everyType).toSorted(), traceTypes.toSorted());
  });

  for (const type of traceTypes) {
    it(`draws ${type} as Plotly's whole bundle does, to the pixel`, async () => {
      await compare(withoutEval.has(type) ? "strict" : "whole", [figureOf(type)]);
    });
  }

  it("draws dates of another calendar", async () => {
    const x = ["1403-01-01", "1403-06-31", "1403-12-30"];
    await compare("whole", [
      { data: [{ x, y: [1, 3, 2], xcalendar: "jalali" }], layout: { xaxis: { calendar: "jalali" } } },
    ]);
  });

  it("draws one figure after another in the same place, each with the parts that come for it", async () => {
    const types = ["scatter", "bar", "surface", "heatmap", "pie", "scattergeo", "sankey", "scatterpolar", "violin"];
    await compare("whole", types.map(figureOf));
  });

  it("draws WebGL after WebGL in the same place", async () => {
    const types = ["scattergl", "splom", "scatterpolargl", "scatter3d", "scattergl", "scatter", "splom"];
    await compare("strict", types.map(figureOf));
  });

  it("says which part does not come, draws without it meanwhile, and asks for it again", async () => {
    const page = await engines.open("parts");
    const release = await page.withhold("gl3d");
    await assert.rejects(page.draw(figureOf("surface")), /could not be loaded: \/engine\/gl3d\.js\. Reload the window/);
    await page.draw(figureOf("bar"));
    assert.ok((await page.drawing.bars.count()) > 0);
    await release();
    await page.draw(figureOf("surface"));
    assert.equal(await page.drawing.spaces.count(), 1);
    await page.close();
  });

  it("has the schema of Plotly's whole bundle once all parts are there", async () => {
    const [parts, whole] = await Promise.all(
      (["parts", "whole"] as const).map(async (engine) => {
        const page = await engines.open(engine);
        const schema = await page.schema(engineParts);
        await page.close();
        return JSON.parse(JSON.stringify(schema, withoutTexts)) as object;
      }),
    );
    assert.deepEqual(parts, whole);
  });
});

/** Leaves out the few texts that Plotly's own build forgets to take away. */
const withoutTexts = (key: string, value: unknown): unknown => (key === "description" ? undefined : value);
