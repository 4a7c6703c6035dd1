// oxlint-disable no-underscore-dangle -- these are the engine's private names
import type { ColumnSource } from "../../../src/figure/data/reduce/columnSource.ts";
import { readColumns, readPoints, type PlaceKind } from "../../../src/figure/data/reduce/readColumns.ts";
import { inSlices } from "../../../src/figure/text/steps/slices.ts";
import { type Attributes, isAttributes, lengthOf, typeOf } from "../../reading/attributes.ts";
import {
  type DrawnPoint,
  type FullTrace,
  type Graph,
  meetModules,
  type Registrar,
  type TraceModule,
  type TraceState,
} from "./engineModule.ts";
import { quickenArrayAttributes } from "./arrayAttributes.ts";
import { hoverReduced, quickWithoutIndex, withoutIdleSpikes } from "./hover.ts";
import { axesOf, hasPlainAxes, isPlainLine } from "./lineTraces.ts";
import { FinePicture } from "./finePicture.ts";
import type { Part, Reduced } from "./reduced.ts";
import { ReducedCells } from "./reducedCells.ts";
import { type FewPoints, pointsOf, replacePoints } from "./fewPoints.ts";
import { ReducedLine } from "./reducedLine.ts";
import { ReducedMarkers } from "./reducedMarkers.ts";
import type { ScatteredPoints } from "../../../src/figure/data/reduce/scatteredPoints.ts";
import { mostDrawn } from "../../../src/figure/schema/slowTraces.ts";
import type { PartialLine } from "../../reading/partialLine.ts";
import { hasPlainMarkers, mostWhole } from "../../reading/plainMarkers.ts";

/** Markers of a figure that are drawn in a moment. */
const mostMarkers = mostDrawn.markers * 0.6;

/** What was read of a trace. It is kept as long as the array of its values is. */
interface Columns {
  readonly x: unknown;
  readonly places: PlaceKind | undefined;
  /** Where its points ascend. */
  readonly line?: (ColumnSource & { readonly hasGaps: boolean }) | undefined;
  /** Where it is drawn as markers. */
  readonly scattered?: ScatteredPoints | undefined;
}

/**
 * Has plotly.js draw large lines from few of their points. Figures stay whole: plotly.js gets all arrays, and it is only
 * at the step that makes an object of each point that points are chosen, and again whenever it draws another part of an
 * axis. So ranges, pictures, point numbers and what is pointed at are those of the whole, whatever is drawn.
 */
export class Reduction {
  readonly #columns = new WeakMap<object, Columns | "other">();
  readonly #traces = new WeakMap<TraceState, FewPoints>();
  readonly #attached = new WeakSet<Registrar>();
  readonly #changed: () => void;
  readonly #screen: () => number;
  readonly #partial: (y: unknown) => PartialLine | undefined;
  readonly #arrived: () => void;
  readonly #cells: ReducedCells;
  readonly #refused: (reason: unknown) => void;
  readonly #picture = new FinePicture();
  /** All points are drawn. */
  isOff = false;
  /** The figure has frames, whose points take the places of its own by their numbers, so that each is drawn. */
  hasFrames = false;

  /**
   * `screen` tells how many pixels the screen has for one of the drawing's; `changed` is called when other points are drawn.
   * `partial` finds a line of which only some points are here, by its y; `arrived` is called when finer ones have come,
   * `refused` when those cannot be had that a line has to be drawn from.
   */
  constructor(
    screen: () => number,
    changed: () => void,
    partial: (y: unknown) => PartialLine | undefined = () => undefined,
    arrived: () => void = () => undefined,
    refused: (reason: unknown) => void = () => undefined,
  ) {
    this.#screen = screen;
    this.#changed = changed;
    this.#partial = partial;
    this.#arrived = arrived;
    this.#refused = refused;
    this.#cells = new ReducedCells(this, changed);
  }

