import type { Sketch } from "../../making/sketch.ts";
import { season, stripes } from "./climate.ts";
import { contours, terrain } from "./land.ts";
import { quakes } from "./quakes.ts";
import { catchment, glacier } from "./water.ts";

/** Land, water and air, as a survey office sees them. */
export function earth(): Sketch[] {
  return [terrain(), contours(), quakes(), catchment(), season(), glacier(), stripes()];
}
