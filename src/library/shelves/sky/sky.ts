import type { Sketch } from "../../making/sketch.ts";
import { galaxy } from "./galaxy.ts";
import { comets, planets } from "./planets.ts";
import { stars, variable } from "./stars.ts";

/** The night sky: stars, planets, comets, a variable and a galaxy. */
export function sky(): Sketch[] {
  return [stars(), comets(), variable(), planets(), galaxy()];
}
