import type { Sketch } from "../../making/sketch.ts";
import { nations, tea } from "./countries.ts";
import { marathon, paces } from "./runners.ts";

/** The world in invented but plausible numbers, and its runners. */
export function world(): Sketch[] {
  return [tea(), nations(), marathon(), paces()];
}
