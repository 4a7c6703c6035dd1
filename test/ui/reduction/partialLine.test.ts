import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../until.ts";
import { useWindow } from "../useWindow.ts";

const points = 300_000;
const file = "long.plotly.json";

/** A slow wave, and a point far above it that no reduction may lose. */
const y = Array.from({ length: points }, (_, index) => (index === 150_000 ? 9 : Math.sin(index / 9000)));
const text = (title: string) => `{"data": [{"y": ${JSON.stringify(y)}}], "layout": {"title": {"text": "${title}"}}}`;

describe("A line of very many points", () => {
  const bench = useWindow({ shared: true, prepare: (folder) => writeFileSync(join(folder, file), text("Long")) });

  const drawn = async (): Promise<string> =>
    (await bench.window.preview().frame.locator(".reduced").textContent()) ?? "";

  it("is drawn from some of its points, and from more of them where the person looks", async () => {
    const { window } = bench;
    await window.openFile(file);
    const preview = window.preview();
    await preview.drawn();
    const first = await until(drawn, (said) => /^300,000 points, [\d,]+ drawn/.test(said));
    assert.ok(Number((await preview.range("yaxis"))?.[1]) > 9, "the axis is that of all points");
    await preview.drag({ x: 0.49, y: 0.5 }, { x: 0.51, y: 0.5 });
    await until(drawn, (said) => said !== first);
    await until(
      () => preview.drawing.scatterLines.first().getAttribute("d"),
      (path) => (path ?? "").split(/[LHV]/).length > 300,
    );
  });

  it("is whole in a picture, which shows the point above the others", async () => {
    const { window, folder } = bench;
    await window.runCommand("Plots: Save Picture as SVG");
    await window.quickInput.says("Save Picture").waitFor();
    await window.quickInput.enterPath(join(folder, "long.svg"));
    await window.notification("Saved long.svg.").getByRole("button", { name: "Open" }).waitFor();
    const [, path = ""] = /class="js-line" d="([^"]*)"/.exec(readFileSync(join(folder, "long.svg"), "utf8")) ?? [];
    const heights = [...path.matchAll(/,([\d.-]+)/g)].map(([, height]) => Number(height));
    assert.ok(Math.min(...heights) < Math.max(...heights) / 4, path.slice(0, 200));
    // The zoom is kept, and what was whole once is drawn from some of its points again.
    await until(drawn, (said) => /^300,000 points, [\d,]+ drawn/.test(said));
  });

  it("comes whole where it is asked for", async () => {
    const { window } = bench;
    await window.preview().frame.getByRole("button", { name: "Draw All" }).click();
    await until(drawn, (said) => said.startsWith("300,000 points, all drawn"));
  });
});
