import type { Rectangle } from "./boxMovers.ts";

/** Lines that a box can be aligned with, in the same pixels as the box. */
export interface Guides {
  /** Places from the left, of upright lines. */
  readonly x: readonly number[];
  /** Places from the top, of level lines. */
  readonly y: readonly number[];
}

/** How far a box is moved so that it stands on the lines that are near, and which those are. */
export interface Snapped {
  readonly right: number;
  readonly down: number;
  readonly guides: { readonly x?: number; readonly y?: number };
}

/** So near, in pixels, a box goes to a line by itself. */
const reach = 5;

/** Aligns the sides or the middle of a box that is moved with the nearest guides. */
export function snap(box: Rectangle, right: number, down: number, guides: Guides): Snapped {
  const x =
    right === 0 ? undefined : nearest([box.left, box.left + box.width / 2, box.left + box.width], right, guides.x);
  const y = down === 0 ? undefined : nearest([box.top, box.top + box.height / 2, box.top + box.height], down, guides.y);
  return {
    right: x?.moved ?? right,
    down: y?.moved ?? down,
    guides: { ...(x && { x: x.guide }), ...(y && { y: y.guide }) },
  };
}

function nearest(places: readonly number[], by: number, guides: readonly number[]) {
  let best: { readonly moved: number; readonly guide: number; readonly away: number } | undefined;
  for (const guide of guides)
    for (const place of places) {
      const away = Math.abs(place + by - guide);
      if (away <= reach && away < (best?.away ?? Number.POSITIVE_INFINITY))
        best = { moved: guide - place, guide, away };
    }
  return best;
}
