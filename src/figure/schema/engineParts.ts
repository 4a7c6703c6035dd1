/** A part of the engine: a script of its own. Those that draw traces say which types. */
interface Part {
  readonly traces?: readonly string[];
  /** The parts that it needs beside the core and what all others share. */
  readonly needs?: readonly string[];
}

/**
 * The parts of the engine, each `dist/engine/<name>.js`, in the order in which they start. The build makes them of
 * plotly.js's own source and refuses a need that is not named here.
 */
const table = {
  /** All that a scatter plot needs: axes, legend, shapes, annotations, menus and sliders among it. */
  core: { traces: ["scatter"] },
  /** What several of the others need, in small pieces. */
  shared: {},
  bars: {
    traces: [
      "bar",
      "histogram",
      "histogramx",
      "histogramy",
      "funnel",
      "waterfall",
      "box",
      "violin",
      "ohlc",
      "candlestick",
    ],
  },
  fields: {
    traces: [
      "heatmap",
      "contour",
      "histogram2d",
      "histogram2dcontour",
      "image",
      "quiver",
      "carpet",
      "contourcarpet",
      "scattercarpet",
    ],
  },
  pies: { traces: ["pie", "funnelarea", "sunburst", "treemap", "icicle"] },
  flows: { traces: ["sankey", "parcats"] },
  tables: { traces: ["table", "indicator"] },
  polar: { traces: ["scatterpolar", "barpolar", "scattersmith", "scatterternary"] },
  /** Countries and places, which both kinds of map need. */
  places: {},
  geo: { traces: ["scattergeo", "choropleth"], needs: ["places"] },
  map: { traces: ["scattermap", "choroplethmap", "densitymap"], needs: ["places"] },
  gl3d: { traces: ["scatter3d", "surface", "isosurface", "volume", "mesh3d", "cone", "streamtube"] },
  /** WebGL in two dimensions. */
  regl: {},
  gl2d: { traces: ["scattergl", "splom"], needs: ["regl"] },
  polargl: { traces: ["scatterpolargl"], needs: ["polar", "gl2d", "regl"] },
  parcoords: { traces: ["parcoords"], needs: ["regl"] },
  /** Calendars other than the Gregorian. */
  calendars: {},
} as const satisfies { readonly [name: string]: Part };

export type EnginePart = keyof typeof table;

const parts: { readonly [name in EnginePart]: Part } = table;

/** All parts, in the order in which they start. */
export const engineParts = Object.keys(table) as readonly EnginePart[];

/** The trace types that a part draws. */
export const tracesOf = (part: EnginePart): readonly string[] => parts[part].traces ?? [];

const partOf: ReadonlyMap<string, EnginePart> = new Map(
  engineParts.flatMap((part) => tracesOf(part).map((type) => [type, part] as const)),
);

/** Tells whether this is the name of a part. */
export const isEnginePart = (name: string): name is EnginePart => Object.hasOwn(table, name);

/** The part that draws a type. Plotly draws types that it does not know as scatters, which the core does. */
export const partFor = (type: string): EnginePart => partOf.get(type) ?? "core";

/** These parts with all that they need, in the order in which they start. The core is always among them. */
export function withNeeds(wanted: Iterable<EnginePart>): EnginePart[] {
  const all = new Set<string>(["core"]);
  for (const part of wanted) {
    if (part !== "core") all.add("shared");
    for (const each of [part, ...(parts[part].needs ?? [])]) all.add(each);
  }
  return engineParts.filter((part) => all.has(part));
}
