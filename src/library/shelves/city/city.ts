import type { Sketch } from "../../making/sketch.ts";
import { power, today } from "./airAndPower.ts";
import { pyramid, rents } from "./homes.ts";
import { bicycles, delays, modes } from "./streets.ts";
import { budget, council } from "./townHall.ts";

/** A middling city and its people. */
export function city(): Sketch[] {
  return [bicycles(), council(), pyramid(), budget(), modes(), delays(), rents(), today(), power()];
}
