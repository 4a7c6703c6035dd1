import { scale } from "../../making/colors.ts";
import { column, from } from "../../making/columns.ts";
import { axis, frame } from "../../making/layout.ts";
import { round, spread } from "../../making/numbers.ts";
import type { Columns } from "../../making/sketch.ts";

/** What the laboratory's drawings in three dimensions have in common. */
export const places = from({ x: "x", y: "y", z: "z" });

export const flow = from({ u: "u", v: "v", w: "w" });

const bare = { showticklabels: false, title: { text: "" } };

export const bareAxes = { xaxis: bare, yaxis: bare, zaxis: bare };

export const namedAxes = { xaxis: axis("x"), yaxis: axis("y"), zaxis: axis("z") };

export const noCaps = { x: { show: false }, y: { show: false }, z: { show: false } };

export const flat = frame(0, 72);

export const dusk = scale("#23375f", "#2f7f9e", "#7fb69a", "#e8c268", "#d9663b");

/** The points of an `n`×`n`×`n` lattice from -reach to reach, and functions of them, as columns. */
export function lattice(
  n: number,
  reach: number,
  fields: { readonly [name: string]: (x: number, y: number, z: number) => number },
): Columns {
  const ticks = spread(n, -reach, reach);
  const points = ticks.flatMap((x) => ticks.flatMap((y) => ticks.map((z) => [x, y, z] as const)));
  return {
    ...Object.fromEntries(["x", "y", "z"].map((name, at) => [name, column(points, at, 3)])),
    ...Object.fromEntries(
      Object.entries(fields).map(([name, f]) => [name, points.map((point) => round(f(...point), 3))]),
    ),
  };
}
