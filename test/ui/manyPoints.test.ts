import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "./until.ts";
import { useWindow } from "./useWindow.ts";

const file = "tremor.plotly.json";
const count = 200_000;
const y = Array.from({ length: count }, (_, index) => Math.round(Math.sin(index / 9000) * 1000 + (index % 17) * 10));
const figure = { data: [{ type: "scatter", mode: "lines", y }], layout: { title: { text: "Tremor" } } };

describe("A figure of more points than the screen has pixels", () => {
  const bench = useWindow({
    shared: true,
    prepare: (folder) => writeFileSync(join(folder, file), JSON.stringify(figure)),
  });

  it("is drawn from few of them, and says so", async () => {
    const { window } = bench;
    await window.openFile(file);
    const preview = window.preview();
    await preview.drawn();
    await preview.reduced.filter({ hasText: /^200,000 points, \d+,\d{3} drawn · Draw All$/ }).waitFor();
    await window.screenshot("many-points");
  });

  it("is refined where the person zooms, and whole again where they zoom out", async () => {
    const { window } = bench;
    const preview = window.preview();
    const whole = await preview.range("xaxis");
    assert.deepEqual(whole, [0, count - 1]);
    const said = await preview.reduced.innerText();
    await preview.drag({ x: 0.4, y: 0.1 }, { x: 0.5, y: 0.9 });
    await until(
      () => preview.reduced.innerText(),
      (now) => now !== said,
    );
    await window.screenshot("many-points-closer");
    await preview.drawing.plotArea.dblclick();
    await until(
      () => preview.range("xaxis"),
      (range) => String(range) === String(whole),
    );
  });

  it("is drawn with every point, and with few again, where the person wants that", async () => {
    const { window } = bench;
    const preview = window.preview();
    await preview.button("Draw All").click();
    await preview.reduced.filter({ hasText: "200,000 points, all drawn · Draw Fewer" }).waitFor();
    assert.equal(await preview.drawing.scatterTraces.count(), 1);
    await preview.button("Draw Fewer").click();
    await preview.reduced.filter({ hasText: "Draw All" }).waitFor();
  });
});
