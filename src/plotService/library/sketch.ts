import type { Json, JsonObject } from "../../figure/model/figure.ts";
import type { LibraryGrid, LibraryPlot } from "./libraryPlot.ts";
import { round } from "./random.ts";

export interface Columns {
  readonly [name: string]: readonly Json[];
}

/** A plot as the theme files write it down; `finish` adds what follows from it. */
export interface Sketch {
  filename: string;
  /** Minute of creation, UTC: `2023-05-02T17:40`. */
  created: string;
  views: number;
  quality: number;
  feed?: boolean;
  /** Absent where the figure holds single numbers alone: then there is no grid. */
  columns?: Columns;
  /** Of a grid that the plot's readers may not read. */
  privateColumns?: Columns;
  data: JsonObject[];
  layout: JsonObject;
  frames?: JsonObject[];
}

/** The rest of what the service keeps: the grid's name as Plotly's clients choose it, seconds of the time stamps. */
export function finish(owner: string, sketch: Sketch): LibraryPlot {
  const mark = fingerprint(`${owner}/${sketch.filename}`);
  const created = `${sketch.created}:${String(mark % 60).padStart(2, "0")}.${String(mark % 1_000_000).padStart(6, "0")}Z`;
  const figure: JsonObject = { data: sketch.data, layout: sketch.layout };
  if (sketch.frames !== undefined) figure["frames"] = sketch.frames;
  const plot: LibraryPlot = {
    owner,
    filename: sketch.filename,
    created,
    modified: new Date(Date.parse(created) + (mark % 9_000) * 60_000).toISOString(),
    views: sketch.views,
    quality: sketch.quality,
    feed: sketch.feed === true,
    worldReadable: true,
    figure,
  };
  const { columns, privateColumns } = sketch;
  if (columns !== undefined) plot.grid = grid(`${sketch.filename}_grid`, true, columns);
  if (privateColumns !== undefined) plot.privateGrid = grid(`${sketch.filename}_private_grid`, false, privateColumns);
  return plot;
}

function grid(filename: string, worldReadable: boolean, columns: Columns): LibraryGrid {
  return { filename, worldReadable, columns: Object.entries(columns).map(([name, data]) => ({ name, data })) };
}

function fingerprint(text: string): number {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return hash;
}

/** A layout with the library's heading: title and a line below it, at the left. */
export function page(title: string, line: string, rest: JsonObject = {}): JsonObject {
  return {
    title: { text: title, x: 0.03, xanchor: "left", font: { size: 20 }, subtitle: { text: line, font: { size: 13 } } },
    margin: { l: 72, r: 36, t: 96, b: 64 },
    ...rest,
  };
}

/** An axis of any kind of subplot with its title, and further members. */
export function axis(title: string, rest: JsonObject = {}): JsonObject {
  return { title: { text: title }, zeroline: false, ...rest };
}

/** A colour scale of evenly spaced colours. */
export function scale(...colors: string[]): Json[] {
  return colors.map((color, index) => [round(index / (colors.length - 1), 3), color]);
}

/** A slim colour bar with its title along it; `length` is a share of the drawing's height. */
export function key(title: string, length = 1): JsonObject {
  return { title: { text: title, side: "right" }, thickness: 12, len: length, outlinewidth: 0 };
}

/** A legend above the drawing, at the right. */
export const legendAbove: JsonObject = { orientation: "h", x: 1, xanchor: "right", y: 1.01, yanchor: "bottom" };

/** A 3-D scene without clutter, seen from `x`, `y`, `z`. */
export function scene(x: number, y: number, z: number, rest: JsonObject = {}): JsonObject {
  return { camera: { eye: { x, y, z } }, aspectmode: "cube", ...rest };
}

/** Colours that stay apart for colour-blind eyes and sit well on light and on dark grounds. */
export const ink = {
  sea: "#2f7f9e",
  amber: "#e0913a",
  moss: "#5b9a68",
  rose: "#c65d7b",
  plum: "#8a76bd",
  clay: "#b4775a",
  sky: "#6fb3d2",
  slate: "#8494a3",
} as const;
