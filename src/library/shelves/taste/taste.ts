import type { Sketch } from "../../making/sketch.ts";
import { beans, wine } from "./prices.ts";
import { mornings, orders } from "./shop.ts";
import { radar, wheel } from "./tastings.ts";
import { harvest, soils } from "./vineyard.ts";

/** Coffee, wine and soil: a small roastery with a vineyard behind it. */
export function taste(): Sketch[] {
  return [radar(), wheel(), soils(), wine(), beans(), orders(), mornings(), harvest()];
}
