// oxlint-disable no-underscore-dangle -- what plotly.js keeps of a drawing has no public name
import type { GraphDiv } from "../../drawing/plotly.ts";
import { at, type Attributes, isAttributes } from "../../reading/attributes.ts";
import type { Rectangle } from "../moving/boxMovers.ts";
import { type FullLayout, fullLayoutOf } from "../moving/plotted.ts";
import { isShared, traceIn } from "../../reading/origins.ts";
import { Surface } from "./surface.ts";

/** A trace with all its defaults. */
export interface FullTrace extends Attributes {
  readonly index: number;
  readonly uid: string;
  readonly type: string;
  readonly visible: boolean | "legendonly";
}

/** What the parts of a drawing are read from. */
export interface PartSource {
  readonly graph: GraphDiv;
  /** The layout as it was given to plotly.js. */
  readonly given: Attributes;
  readonly layout: FullLayout;
  readonly traces: readonly FullTrace[];
  readonly surface: Surface;
  /** Where a drawn trace is in the text; undefined where the text has no trace of its own for it. */
  traceIn(index: number): number | undefined;
  /** Whether several drawn traces are one in the text, as the groups of a transform are. */
  isShared(index: number): boolean;
}

/** Undefined before anything is drawn. */
export function partSource(graph: GraphDiv, origins: readonly number[] | undefined): PartSource | undefined {
  const full = fullLayoutOf(graph);
  if (full === undefined) return undefined;
  const given = (graph as { readonly layout?: unknown }).layout;
  return {
    graph,
    given: isAttributes(given) ? given : {},
    layout: full,
    traces: (graph._fullData ?? []) as unknown as FullTrace[],
    surface: new Surface(graph, full.width),
    traceIn: (index) => traceIn(origins, index),
    isShared: (index) => isShared(origins, index),
  };
}

/** The place of what has a `domain`, in pixels of the drawing; undefined where it has none. */
export function domainBox({ _size: { l, t, w, h } }: FullLayout, domain: unknown): Rectangle | undefined {
  const [x, y] = [at(domain, "x"), at(domain, "y")];
  if (!isRange(x) || !isRange(y)) return undefined;
  return { left: l + w * x[0], top: t + h * (1 - y[1]), width: w * (x[1] - x[0]), height: h * (y[1] - y[0]) };
}

const isRange = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((end) => typeof end === "number");

/** What d3 has bound to an element. */
export const dataOf = (element: Element): unknown => (element as { readonly __data__?: unknown }).__data__;

export const isShown = (trace: FullTrace): boolean => trace.visible === true;

/** The elements that a selector finds in a drawing. */
export const findAll = ({ graph }: PartSource, selector: string): Element[] => [...graph.querySelectorAll(selector)];
