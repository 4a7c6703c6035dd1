// oxlint-disable no-underscore-dangle -- these are the engine's private names
import type { PlotSchema } from "./arrayAttributes.ts";
import type { Attributes } from "../../reading/attributes.ts";

/** An element that plotly.js draws into. */
export interface Graph {
  readonly calcdata?: readonly DrawnPoint[][];
  readonly _fullLayout?: Attributes;
  readonly _transitionData?: { readonly _frames?: readonly unknown[] };
}

/** What plotly.js keeps of an axis. */
export interface Axis {
  readonly type: string;
  readonly range: readonly unknown[];
  readonly autorange?: unknown;
  readonly rangebreaks?: readonly unknown[];
  readonly showspikes?: boolean;
  /** Pixels; absent before the first layout. */
  readonly _length?: number;
  /** Where it begins in the drawing, in pixels. */
  readonly _offset?: number;
  /** A number of the axis, or its logarithm, to pixels: `_b + _m * number`. */
  readonly _m: number;
  readonly _b: number;
  /** An end of the range to a number of the axis, or its logarithm. */
  r2l(end: unknown): number;
  /** A number of the axis to pixels. */
  c2p(value: number): number;
  /** The numbers of a trace along this axis. */
  makeCalcdata: (trace: Attributes, letter: string) => ArrayLike<number>;
}

/** A trace with all its defaults. */
export interface FullTrace extends Attributes {
  /** The trace as it was given. */
  readonly _input: Attributes;
  readonly _module?: TraceModule;
  _length: number;
}

/** A point as plotly.js draws it. `i` is its index in the trace. */
export interface DrawnPoint {
  x?: number | undefined;
  y?: number | undefined;
  i?: number;
  /** The first point of a trace has what belongs to the whole trace. */
  t?: TraceState;
  trace?: FullTrace;
  [more: string]: unknown;
}

/** What the engine keeps for a trace from one calculation to the next. */
export type TraceState = object;

export interface Hovered {
  readonly xa: Axis;
  readonly ya: Axis;
  cd: ArrayLike<DrawnPoint>;
  /** The index of a point that is given; false where one is to be found. */
  readonly index: number | false;
  /** In pixels. */
  readonly distance: number;
}

export interface HoverOptions {
  /** The search is for a label. Without it, it is for a spike, at any distance. */
  readonly finiteRange?: boolean;
}

/** The subplot that a module draws into. */
export interface Subplot {
  readonly xaxis: Axis;
  readonly yaxis: Axis;
}

/** What a type of trace brings. plotly.js looks each function up when it calls it. */
export interface TraceModule {
  readonly name: string;
  calc?: (graph: Graph, trace: FullTrace) => DrawnPoint[];
  plot?: (graph: Graph, subplot: Subplot, traces: DrawnPoint[][], ...more: unknown[]) => void;
  hoverPoints?: (
    pointed: Hovered,
    x: number,
    y: number,
    mode: string,
    options?: HoverOptions,
  ) => readonly object[] | undefined;
}

/** Calls back with each module of traces before plotly.js first uses it for a drawing. */
export function meetModules(plotly: Registrar, meet: (module: TraceModule) => void): void {
  const met = new Set<TraceModule>();
  plotly.register({
    moduleType: "component",
    name: "reduction",
    // The engine asks each component for its part of the layout once the traces have their defaults.
    supplyLayoutDefaults(_given: unknown, _full: unknown, traces: readonly FullTrace[]) {
      for (const { _module: module } of traces) {
        if (module === undefined || met.has(module)) continue;
        met.add(module);
        meet(module);
      }
    },
  });
}

/** The part of plotly.js that takes modules, and what it knows of attributes. */
export interface Registrar {
  readonly PlotSchema: PlotSchema;
  register(module: object): void;
}
