import type { Sketch } from "../../making/sketch.ts";
import { airfoil } from "./airfoil.ts";
import { alloys, antenna } from "./benches.ts";
import { cloud, orbital } from "./densities.ts";
import { dipole, vortex } from "./fields.ts";
import { lorenz, shell } from "./shapes.ts";

/** A physics laboratory: fields, flows and attractors in three dimensions, and what lies on the benches. */
export function lab(): Sketch[] {
  return [lorenz(), antenna(), dipole(), vortex(), orbital(), cloud(), shell(), airfoil(), alloys()];
}
