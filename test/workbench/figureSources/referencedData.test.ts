import { deepEqual, equal } from "node:assert/strict";
import type { GridContent } from "../../../src/figure/model/grid.ts";
import { scanFigure } from "../../../src/figure/text/scan/scan.ts";
import { ok, type Outcome } from "../../../src/plotsApi/errors/result.ts";
import { referencedData } from "../../../src/workbench/figureSources/referencedData.ts";

describe("The data of a figure's references", () => {
  const outline = scanFigure(`{"data": [{"xsrc": "ann:1:abcdef", "ysrc": "ben:2:abcdef"}]}`);
  const grid: GridContent = { cols: {} };
  const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

  it("is there at once where the grids are", async () => {
    const { grids, notice, later } = await referencedData(outline, { content: () => Promise.resolve(ok(grid)) });
    deepEqual(JSON.parse(textOf(grids)), { "ann:1": grid, "ben:2": grid });
    equal(notice, undefined);
    equal(later, undefined);
  });

  it("comes later where one of them takes long, and then is what it would have been", async () => {
    const slow = Promise.withResolvers<Outcome<GridContent>>();
    const content = (fid: string) => (fid === "ben:2" ? slow.promise : Promise.resolve(ok(grid)));
    const { grids, notice, later } = await referencedData(outline, { content }, 0);
    equal(grids, undefined);
    equal(notice?.includes("still being read"), true);
    slow.resolve(ok(grid));
    const inTime = await referencedData(outline, { content: () => Promise.resolve(ok(grid)) });
    deepEqual(await later, inTime);
  });
});
