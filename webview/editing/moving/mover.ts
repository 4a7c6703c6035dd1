import type { FigureEdit } from "../../../src/figure/edits/edit.ts";
import type { Json } from "../../../src/figure/model/figure.ts";
import type { FigurePath } from "../../../src/figure/model/path.ts";

/** A place at which a part is taken to change it, in pixels of the drawing. */
export interface Handle {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly cursor: string;
  /** The edits that dragging it so many pixels of the drawing makes. */
  moved(right: number, down: number): FigureEdit[];
  /** What the part looks like then: a rectangle, or a line where `isLine`. */
  outline(right: number, down: number): Outline;
}

/** Two corners, or the two ends of a line, in pixels of the drawing. */
export interface Outline {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly isLine: boolean;
}

/** How a part is moved: by so many pixels of the drawing. */
export interface Mover {
  moved(right: number, down: number): FigureEdit[];
  readonly handles?: readonly Handle[];
  /** The end of an arrow that stays where it is while the rest moves. */
  readonly anchor?: readonly [number, number];
}

/** An edit for each value that a change of place makes; those that stay are left out. */
export function placed(
  path: FigurePath,
  values: { readonly [name: string]: Json | undefined },
  before: { readonly [name: string]: unknown },
): FigureEdit[] {
  return Object.entries(values).flatMap(([name, value]): FigureEdit[] =>
    value === undefined || value === before[name] ? [] : [{ act: "set", path: [...path, name], value }],
  );
}
