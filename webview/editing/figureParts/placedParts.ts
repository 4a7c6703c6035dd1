// oxlint-disable no-underscore-dangle -- what plotly.js keeps of a drawing has no public name
import type { FigurePath } from "../../../src/figure/model/path.ts";
import { type Attributes, isAttributes } from "../../reading/attributes.ts";
import { annotationMovers } from "../moving/annotationMover.ts";
import { imageMover } from "../moving/imageMover.ts";
import { shapeMover } from "../moving/shapeMover.ts";
import { type FigurePart, keyOf, quoted, textOf } from "./part.ts";
import { dataOf, findAll, type PartSource } from "./source.ts";
import { around, isIn } from "./surface.ts";

/** So near, in pixels of the page, a line is pointed at. */
const reach = 6;

/** The annotations, each as its text and its arrow. */
export function annotationParts(source: PartSource): FigurePart[] {
  const drawn = byIndex(findAll(source, ".infolayer .annotation"));
  return items(source, "annotations").flatMap(({ item, index, path }): FigurePart[] => {
    const [group] = drawn.get(index) ?? [];
    const text = group?.querySelector(".annotation-text-g");
    if (group === undefined || text === null || text === undefined) return [];
    const box = text.querySelector(".bg") ?? text;
    const place = () => around([box]);
    const now = place();
    const movers = now && annotationMovers(path, item, source.surface.toDrawing(now), source.layout);
    const label = `Annotation ${index}${quoted(item["text"])}`;
    const removal = [{ act: "remove", path } as const];
    const part: FigurePart = {
      kind: "annotation",
      path,
      key: keyOf(path, "annotation"),
      label,
      elements: [text],
      place,
      text: {
        path: [...path, "text"],
        value: textOf(item["text"]),
        element: text.querySelector(".annotation-text") ?? undefined,
      },
      ...(movers && { mover: movers.text, nudger: movers.whole }),
      removal,
    };
    const arrow = group.querySelector(".annotation-arrow-g > path");
    if (arrow === null || movers === undefined) return [part];
    const whole: FigurePart = {
      kind: "arrow",
      path,
      key: keyOf(path, "arrow"),
      label: `Arrow of annotation ${index}`,
      elements: [group],
      place: () => around([arrow]),
      isAt: (x, y) => isOnLine(arrow, x, y, reach),
      mover: movers.whole,
      removal,
    };
    return [part, whole];
  });
}

/** Lines, rectangles, circles and paths. */
export function shapeParts(source: PartSource): FigurePart[] {
  const all = byIndex(findAll(source, ".shapelayer path[data-index], .shapelayer .shape-group"));
  return items(source, "shapes").flatMap(({ item, index, path }): FigurePart[] => {
    const drawn = all.get(index) ?? [];
    const line =
      drawn.find((each) => each instanceof SVGGeometryElement) ?? drawn[0]?.querySelector("path") ?? undefined;
    if (line === undefined) return [];
    const mover = shapeMover(path, item, source.layout);
    const isFilled = !/^(?:none|transparent|rgba\(.*, 0\))$/.test(String(item["fillcolor"])) && item["type"] !== "line";
    return [
      {
        kind: "shape",
        path,
        key: keyOf(path, "shape"),
        label: `${shapeNames[String(item["type"])] ?? "Shape"} ${index}${quoted(item["name"])}`,
        // A label is in a group with its shape.
        elements: drawn.filter((each) => !drawn.some((other) => other !== each && other.contains(each))),
        place: () => around([line]),
        isAt: (x, y) => isOnLine(line, x, y, reach, isFilled),
        ...(mover && { mover }),
        removal: [{ act: "remove", path }],
      },
    ];
  });
}

const shapeNames: { readonly [type: string]: string } = {
  line: "Line",
  rect: "Rectangle",
  circle: "Circle",
  path: "Path",
};

/** Pictures that lie over or under the plots. */
export function imageParts(source: PartSource): FigurePart[] {
  const drawn = new Map<unknown, Element>();
  for (const image of findAll(source, ".imagelayer image, .layer-above image, .layer-below image")) {
    const data = dataOf(image);
    if (isAttributes(data)) drawn.set(data["_index"], image);
  }
  return items(source, "images").flatMap(({ item, index, path }): FigurePart[] => {
    const image = drawn.get(index);
    if (image === undefined) return [];
    const place = () => around([image]);
    const now = place();
    const mover = now && imageMover(path, item, source.surface.toDrawing(now), source.layout);
    return [
      {
        kind: "image",
        path,
        key: keyOf(path, "image"),
        label: `Image ${index}${quoted(item["name"])}`,
        elements: [image],
        place,
        ...(mover && { mover }),
        removal: [{ act: "remove", path }],
      },
    ];
  });
}

/** By the place in its list that plotly.js writes on each. */
function byIndex(elements: readonly Element[]): Map<number, Element[]> {
  return Map.groupBy(elements, (element) => Number(element.getAttribute("data-index")));
}

function items({ layout, given }: PartSource, name: string) {
  const full = layout[name];
  const own = given[name];
  // Those that a template adds are none of the figure's own.
  const count = Array.isArray(own) ? own.length : 0;
  if (!Array.isArray(full)) return [];
  return full.slice(0, count).flatMap((item: unknown, index) => {
    const path: FigurePath = ["layout", name, index];
    return isAttributes(item) && item["visible"] !== false ? [{ item: item satisfies Attributes, index, path }] : [];
  });
}

/** Whether a line passes near a point of the page, or its area is there. */
function isOnLine(element: Element, x: number, y: number, near: number, isFilled = false): boolean {
  const box = element.getBoundingClientRect();
  if (!isIn(box, x, y, near)) return false;
  if (!(element instanceof SVGGeometryElement)) return true;
  const matrix = element.getScreenCTM()?.inverse();
  if (matrix === undefined) return true;
  const point = new DOMPoint(x, y).matrixTransform(matrix);
  if (isFilled && element.isPointInFill(point)) return true;
  const length = element.getTotalLength();
  const count = Math.min(400, Math.max(2, Math.ceil(length / 3)));
  const scale = Math.hypot(matrix.a, matrix.b) || 1;
  for (let step = 0; step <= count; step++) {
    const at = element.getPointAtLength((length * step) / count);
    if (Math.hypot(at.x - point.x, at.y - point.y) <= near * scale) return true;
  }
  return false;
}
