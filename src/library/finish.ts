import type { JsonObject } from "../figure/model/figure.ts";
import type { LibraryGrid, LibraryPlot } from "./libraryPlot.ts";
import type { Columns, Sketch } from "./making/sketch.ts";

/** Adds what a sketch leaves out: the grid's name, as Plotly's clients choose it, and the seconds of the times. */
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
