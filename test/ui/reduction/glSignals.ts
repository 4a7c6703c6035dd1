import { type HardSignal, hardSignals } from "./hardSignals.ts";

const names = new Set([
  "noise",
  "a walk",
  "a few spikes",
  "a chirp",
  "gaps at random",
  "gaps at both ends",
  "a logarithmic value",
  "logarithmic places",
  "dates",
]);

/** Hard signals drawn with WebGL, by another program of the engine. */
export function glSignals(): HardSignal[] {
  return hardSignals()
    .filter(({ name }) => names.has(name))
    .map(({ data, ...rest }) => ({ ...rest, data: data.map((trace) => ({ ...trace, type: "scattergl" })) }));
}
