import type { Json } from "../../model/figure.ts";

/**
 * What a part of a figure is found again by: an element of one of its lists, such as a trace. Members stand in the order
 * in which they are looked at.
 */
export interface PartSigns {
  /** The list, as a path from the figure, or from `of`: `data`, `layout.annotations`, `dimensions`. */
  readonly list: string;
  /** The part that has the list, where it is not the figure. */
  readonly of?: PartSigns;
  readonly uid?: string;
  readonly name?: string;
  /** Of a trace. A scatter has none. */
  readonly type?: string;
  /** Axes and subplots that a trace is drawn on, where it says so: `x2 y2`. */
  readonly axes?: string;
  /** The text of an annotation or a shape, the label of a dimension or a button. */
  readonly text?: string;
  /** Whether others had the same name or text, so that only its data tells which one it is. */
  readonly several?: true;
  /** A sign of its data, or of all that it holds, where it has no name of its own and no other has the same. */
  readonly data?: string;
  /** Its place in the list, from 0, and the number of elements there. */
  readonly place: number;
  readonly count: number;
  /** Signs of the others, and of some traces, where it has no name. Its place counts only where all of them are new. */
  readonly others?: readonly string[];
}

/**
 * One change by hand, in words that hold for a figure that is written anew. It has an attribute, or it was moved, or it
 * was copied.
 */
export interface HandEdit {
  /** Left out where the attribute is one of the layout. */
  readonly part?: PartSigns;
  /** The path from the part, or from the figure: `marker.line.color`, `layout.xaxis.range`. Empty for the whole part. */
  readonly attribute?: string;
  /** Left out where nothing stood there. */
  readonly before?: Json;
  /** Left out where it was removed. */
  readonly after?: Json;
  /** The whole part was removed, and is too large to be kept as `before`. */
  readonly removed?: true;
  /** The part went to another place of its list. */
  readonly moved?: { readonly from: number; readonly to: number };
  /** The part was copied to a place of its list. */
  readonly copied?: number;
}
