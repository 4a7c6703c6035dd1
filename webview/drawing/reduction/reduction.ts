// oxlint-disable no-underscore-dangle -- these are the engine's private names
import type { ColumnSource } from "../../../src/figure/data/reduce/columnSource.ts";
import { readColumns, type PlaceKind } from "../../../src/figure/data/reduce/readColumns.ts";
import { type Attributes, isAttributes, lengthOf, typeOf } from "../../reading/attributes.ts";
import type { PartialLine } from "../../reading/partialLine.ts";
import {
  type DrawnPoint,
  type FullTrace,
  type Graph,
  meetModules,
  type Registrar,
  type TraceModule,
  type TraceState,
} from "./engineModule.ts";
import { hoverReduced, withoutIdleSpikes } from "./hover.ts";
import { axesOf, isPlainLine } from "./lineTraces.ts";
import type { Reduced } from "./reduced.ts";
import { pointsOf, ReducedTrace, replacePoints } from "./reducedTrace.ts";

/** Traces of fewer points are drawn as they are. */
const fewest = 20_000;

/** Work in one go, in milliseconds. */
const slice = 8;

/** What was read of a trace. It is kept as long as the array of its values is. */
interface Columns {
  readonly x: unknown;
  readonly source: ColumnSource & { readonly hasGaps: boolean };
  readonly places: PlaceKind | undefined;
}

/**
 * Has plotly.js draw large lines from few of their points. Figures stay whole: plotly.js gets all arrays, and it is only
 * at the step that makes an object of each point that points are chosen, and again whenever it draws another part of an
 * axis. So ranges, pictures, point numbers and what is pointed at are those of the whole, whatever is drawn.
 */
export class Reduction {
  readonly #columns = new WeakMap<object, Columns | "other">();
  readonly #traces = new WeakMap<TraceState, ReducedTrace>();
  readonly #attached = new WeakSet<Registrar>();
  readonly #changed: () => void;
  readonly #screen: () => number;
  readonly #partial: (y: unknown) => PartialLine | undefined;
  readonly #arrived: () => void;
  /** Pixels of the picture that is being made for a pixel of the drawing. */
  #density: number | undefined;
  /** All points are drawn. */
  isOff = false;

  /**
   * `screen` tells how many pixels the screen has for one of the drawing's; `changed` is called when other points are drawn.
   * `partial` finds a line of which only some points are here, by its y; `arrived` is called when finer ones have come.
   */
  constructor(
    screen: () => number,
    changed: () => void,
    partial: (y: unknown) => PartialLine | undefined = () => undefined,
    arrived: () => void = () => undefined,
  ) {
    this.#screen = screen;
    this.#changed = changed;
    this.#partial = partial;
    this.#arrived = arrived;
  }

  /** Columns of pixels for a pixel of the drawing. */
  get #fineness(): number {
    return Math.max(1, this.#density ?? this.#screen());
  }

