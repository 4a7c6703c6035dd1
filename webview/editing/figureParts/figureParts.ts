import type { FigurePath } from "../../../src/figure/model/path.ts";
import { colorBarParts, legendParts } from "./legendParts.ts";
import { type FigurePart, keyOf, type PartKind } from "./part.ts";
import { annotationParts, imageParts, shapeParts } from "./placedParts.ts";
import type { PartSource } from "./source.ts";
import { isIn } from "./surface.ts";
import { axisParts, plotParts, titleParts } from "./titleParts.ts";
import { traceParts } from "./traceParts.ts";

/** What lies over what where both are under the pointer. */
const ranks: { readonly [kind in PartKind]: number } = {
  text: 9,
  annotation: 9,
  arrow: 8,
  legendEntry: 8,
  legend: 7,
  colorBar: 7,
  image: 5,
  shape: 6,
  axis: 4,
  trace: 0,
  plot: 0,
  figure: 0,
};

/** All parts of a drawing that can be chosen, in the order in which a keyboard goes through them. */
export function partsOf(source: PartSource): FigurePart[] {
  const path: FigurePath = ["layout"];
  const { layout, surface } = source;
  const figure: FigurePart = {
    kind: "figure",
    path,
    key: keyOf(path, "figure"),
    label: "Figure",
    elements: [],
    place: () => surface.toPage({ left: 0, top: 0, width: layout.width, height: layout.height }),
  };
  return [
    figure,
    ...titleParts(source),
    ...axisParts(source),
    ...plotParts(source),
    ...traceParts(source),
    ...legendParts(source),
    ...colorBarParts(source),
    ...annotationParts(source),
    ...shapeParts(source),
    ...imageParts(source),
  ].filter((part) => part !== undefined);
}

/** The part that a pointer is at. Marks of traces, and what lies behind everything, are found otherwise. */
export function partAt(parts: readonly FigurePart[], x: number, y: number): FigurePart | undefined {
  let best: FigurePart | undefined;
  for (const part of parts) {
    const rank = ranks[part.kind];
    if (rank === 0 || (best !== undefined && rank < ranks[best.kind])) continue;
    const place = part.place();
    if (place !== undefined && (part.isAt ? part.isAt(x, y) : isIn(place, x, y, 2))) best = part;
  }
  return best;
}

/** The part that a path of the figure lies in, the innermost of those that are drawn. */
export function partOfPath(parts: readonly FigurePart[], path: FigurePath): FigurePart | undefined {
  let best: FigurePart | undefined;
  for (const part of parts) {
    // What is in a title but not its text, such as its font, is the title's too.
    const own = part.kind === "text" ? part.path.slice(0, -1) : part.path;
    if (own.length > path.length || own.some((step, at) => path[at] !== step)) continue;
    if (best === undefined || own.length > lengthOf(best)) best = part;
  }
  return best;
}

const lengthOf = ({ kind, path }: FigurePart): number => (kind === "text" ? path.length - 1 : path.length);
