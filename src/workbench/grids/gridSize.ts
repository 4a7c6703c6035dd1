import type { GridContent } from "../../figure/model/grid.ts";

/** This many cells of a longer column are looked at, evenly spread. */
const looked = 200;

/** Estimates how many bytes a grid's data takes in memory. */
export function gridBytes({ cols }: GridContent): number {
  let bytes = 0;
  for (const { data } of Object.values(cols)) bytes += listBytes(data);
  return bytes;
}

function listBytes(cells: readonly unknown[]): number {
  const step = Math.max(1, Math.ceil(cells.length / looked));
  let bytes = 0;
  let count = 0;
  for (let at = 0; at < cells.length; at += step) {
    bytes += cellBytes(cells[at]);
    count++;
  }
  return 16 + (count === 0 ? 0 : (bytes / count) * cells.length);
}

function cellBytes(cell: unknown): number {
  if (typeof cell === "string") return 24 + 2 * cell.length;
  if (Array.isArray(cell)) return listBytes(cell);
  return 8;
}
