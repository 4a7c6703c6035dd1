import type { Sketch } from "../../making/sketch.ts";
import { ferries, traffic } from "./ferries.ts";
import { stream } from "./stream.ts";
import { tides } from "./tides.ts";
import { swell, wind } from "./weather.ts";

/** The sea off an invented coast: tides, ferries, wind, streams and swell. */
export function harbour(): Sketch[] {
  return [tides(), ferries(), traffic(), wind(), stream(), swell()];
}
