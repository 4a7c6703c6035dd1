import type { FigureEdit } from "../../../src/figure/edits/edit.ts";
import type { Handle } from "./mover.ts";

type Point = readonly [number, number];

/** Which of the two values along each direction a handle changes. */
export interface Sides {
  readonly x?: 0 | 1;
  readonly y?: 0 | 1;
}

const all: readonly (Sides & { readonly name: string })[] = [
  { name: "corner 1", x: 0, y: 0 },
  { name: "side 1", x: 0 },
  { name: "corner 2", x: 0, y: 1 },
  { name: "side 2", y: 0 },
  { name: "side 3", y: 1 },
  { name: "corner 3", x: 1, y: 0 },
  { name: "side 4", x: 1 },
  { name: "corner 4", x: 1, y: 1 },
];

/** The corners and sides of a rectangle between two points, as handles. `onlyCorners` leaves the sides out. */
export function corners(
  from: Point,
  to: Point,
  moved: (sides: Sides, right: number, down: number) => FigureEdit[],
  onlyCorners = false,
): Handle[] {
  const xs = [from[0], to[0]] as const;
  const ys = [from[1], to[1]] as const;
  return all
    .filter(({ x, y }) => !onlyCorners || (x !== undefined && y !== undefined))
    .map(({ name, ...sides }) => {
      const { x, y } = sides;
      const at: Point = [x === undefined ? (xs[0] + xs[1]) / 2 : xs[x], y === undefined ? (ys[0] + ys[1]) / 2 : ys[y]];
      return {
        name,
        x: at[0],
        y: at[1],
        cursor: cursorOf(at, from, to, sides),
        moved: (right, down) => moved(sides, right, down),
        outline: (right, down) => ({
          from: [xs[0] + (x === 0 ? right : 0), ys[0] + (y === 0 ? down : 0)],
          to: [xs[1] + (x === 1 ? right : 0), ys[1] + (y === 1 ? down : 0)],
          isLine: false,
        }),
      };
    });
}

function cursorOf(at: Point, from: Point, to: Point, { x, y }: Sides): string {
  if (x === undefined) return "ns-resize";
  if (y === undefined) return "ew-resize";
  const isLeft = at[0] <= Math.min(from[0], to[0]);
  const isTop = at[1] <= Math.min(from[1], to[1]);
  return isLeft === isTop ? "nwse-resize" : "nesw-resize";
}
