// oxlint-disable no-underscore-dangle -- what plotly.js keeps of a drawing has no public name
import type { Json } from "../../../src/figure/model/figure.ts";
import type { FigurePath } from "../../../src/figure/model/path.ts";
import type { Attributes } from "../../reading/attributes.ts";
import { aligned, type Rectangle } from "./boxMovers.ts";
import { type Handle, type Mover, placed } from "./mover.ts";
import type { FullLayout } from "./plotted.ts";
import { type Letter, scaleOf, shifted } from "./scale.ts";
import { shortestNumber } from "./shortest.ts";

type Values = { [name: string]: Json };

/**
 * How an annotation is moved. `text` is what a drag of its text does: with an arrow its head stays where it points to.
 * `whole` moves text and arrow. Undefined where it stands on an axis that is not drawn.
 */
export function annotationMovers(
  path: FigurePath,
  annotation: Attributes,
  box: Rectangle,
  layout: FullLayout,
): { readonly text: Mover; readonly whole: Mover } | undefined {
  const x = scaleOf(layout, annotation["xref"], "x", "range");
  const y = scaleOf(layout, annotation["yref"], "y", "range");
  if (x === undefined || y === undefined) return undefined;
  const scales = { x, y };
  const hasArrow = annotation["showarrow"] === true;
  const at = (letter: Letter, pixels: number): Values => {
    if (pixels === 0) return {};
    const isAuto = annotation[`${letter}ref`] === "paper" && annotation[`${letter}anchor`] === "auto" && !hasArrow;
    return { [letter]: isAuto ? onPaper(letter, pixels) : shifted(scales[letter], annotation[letter], pixels) };
  };
  // The side that an automatic anchor means changes with the place.
  const onPaper = (letter: Letter, pixels: number): number => {
    const { l, t, w, h } = layout._size;
    const size = letter === "x" ? w : h;
    const from = letter === "x" ? (box.left + pixels - l) / w : (t + h - box.top - box.height - pixels) / h;
    const value = aligned(from, (letter === "x" ? box.width : box.height) / size, "auto");
    return shortestNumber(value, (candidate) => Math.abs(candidate - value) * size <= 0.5);
  };
  /** The other end of the arrow: pixels from its head, or a place on the same axis. */
  const tail = (letter: Letter, pixels: number): Values => {
    const name = `a${letter}`;
    if (pixels === 0) return {};
    if (annotation[`${name}ref`] === "pixel") return { [name]: Math.round(Number(annotation[name]) + pixels) };
    return { [name]: shifted(scales[letter], annotation[name], pixels) };
  };
  const isPixel = (letter: Letter): boolean => annotation[`a${letter}ref`] === "pixel";
  const whole: Mover = {
    moved: (right, down) =>
      placed(
        path,
        {
          ...at("x", right),
          ...at("y", down),
          ...(hasArrow && !isPixel("x") && tail("x", right)),
          ...(hasArrow && !isPixel("y") && tail("y", down)),
        },
        annotation,
      ),
  };
  if (!hasArrow) return { text: whole, whole };
  const head: readonly [number, number] = [x.toPixel(annotation["x"]), y.toPixel(annotation["y"])];
  const center: readonly [number, number] = [box.left + box.width / 2, box.top + box.height / 2];
  const handle: Handle = {
    name: "arrow head",
    x: head[0],
    y: head[1],
    cursor: "crosshair",
    moved: (right, down) =>
      placed(
        path,
        {
          ...at("x", right),
          ...at("y", down),
          ...(isPixel("x") && tail("x", -right)),
          ...(isPixel("y") && tail("y", -down)),
        },
        annotation,
      ),
    outline: (right, down) => ({ from: center, to: [head[0] + right, head[1] + down], isLine: true }),
  };
  const text: Mover = {
    moved: (right, down) => placed(path, { ...tail("x", right), ...tail("y", down) }, annotation),
    handles: [handle],
    anchor: head,
  };
  return { text, whole: { ...whole, handles: [handle] } };
}
