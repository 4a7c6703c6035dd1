import type { Json } from "../../../src/figure/model/figure.ts";
import type { FigurePath } from "../../../src/figure/model/path.ts";
import type { Attributes } from "../../reading/attributes.ts";
import type { Rectangle } from "./boxMovers.ts";
import { corners } from "./corners.ts";
import { type Mover, placed } from "./mover.ts";
import type { FullLayout } from "./plotted.ts";
import { type Letter, scaleOf, shifted } from "./scale.ts";
import { shortestNumber } from "./shortest.ts";

/** Where its place is in an image, from its left or upper side, of which 1 is the whole. */
const anchors: { readonly [anchor: string]: number } = {
  left: 0,
  top: 0,
  center: 0.5,
  middle: 0.5,
  right: 1,
  bottom: 1,
};

/** How an image is moved, and made larger or smaller by its corners. `box` is its place on the drawing. */
export function imageMover(path: FigurePath, image: Attributes, box: Rectangle, layout: FullLayout): Mover | undefined {
  const x = scaleOf(layout, image["xref"], "x", "range");
  const y = scaleOf(layout, image["yref"], "y", "range");
  if (x === undefined || y === undefined) return undefined;
  const scales = { x, y };
  const at = (letter: Letter, pixels: number): { [name: string]: Json } =>
    pixels === 0 ? {} : { [letter]: shifted(scales[letter], image[letter], pixels) };
  return {
    moved: (right, down) => placed(path, { ...at("x", right), ...at("y", down) }, image),
    handles: corners(
      [box.left, box.top],
      [box.left + box.width, box.top + box.height],
      (sides, right, down) =>
        placed(path, { ...side("x", box.width, sides.x, right), ...side("y", box.height, sides.y, down) }, image),
      true,
    ),
  };

  function side(letter: Letter, size: number, which: 0 | 1 | undefined, pixels: number): { [name: string]: Json } {
    if (which === undefined || pixels === 0) return {};
    const now = Math.max(4, which === 1 ? size + pixels : size - pixels);
    const grown = now - size;
    const anchor = anchors[String(image[`${letter}anchor`])] ?? 0;
    // The side that is not dragged stays where it is.
    const shift = (which === 0 ? -grown : 0) + anchor * grown;
    const value = (Number(image[`size${letter}`]) * now) / size;
    const unit = Number(image[`size${letter}`]) / size;
    return {
      ...at(letter, shift),
      [`size${letter}`]: shortestNumber(value, (candidate) => Math.abs(candidate - value) <= 0.5 * unit),
    };
  }
}
