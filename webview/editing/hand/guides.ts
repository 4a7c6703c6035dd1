// oxlint-disable no-underscore-dangle -- what plotly.js keeps of a drawing has no public name
import type { FigurePart } from "../figureParts/part.ts";
import type { PartSource } from "../figureParts/source.ts";
import { isAxis } from "../moving/plotted.ts";
import type { Guides } from "../moving/snapping.ts";

/** What a part is aligned with: thirds and middle of the paper, the edges of plots, and the other parts that can be moved. */
export function guidesFor({ layout, surface }: PartSource, parts: readonly FigurePart[], moved: FigurePart): Guides {
  const { l, t, w, h } = layout._size;
  const thirds = [0, 1 / 3, 1 / 2, 2 / 3, 1];
  const xs = new Set([0, layout.width, ...thirds.map((share) => l + share * w)]);
  const ys = new Set([0, layout.height, ...thirds.map((share) => t + share * h)]);
  for (const axis of Object.values(layout)) {
    if (!isAxis(axis)) continue;
    const ends = [axis._offset, axis._offset + axis._length];
    for (const end of ends) (axis._id.startsWith("x") ? xs : ys).add(end);
  }
  const x = [...xs].map((left) => surface.onPage(left, 0)[0]);
  const y = [...ys].map((top) => surface.onPage(0, top)[1]);
  for (const part of parts) {
    if (part.mover === undefined || part.kind === "arrow" || samePath(part, moved)) continue;
    const place = part.place();
    if (place === undefined) continue;
    x.push(place.left, place.left + place.width / 2, place.left + place.width);
    y.push(place.top, place.top + place.height / 2, place.top + place.height);
  }
  return { x, y };
}

const samePath = (one: FigurePart, other: FigurePart): boolean =>
  JSON.stringify(one.path) === JSON.stringify(other.path);
