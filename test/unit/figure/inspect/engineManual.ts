import { readFileSync } from "node:fs";
import { buildManual } from "../../../../build/schema/manual/buildManual.ts";
import { loadEngine } from "../../../../build/schema/engine.ts";
import type { PlotSchema } from "../../../../build/schema/plotSchema.ts";
import { Manual } from "../../../../src/figure/manual/manual.ts";
import type { ManualTable } from "../../../../src/figure/manual/manualTable.ts";

let table: ManualTable | undefined;

/** The reference of the engine that ships. It takes seconds to make, so that the tests share one. */
export function engineManual(): Manual {
  const described = new URL("../../../../node_modules/plotly.js/dist/plot-schema.json", import.meta.url);
  table ??= buildManual(
    loadEngine().PlotSchema.get() as unknown as PlotSchema,
    JSON.parse(readFileSync(described, "utf8")) as PlotSchema,
  );
  return new Manual(table);
}