  /** Takes effect on all that this plotly.js draws from now on. */
  attach(plotly: Registrar): void {
    if (this.#attached.has(plotly)) return;
    this.#attached.add(plotly);
    meetModules(plotly, (module) => {
      const { name, hoverPoints } = module;
      if (hoverPoints && pointTraces.has(name)) module.hoverPoints = withoutIdleSpikes(hoverPoints);
      if (name === "scatter") this.#reduceLines(module);
    });
  }

  /** Draws meanwhile for a picture of so many pixels for each of the drawing's. */
  async during<Result>(density: number, draw: () => Promise<Result>): Promise<Result> {
    this.#density = density;
    try {
      return await draw();
    } finally {
      this.#density = undefined;
    }
  }

  /** Reads the columns of large traces, a few milliseconds at a time. Stops where `isWanted` says no. */
  async read(traces: readonly Attributes[], isWanted: () => boolean): Promise<void> {
    if (this.isOff) return;
    for (const trace of traces) {
      const { x, y } = trace;
      if (!types.has(typeOf(trace)) || !isLarge(y) || this.#columnsOf(x, y) !== undefined) continue;
      const reading = readColumns(x, y);
      let due = performance.now() + slice;
      let step = reading.next();
      for (; step.done !== true; step = reading.next()) {
        if (performance.now() < due) continue;
        await breath();
        if (!isWanted()) return;
        due = performance.now() + slice;
      }
      const { columns: source, places } = step.value ?? {};
      this.#columns.set(y, source === undefined ? "other" : { x, source, places });
    }
  }

  /** How much of what is in an element is drawn. Undefined where it has no more points than a screen shows. */
  counted(graph: Graph): Reduced | undefined {
    if (this.isOff) return allOf(graph);
    const traces = (graph.calcdata ?? []).flatMap(([first]) => this.#traceOf(first) ?? []);
    if (traces.length === 0) return undefined;
    const sum = (count: (trace: ReducedTrace) => number): number => traces.reduce((all, each) => all + count(each), 0);
    return { points: sum(({ source }) => source.length), drawn: sum(({ drawn }) => drawn) };
  }

  #reduceLines(module: TraceModule): void {
    const { calc, plot, hoverPoints } = module;
    if (!calc || !plot || !hoverPoints) return;
    module.calc = (graph, trace) => {
      const source = this.#sourceOf(graph, trace) ?? this.#stopgap(trace);
      if (source === undefined) return calc(graph, trace);
      const reduced = new ReducedTrace(source, trace, axesOf(graph, trace).y, this.#arrived);
      return this.#calculated(reduced, graph, trace, calc);
    };
    module.plot = (graph, subplot, traces, ...more) => {
      for (const points of traces) {
        const reduced = this.#traceOf(points[0]);
        if (reduced === undefined) continue;
        const refined = reduced.refined(subplot.xaxis, this.#fineness);
        if (refined) replacePoints(points, pointsOf(refined));
        const line = points[0]?.trace?.["line"];
        // The engine would leave out some of these few again, to within most of a pixel.
        if (isAttributes(line)) line["simplify"] = false;
      }
      plot(graph, subplot, traces, ...more);
      this.#changed();
    };
    module.hoverPoints = (pointed, x, y, mode, options) => {
      const trace = this.#traceOf(pointed.cd[0]);
      return hoverReduced(trace, hoverPoints, [pointed, x, y, mode, options]);
    };
  }

  /** Has the engine calculate a trace as if the chosen points were all. The ends of the axes are among them. */
  #calculated(
    reduced: ReducedTrace,
    graph: Graph,
    trace: FullTrace,
    calc: (graph: Graph, trace: FullTrace) => DrawnPoint[],
  ): DrawnPoint[] {
    const { x, y } = axesOf(graph, trace);
    const viewed = reduced.first(x, Number(graph._fullLayout?.["width"] ?? 1000) * this.#fineness);
    const length = trace._length;
    const makers = [x.makeCalcdata, y.makeCalcdata] as const;
    try {
      x.makeCalcdata = () => viewed.x;
      y.makeCalcdata = () => viewed.y;
      trace._length = viewed.indices.length;
      const points = calc(graph, trace);
      replacePoints(points, pointsOf(viewed));
      const state: TraceState = {};
      Object.assign(points[0] ?? {}, { t: state });
      this.#traces.set(state, reduced);
      return points;
    } finally {
      trace._length = length;
      [x.makeCalcdata, y.makeCalcdata] = makers;
    }
  }

  #traceOf(first: DrawnPoint | undefined): ReducedTrace | undefined {
    return first?.t && this.#traces.get(first.t);
  }

  #sourceOf(graph: Graph, trace: FullTrace): ColumnSource | undefined {
    if (this.isOff) return undefined;
    const { x, y } = trace;
    const columns = isLarge(y) ? this.#columnsOf(x, y) : undefined;
    if (columns === undefined || columns === "other") return undefined;
    const { source, places } = columns;
    return trace._length === source.length && isPlainLine(graph, trace, places, source.hasGaps) ? source : undefined;
  }

  /** Some points of a line that has to be drawn from all, until these have come. */
  #stopgap({ y }: FullTrace): ColumnSource | undefined {
    const line = this.#partial(y);
    line?.fetch().catch(() => undefined);
    return line;
  }

  #columnsOf(x: unknown, y: object): Columns | "other" | undefined {
    const line = this.#partial(y);
    const isNumbered = lengthOf(x) === 0;
    // A trace that has got another x since is drawn from all its points.
    if (line)
      return line.isNumbered === isNumbered ? { x, source: line, places: isNumbered ? undefined : "number" } : "other";
    const columns = this.#columns.get(y);
    return columns === "other" || columns?.x === x ? columns : undefined;
  }
}

/** What is drawn where all is. */
function allOf({ calcdata = [] }: Graph): Reduced | undefined {
  const large = calcdata.filter(
    ({ length, 0: first }) => length > fewest && types.has(first?.trace?._module?.name ?? ""),
  );
  const points = large.reduce((all, { length }) => all + length, 0);
  return points === 0 ? undefined : { points, drawn: points };
}

/** Traces of points, of which there may be many. */
const pointTraces: ReadonlySet<string> = new Set(["scatter", "scattergl"]);

/** Traces that are drawn reduced. */
const types: ReadonlySet<string> = new Set(["scatter"]);

const isLarge = (values: unknown): values is object => lengthOf(values) > fewest;

/** Lets the page answer in between. */
const breath = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));