  /** Pixels of the screen, or of the picture that is made, for a pixel of the drawing. */
  get fineness(): number {
    return Math.max(1, this.#picture.density ?? this.#screen());
  }

  /** Takes effect on all that this plotly.js draws from now on. */
  attach(plotly: Registrar): void {
    if (this.#attached.has(plotly)) return;
    this.#attached.add(plotly);
    quickenArrayAttributes(plotly.PlotSchema);
    meetModules(plotly, (module) => {
      const { name, hoverPoints } = module;
      if (hoverPoints && pointTraces.has(name)) module.hoverPoints = withoutIdleSpikes(hoverPoints);
      if (name === "scatter") this.#reduce(module);
      if (name === "heatmap") this.#cells.reduce(module);
      if (name === "scattergl" && module.hoverPoints) module.hoverPoints = quickWithoutIndex(module.hoverPoints);
    });
  }

  /** Has a picture made of these traces, with so many pixels for each of the drawing's. */
  async during<Result>(density: number, traces: readonly Attributes[], draw: () => Promise<Result>): Promise<Result> {
    return await this.#picture.make(
      density,
      traces.flatMap(({ y }) => this.#partial(y) ?? []),
      draw,
    );
  }

  /** Reads the columns of large traces, a few milliseconds at a time. Stops where `isWanted` says no. */
  async read(traces: readonly Attributes[], isWanted: () => boolean): Promise<void> {
    if (this.isOff || this.hasFrames) return;
    for (const trace of traces) {
      await this.#cells.read(trace, isWanted);
      const { x, y } = trace;
      if (!types.has(typeOf(trace)) || !isLarge(y) || this.#columnsOf(x, y) !== undefined) continue;
      const read = await inSlices(trace["mode"] === "markers" ? scatteredOf(x, y) : lineOf(x, y), isWanted);
      if (!isWanted()) return;
      this.#columns.set(y, read ?? "other");
    }
  }

  /** How much of what is in an element is drawn. Undefined where it has no more than a screen shows. */
  counted(graph: Graph): Reduced | undefined {
    if (this.hasFrames) return undefined;
    const reduced = { points: this.isOff ? allOf(graph) : this.#counted(graph), cells: this.#cells.counted(graph) };
    return reduced.points.all + reduced.cells.all === 0 ? undefined : reduced;
  }

  #counted({ calcdata = [] }: Graph): Part {
    const traces = calcdata.flatMap(([first]) => this.#traceOf(first) ?? []);
    const sum = (count: (trace: FewPoints) => number): number => traces.reduce((all, each) => all + count(each), 0);
    return { all: sum(({ length }) => length), drawn: sum(({ drawn }) => drawn) };
  }

  #reduce(module: TraceModule): void {
    const { calc, plot, hoverPoints } = module;
    if (!calc || !plot || !hoverPoints) return;
    module.calc = (graph, trace) => {
      const reduced = this.#reduced(graph, trace) ?? this.#stopgap(graph, trace);
      return reduced === undefined ? calc(graph, trace) : this.#calculated(reduced, graph, trace, calc);
    };
    module.plot = (graph, subplot, traces, ...more) => {
      const few = traces.map((points) => this.#traceOf(points[0]));
      const most = mostMarkers / Math.max(1, few.filter((each) => each instanceof ReducedMarkers).length);
      for (const [index, points] of traces.entries()) {
        const trace = points[0]?.trace;
        const refined = trace && few[index]?.refined(subplot, this.fineness, most);
        if (refined) replacePoints(points, pointsOf(refined, trace));
        const line = few[index] && trace?.["line"];
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
    reduced: FewPoints,
    graph: Graph,
    trace: FullTrace,
    calc: (graph: Graph, trace: FullTrace) => DrawnPoint[],
  ): DrawnPoint[] {
    const axes = axesOf(graph, trace);
    const { xaxis: x, yaxis: y } = axes;
    const viewed = reduced.first(axes, Number(graph._fullLayout?.["width"] ?? 1000) * this.fineness);
    const length = trace._length;
    const makers = [x.makeCalcdata, y.makeCalcdata] as const;
    try {
      x.makeCalcdata = () => viewed.x;
      y.makeCalcdata = () => viewed.y;
      trace._length = viewed.indices.length;
      const points = calc(graph, trace);
      replacePoints(points, pointsOf(viewed, trace));
      const state: TraceState = {};
      Object.assign(points[0] ?? {}, { t: state });
      this.#traces.set(state, reduced);
      return points;
    } finally {
      trace._length = length;
      [x.makeCalcdata, y.makeCalcdata] = makers;
    }
  }

  #traceOf(first: DrawnPoint | undefined): FewPoints | undefined {
    return first?.t && this.#traces.get(first.t);
  }

  /** A trace that can be drawn from few of its points; undefined for any other. */
  #reduced(graph: Graph, trace: FullTrace): FewPoints | undefined {
    if (this.isOff || this.hasFrames) return undefined;
    const { x, y } = trace;
    const columns = isLarge(y) ? this.#columnsOf(x, y) : undefined;
    if (columns === undefined || columns === "other" || !hasPlainAxes(graph, trace, columns.places)) return undefined;
    const { line, scattered } = columns;
    if (line?.length === trace._length && isPlainLine(trace, line.hasGaps))
      return new ReducedLine(line, trace, axesOf(graph, trace).yaxis, this.#ask);
    if (scattered?.length === trace._length && hasPlainMarkers(trace)) return new ReducedMarkers(scattered, trace);
    return undefined;
  }

  /** Some points of a line that has to be drawn from all, until these have come. */
  #stopgap(graph: Graph, trace: FullTrace): FewPoints | undefined {
    const line = this.#partial(trace["y"]);
    if (line) this.#picture.lacks();
    line?.fetch().catch(this.#refused);
    return line && new ReducedLine(line, trace, axesOf(graph, trace).yaxis, this.#ask);
  }

  readonly #ask = (asked: Promise<void>, isShown: () => boolean): void => {
    this.#picture.waitFor(asked);
    void asked.then(() => {
      if (isShown()) this.#arrived();
    });
  };

  #columnsOf(x: unknown, y: object): Columns | "other" | undefined {
    const line = this.#partial(y);
    const isNumbered = lengthOf(x) === 0;
    // A trace that has got another x since is drawn from all its points.
    if (line) return line.isNumbered === isNumbered ? { x, line, places: isNumbered ? undefined : "number" } : "other";
    const columns = this.#columns.get(y);
    return columns === "other" || columns?.x === x ? columns : undefined;
  }
}

function* lineOf(x: unknown, y: unknown): Generator<undefined, Columns | undefined> {
  const read = yield* readColumns(x, y);
  return read && { x, places: read.places, line: read.columns };
}

function* scatteredOf(x: unknown, y: unknown): Generator<undefined, Columns | undefined> {
  const read = yield* readPoints(x, y);
  return read && { x, places: read.places, scattered: read.points };
}

/** What is drawn where all is. */
function allOf({ calcdata = [] }: Graph): Part {
  const large = calcdata.filter(
    ({ length, 0: first }) => length > mostWhole && types.has(first?.trace?._module?.name ?? ""),
  );
  const all = large.reduce((sum, { length }) => sum + length, 0);
  return { all, drawn: all };
}

/** Traces of points, of which there may be many. */
const pointTraces: ReadonlySet<string> = new Set(["scatter", "scattergl"]);

/** Traces that are drawn reduced. */
const types: ReadonlySet<string> = new Set(["scatter"]);

const isLarge = (values: unknown): values is object => lengthOf(values) > mostWhole;
