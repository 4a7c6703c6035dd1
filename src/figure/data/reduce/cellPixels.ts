import type { ColorScale } from "../../colors/colorScale.ts";
import type { Cells } from "./cells.ts";

/** Cells of one width side by side, in pixels. */
export interface EvenCells {
  readonly count: number;
  /** Where the first of them begins as they are drawn, which is the last one where the axis runs the other way. */
  readonly from: number;
  /** That of all. */
  readonly width: number;
  readonly isReversed: boolean;
}

/** Pixels side by side. */
export interface Pixels {
  /** Where the first begins. */
  readonly from: number;
  /** From one to the next. */
  readonly pitch: number;
  readonly count: number;
}

/** On the edge of two cells a browser shows the one before it, as far as it can tell. */
const HAIR = 1e-6;

/** For each pixel the cell in which its middle lies. */
export function evenCellsOf({ count, from, width, isReversed }: EvenCells, pixels: Pixels): Int32Array {
  return Int32Array.from({ length: pixels.count }, (_, pixel) => {
    const cell = Math.floor(((pixels.from + (pixel + 0.5) * pixels.pitch - from) / width) * count - HAIR);
    const inside = Math.max(0, Math.min(count - 1, cell));
    return isReversed ? count - 1 - inside : inside;
  });
}

/**
 * For each of so many pixels the cell that Plotly draws there, given the edges of the cells in pixels: it rounds each edge, so that of
 * several cells in a pixel the one remains that reaches over its middle. Undefined where the edges go back and forth.
 */
export function unevenCellsOf(edges: ArrayLike<number>, pixels: number): Int32Array | undefined {
  const cells = new Int32Array(pixels);
  const direction = Math.sign(edges[edges.length - 1]! - edges[0]!);
  const rounded = (edge: number): number => Math.max(0, Math.min(pixels, Math.round(edge)));
  for (let cell = 0; cell + 1 < edges.length; cell++) {
    const [start, end] = [edges[cell]!, edges[cell + 1]!];
    // What is no number fails this too.
    if (!((end - start) * direction >= 0)) return undefined;
    const ends = [rounded(start), rounded(end)];
    cells.fill(cell, Math.min(...ends), Math.max(...ends));
  }
  return cells;
}

/** A part of a picture in which nothing is drawn: the first pixel and the one behind the last, across and down. */
export interface Hole {
  readonly columns: readonly [from: number, to: number];
  readonly rows: readonly [from: number, to: number];
}

/** The colours of a picture, four bytes a pixel, of which each shows the cell of its column and row. Gaps are transparent. */
export function pictureOf(
  { rows }: Cells,
  columns: Int32Array,
  ofRows: Int32Array,
  scale: ColorScale,
  hole?: Hole,
): Uint8ClampedArray<ArrayBuffer> {
  const width = columns.length;
  const picture = new Uint32Array(width * ofRows.length);
  for (let line = 0; line < ofRows.length; line++) {
    const at = line * width;
    const row = rows[ofRows[line]!]!;
    if (line > 0 && ofRows[line] === ofRows[line - 1]) {
      picture.copyWithin(at, at - width, at);
      continue;
    }
    for (let pixel = 0; pixel < width; pixel++) {
      const value = row[columns[pixel]!];
      if (value !== undefined) picture[at + pixel] = scale.color(value);
    }
  }
  if (hole)
    for (let line = hole.rows[0]; line < hole.rows[1]; line++)
      picture.fill(0, line * width + hole.columns[0], line * width + hole.columns[1]);
  return new Uint8ClampedArray(picture.buffer);
}

/** How many different cells these are. Equal ones stand side by side. */
export function countCells(cells: Int32Array): number {
  return cells.reduce((count, cell, index) => (index > 0 && cell === cells[index - 1] ? count : count + 1), 0);
}
