import type { FigureEdit } from "../../../src/figure/edits/edit.ts";
import type { Json } from "../../../src/figure/model/figure.ts";
import type { FigurePath } from "../../../src/figure/model/path.ts";
import type { Attributes } from "../../reading/attributes.ts";
import { corners } from "./corners.ts";
import { type Handle, type Mover, placed } from "./mover.ts";
import { movePath } from "./pathMove.ts";
import type { FullLayout } from "./plotted.ts";
import { type Letter, type Scale, scaleOf, shifted } from "./scale.ts";

/** How a line, rectangle, circle or path is moved, and the first three by their ends and corners. */
export function shapeMover(path: FigurePath, shape: Attributes, layout: FullLayout): Mover | undefined {
  const x = scaleOf(layout, shape["xref"], "x", "data");
  const y = scaleOf(layout, shape["yref"], "y", "data");
  if (x === undefined || y === undefined) return undefined;
  const scales = { x, y };
  const isFixed = (letter: Letter): boolean => shape[`${letter}sizemode`] === "pixel";
  if (shape["type"] === "path") {
    // A path in pixels hangs at its anchor.
    return {
      moved: (right, down) => [
        ...placed(path, { ...anchor("x", right), ...anchor("y", down) }, shape),
        ...moveAll(isFixed("x") ? 0 : right, isFixed("y") ? 0 : down),
      ],
    };
  }
  const moved = (letter: Letter, pixels: number): { [name: string]: Json } =>
    pixels === 0
      ? {}
      : isFixed(letter)
        ? anchor(letter, pixels)
        : { ...end(letter, 0, pixels), ...end(letter, 1, pixels) };
  return {
    moved: (right, down) => placed(path, { ...moved("x", right), ...moved("y", down) }, shape),
    handles: handles(),
  };

  function anchor(letter: Letter, pixels: number): { [name: string]: Json } {
    const name = `${letter}anchor`;
    return pixels === 0 || !isFixed(letter) ? {} : { [name]: shifted(scales[letter], shape[name], pixels) };
  }

  function end(letter: Letter, which: 0 | 1, pixels: number): { [name: string]: Json } {
    const name = `${letter}${which}`;
    if (pixels === 0) return {};
    if (!isFixed(letter)) return { [name]: shifted(scales[letter], shape[name], pixels) };
    return { [name]: Math.round(Number(shape[name]) + (letter === "x" ? pixels : -pixels)) };
  }

  function moveAll(right: number, down: number): FigureEdit[] {
    if (right === 0 && down === 0) return [];
    const along =
      (scale: Scale, pixels: number) =>
      (value: string): string =>
        `${shifted(scale, Number.isNaN(Number(value)) ? value : Number(value), pixels) as number | string}`.replace(
          " ",
          "_",
        );
    const value = movePath(String(shape["path"]), { x: along(scales.x, right), y: along(scales.y, down) });
    return placed(path, { path: value }, shape);
  }

  function pixel(letter: Letter, which: 0 | 1): number {
    const value = shape[`${letter}${which}`];
    if (isFixed(letter))
      return scales[letter].toPixel(shape[`${letter}anchor`]) + (letter === "x" ? Number(value) : -Number(value));
    return scales[letter].toPixel(value);
  }

  function handles(): Handle[] {
    const from: readonly [number, number] = [pixel("x", 0), pixel("y", 0)];
    const to: readonly [number, number] = [pixel("x", 1), pixel("y", 1)];
    if (shape["type"] === "line")
      return ([0, 1] as const).map((which) => ({
        name: which === 0 ? "first end" : "second end",
        x: which === 0 ? from[0] : to[0],
        y: which === 0 ? from[1] : to[1],
        cursor: "crosshair",
        moved: (right, down) => placed(path, { ...end("x", which, right), ...end("y", which, down) }, shape),
        outline: (right, down) => ({
          from: which === 0 ? [from[0] + right, from[1] + down] : from,
          to: which === 1 ? [to[0] + right, to[1] + down] : to,
          isLine: true,
        }),
      }));
    return corners(from, to, (sides, right, down) =>
      placed(
        path,
        {
          ...(sides.x !== undefined && end("x", sides.x, right)),
          ...(sides.y !== undefined && end("y", sides.y, down)),
        },
        shape,
      ),
    );
  }
}
