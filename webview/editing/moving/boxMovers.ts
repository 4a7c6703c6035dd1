// oxlint-disable no-underscore-dangle -- what plotly.js keeps of a drawing has no public name
import type { FigurePath } from "../../../src/figure/model/path.ts";
import type { Attributes } from "../../reading/attributes.ts";
import { type Mover, placed } from "./mover.ts";
import type { FullLayout } from "./plotted.ts";
import { scaleOf, shifted } from "./scale.ts";
import { shortestNumber } from "./shortest.ts";

/** A rectangle in pixels of the drawing. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How a legend is moved: its box stays whole, whichever of its sides its place means. */
export function legendMover(path: FigurePath, legend: Attributes, box: Rectangle, layout: FullLayout): Mover {
  const { l, t, w, h } = layout._size;
  const isWide = legend["xref"] === "container";
  const isHigh = legend["yref"] === "container";
  const [left, width] = isWide ? [0, layout.width] : [l, w];
  const [bottom, height] = isHigh ? [layout.height, layout.height] : [t + h, h];
  return {
    moved: (right, down) => {
      const x = aligned((box.left + right - left) / width, box.width / width, legend["xanchor"]);
      const y = aligned((bottom - box.top - box.height - down) / height, box.height / height, legend["yanchor"]);
      return placed(
        path,
        {
          ...(right !== 0 && { x: shortestNumber(x, near(x, width)) }),
          ...(down !== 0 && { y: shortestNumber(y, near(y, height)) }),
        },
        legend,
      );
    },
  };
}

/** How a colour bar is moved. Its anchors are never automatic. */
export function colorBarMover(path: FigurePath, bar: Attributes, layout: FullLayout): Mover {
  const [x, y] = [
    scaleOf(layout, bar["xref"] ?? "paper", "x", "range"),
    scaleOf(layout, bar["yref"] ?? "paper", "y", "range"),
  ];
  return {
    moved: (right, down) =>
      placed(
        path,
        {
          ...(x && right !== 0 && { x: shifted(x, bar["x"], right) }),
          ...(y && down !== 0 && { y: shifted(y, bar["y"], down) }),
        },
        bar,
      ),
  };
}

/**
 * The place of a box from `from` to `from + size`, of which 1 is the whole, as plotly.js means it by an anchor. `auto` is
 * the left (lower) side in the first third, the right (upper) one in the last, else the middle.
 */
export function aligned(from: number, size: number, anchor: unknown): number {
  const to = from + size;
  const middle = (from + to) / 2;
  if (anchor === "left" || anchor === "bottom") return from;
  if (anchor === "center" || anchor === "middle") return middle;
  if (anchor === "right" || anchor === "top") return to;
  if (from < 2 / 3 - middle) return from;
  if (to > 4 / 3 - middle) return to;
  return middle;
}

const near =
  (value: number, pixels: number) =>
  (candidate: number): boolean =>
    Math.abs(candidate - value) * pixels <= 0.5;
