/**
 * Above this many elements one drawing takes seconds (measured: 50,000 SVG markers about 1.5 s, 10,000 bars about 0.5
 * s, 100,000 bars 16 s). Lines are fine up to a million points.
 */
export const mostDrawn = { markers: 50_000, bars: 10_000, shapes: 10_000 } as const;

export type DrawnAs = keyof typeof mostDrawn;

const families: { readonly [family in DrawnAs]: ReadonlySet<string> } = {
  markers: new Set(["scatter", "scatterpolar", "scatterternary", "scattersmith", "scattercarpet", "scattergeo"]),
  bars: new Set(["bar", "barpolar", "funnel", "waterfall"]),
  shapes: new Set(["candlestick", "ohlc", "pie", "sunburst", "treemap", "icicle", "funnelarea", "sankey"]),
};

/** The element that is drawn for each point of such a trace; undefined where points cost little. */
export function drawnEach(type: string, mode: unknown): DrawnAs | undefined {
  // Scatter traces without a mode show markers only while they have fewer than 20 points.
  if (families.markers.has(type)) return typeof mode === "string" && /markers|text/.test(mode) ? "markers" : undefined;
  if (families.bars.has(type)) return "bars";
  return families.shapes.has(type) ? "shapes" : undefined;
}

/** Attributes with one value for each point. The longest of them tells how many points there are. */
export const pointAttributes: readonly (readonly string[])[] = [
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

/** For each type, the one that draws the same with WebGL. */
export const fasterType: ReadonlyMap<string, string> = new Map([
  ["scatter", "scattergl"],
  ["scatterpolar", "scatterpolargl"],
]);
