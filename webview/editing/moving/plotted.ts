// oxlint-disable no-underscore-dangle -- what plotly.js keeps of a drawing has no public name
import type { Plotted } from "../../drawing/view/viewState.ts";
import type { Attributes } from "../../reading/attributes.ts";

/** An axis of a plane as plotly.js keeps it. `l` is the number that it is linear in, `p` pixels from its beginning, `r` what a range says, `d` what data says. */
export interface FullAxis extends Attributes {
  readonly _id: string;
  readonly _name: string;
  /** Where it begins on the drawing, and how long it is, in the drawing's pixels. */
  readonly _offset: number;
  readonly _length: number;
  readonly type: string;
  readonly visible?: boolean;
  r2l(value: unknown): number;
  l2r(value: number): unknown;
  d2r(value: unknown, isNumber?: boolean): unknown;
  d2p(value: unknown): number;
  r2d(value: unknown): unknown;
  l2p(value: number): number;
  p2l(pixels: number): number;
  p2d(pixels: number): unknown;
}

/** The place of the plots on the drawing, in its pixels. */
export interface PlotSize {
  readonly l: number;
  readonly t: number;
  readonly w: number;
  readonly h: number;
}

/** The private members of a layout with all its defaults that editing reads. */
export interface FullLayout extends Attributes {
  readonly width: number;
  readonly height: number;
  readonly _size: PlotSize;
}

/** The layout with all its defaults; undefined before it is drawn. */
export function fullLayoutOf({ _fullLayout: layout }: Plotted): FullLayout | undefined {
  return layout !== undefined && "_size" in layout ? (layout as unknown as FullLayout) : undefined;
}

export const isAxis = (value: unknown): value is FullAxis =>
  typeof value === "object" && value !== null && "_offset" in value && "l2p" in value;

/** The axis that `x2` or `x2 domain` names. */
export function axisOf(layout: FullLayout, ref: string): FullAxis | undefined {
  const [, letter, count] = /^([xy])(\d*)/.exec(ref) ?? [];
  const axis = layout[`${letter}axis${count}`];
  return isAxis(axis) ? axis : undefined;
}
