import table from "./palettes.generated.json" with { type: "json" };

/** Stops from 0 to 1 with their colours, as Plotly takes them. */
export type ScaleStops = readonly (readonly [at: number, color: string])[];

export type PaletteKind = "qualitative" | "sequential" | "diverging" | "cyclical";

/** A set of colours with a name. Those of plotly.py, and Okabe and Ito's. */
export interface Palette {
  readonly name: string;
  readonly kind: PaletteKind;
  readonly colors: readonly string[];
  /** Whether people who are colour-blind can tell its colours apart, as its authors say. */
  readonly isSafe: boolean;
}

/** A scale of colours: what is drawn, and what is written for it. */
export interface ColorScale {
  readonly name: string;
  readonly kind: PaletteKind;
  readonly stops: ScaleStops;
  /** The name alone, where Plotly.js knows it. */
  readonly value: string | ScaleStops;
  readonly isSafe: boolean;
}

/** By ColorBrewer, CARTO, matplotlib, cmocean, and Okabe and Ito. */
const safe = new Set(
  [
    "Okabe-Ito Safe Set2 Dark2 Paired",
    "Viridis Cividis Plasma Inferno Magma Greys Blues Greens Reds YlGnBu YlOrRd Oranges Purples YlGn GnBu BuPu PuRd OrRd",
    "thermal haline ice deep matter BrBG PRGn PiYG PuOr RdBu RdYlBu balance curl delta Twilight",
  ].flatMap((names) => names.split(" ")),
);

const namedKinds: { readonly [name: string]: PaletteKind } = {
  Bluered: "diverging",
  RdBu: "diverging",
  Picnic: "diverging",
};

export const palettes: readonly Palette[] = Object.entries(table.qualitative).map(([name, colors]) => ({
  name,
  kind: "qualitative",
  colors,
  isSafe: safe.has(name),
}));

const named = Object.entries(table.named).map(([name, stops]): ColorScale => ({
  name,
  kind: namedKinds[name] ?? "sequential",
  stops: stops as unknown as ScaleStops,
  value: name,
  isSafe: safe.has(name),
}));

const listed = (["sequential", "diverging", "cyclical"] as const).flatMap((kind) =>
  Object.entries(table[kind]).map(([name, colors]): ColorScale => {
    const stops = evenStops(colors);
    return { name, kind, stops, value: stops, isSafe: safe.has(name) };
  }),
);

/** Those that Plotly.js knows by name first, of each kind. */
export const colorScales: readonly ColorScale[] = [...named, ...listed];

/** Colours at equal distances. */
export function evenStops(colors: readonly string[]): ScaleStops {
  return colors.map((color, index) => [Math.round((index / (colors.length - 1)) * 10_000) / 10_000, color] as const);
}

/** The stops of what is written or drawn as a scale; undefined for what is none. */
export function stopsOf(value: unknown): ScaleStops | undefined {
  if (typeof value === "string") return colorScales.find(({ name }) => name === value)?.stops;
  if (!Array.isArray(value) || value.length < 2) return undefined;
  const pairs = value as readonly unknown[];
  return pairs.every((pair) => Array.isArray(pair) && typeof pair[1] === "string") ? (pairs as ScaleStops) : undefined;
}

/** The same colours from the other end. */
export function reversed(stops: ScaleStops): ScaleStops {
  return stops.map(([at, color]) => [Math.round((1 - at) * 10_000) / 10_000, color] as const).toReversed();
}

/** A CSS gradient with the colours of a scale, from left to right. */
export function gradientOf(stops: ScaleStops): string {
  return `linear-gradient(to right, ${stops.map(([at, color]) => `${color} ${at * 100}%`).join(", ")})`;
}
