// oxlint-disable no-underscore-dangle -- these are the engine's private names
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
import { FinePicture } from "./finePicture.ts";
import { hoverGlLine, isPlainGlLine, joinAsWhole, redrawGlLine } from "./glLines.ts";
import { axesOf, hasPlainAxes, isPlainLine, subplotOf } from "./lineTraces.ts";
import { type Part, type Reduced, sumOf } from "./reduced.ts";
import { ReducedCells } from "./reducedCells.ts";
import { type Chosen, type FewPoints, pointsOf, replacePoints, withPoints } from "./fewPoints.ts";
import { ReducedLine } from "./reducedLine.ts";
import { ReducedMarkers } from "./reducedMarkers.ts";
import { mostDrawn } from "../../../src/figure/schema/slowTraces.ts";
import { type Columns, columnsOf } from "./traceColumns.ts";
import type { PartialLine } from "../../reading/partialLine.ts";
import { hasPlainMarkers, mostWhole } from "../../reading/plainMarkers.ts";

/** Markers of a figure that are drawn in a moment. */
const mostMarkers = mostDrawn.markers * 0.6;

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
      if (name === "scattergl") this.#reduceGl(module);
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
      const reading = isLarge(y) && this.#columnsOf(x, y) === undefined ? columnsOf(trace) : undefined;
      if (reading === undefined || !isLarge(y)) continue;
      const read = await inSlices(reading, isWanted);
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
    return sumOf(traces.map(({ length, drawn }) => ({ all: length, drawn })));
  }

  #reduce(module: TraceModule): void {
    const { calc, plot, hoverPoints } = module;
    if (!calc || !plot || !hoverPoints) return;
    module.calc = (graph, trace) => {
      const reduced = this.#reduced(graph, trace) ?? this.#stopgap(graph, trace);
      if (reduced === undefined) return calc(graph, trace);
      const [points, chosen] = this.#calculated(reduced, graph, trace, calc);
      replacePoints(points, pointsOf(chosen, trace));
      const state: TraceState = {};
      Object.assign(points[0] ?? {}, { t: state });
      this.#traces.set(state, reduced);
      return points;
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

  /** Does the same for lines of WebGL. */
  #reduceGl(module: TraceModule): void {
    const { calc, plot, hoverPoints } = module;
    if (!calc || !plot || !hoverPoints) return;
    module.calc = (graph, trace) => {
      const reduced = this.#reduced(graph, trace) ?? this.#stopgap(graph, trace);
      if (reduced === undefined) return calc(graph, trace);
      const [points] = this.#calculated(reduced, graph, trace, calc);
      const [first] = points;
      if (first?.t) this.#traces.set(first.t, reduced);
      joinAsWhole(subplotOf(graph, trace), first, reduced.length);
      return points;
    };
    module.plot = (graph, subplot, traces, ...more) => {
      for (const [first] of traces) {
        const refined = this.#traceOf(first)?.refined(subplot, this.fineness, mostMarkers);
        if (first && refined) redrawGlLine(subplot, first, refined);
      }
      plot(graph, subplot, traces, ...more);
      this.#changed();
    };
    module.hoverPoints = (...pointing) => {
      const trace = this.#traceOf(pointing[0].cd[0]);
      return trace ? hoverGlLine(trace, hoverPoints, pointing) : hoverPoints(...pointing);
    };
  }

  /** Has the engine calculate a trace as if the chosen points were all. The ends of the axes are among them. */
  #calculated(
    reduced: FewPoints,
    graph: Graph,
    trace: FullTrace,
    calc: (graph: Graph, trace: FullTrace) => DrawnPoint[],
  ): [points: DrawnPoint[], chosen: Chosen] {
    const axes = axesOf(graph, trace);
    const chosen = reduced.first(axes, Number(graph._fullLayout?.["width"] ?? 1000) * this.fineness);
    return [withPoints(chosen, axes, trace, () => calc(graph, trace)), chosen];
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
    const isPlain = typeOf(trace) === "scattergl" ? isPlainGlLine : isPlainLine;
    if (line?.length === trace._length && isPlain(trace, line.hasGaps))
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

/** What is drawn where all is. */
function allOf({ calcdata = [] }: Graph): Part {
  const traces = calcdata.flatMap(([first]) => first?.trace ?? []);
  const large = traces.filter(
    ({ _length: length, _module: module, mode }) =>
      length > mostWhole && (module?.name === "scatter" || (module?.name === "scattergl" && mode === "lines")),
  );
  const all = large.reduce((sum, { _length: length }) => sum + length, 0);
  return { all, drawn: all };
}

/** Traces of points, of which there may be many. */
const pointTraces: ReadonlySet<string> = new Set(["scatter", "scattergl"]);

const isLarge = (values: unknown): values is object => lengthOf(values) > mostWhole;
