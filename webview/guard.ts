import { type Attributes, at, lengthOf, typeOf } from "./attributes.ts";

/**
 * More of these than this and one drawing takes seconds (measured: 50,000 SVG markers about 1.5 s, 10,000 bars about
 * 0.5 s, 100,000 bars 16 s). Lines are safe to a million points.
 */
const mostMarkers = 50_000;
const mostBars = 10_000;
const mostPaths = 10_000;

const markerTypes = new Set([
  "scatter",
  "scatterpolar",
  "scatterternary",
  "scattersmith",
  "scattercarpet",
  "scattergeo",
]);
const barTypes = new Set(["bar", "barpolar", "funnel", "waterfall"]);
const pathTypes = new Set(["candlestick", "ohlc", "pie", "sunburst", "treemap", "icicle", "funnelarea", "sankey"]);

/** Why a figure should not be drawn without asking, or undefined when it may be. */
export function tooLarge(data: readonly Attributes[]): string | undefined {
  let [markers, bars, paths] = [0, 0, 0];
  for (const trace of data) {
    if (trace["visible"] === false || trace["visible"] === "legendonly") continue;
    const type = typeOf(trace);
    if (markerTypes.has(type)) markers += drawsEachPoint(trace) ? pointsOf(trace) : 0;
    else if (barTypes.has(type)) bars += pointsOf(trace);
    else if (pathTypes.has(type)) paths += pointsOf(trace);
  }
  if (markers > mostMarkers) {
    const faster = `A trace of type "scattergl" draws that many at once.`;
    return `This figure has ${markers.toLocaleString("en")} markers, each drawn on its own. ${faster}`;
  }
  if (bars > mostBars) {
    return `This figure has ${bars.toLocaleString("en")} bars, more than a screen can tell apart. A histogram or a line draws faster.`;
  }
  if (paths > mostPaths) return `This figure has ${paths.toLocaleString("en")} shapes, each drawn on its own.`;
  return undefined;
}

/** Scatter traces without a mode show markers only while they have fewer than 20 points. */
function drawsEachPoint(trace: Attributes): boolean {
  const mode = trace["mode"];
  return typeof mode === "string" && /markers|text/.test(mode);
}

const pointKeys: readonly (readonly string[])[] = [
  ["x"],
  ["y"],
  ["r"],
  ["theta"],
  ["a"],
  ["lon"],
  ["locations"],
  ["real"],
  ["values"],
  ["labels"],
  ["ids"],
  ["close"],
  ["link", "value"],
];

const pointsOf = (trace: Attributes): number => Math.max(...pointKeys.map((path) => lengthOf(at(trace, ...path))));
