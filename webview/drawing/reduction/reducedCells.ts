// oxlint-disable no-underscore-dangle -- these are the engine's private names
import { ColorScale, type Stop } from "../../../src/figure/colors/colorScale.ts";
import { unevenCellsOf } from "../../../src/figure/data/reduce/cellPixels.ts";
import { type Cells, readCells } from "../../../src/figure/data/reduce/cells.ts";
import { inSlices } from "../../../src/figure/text/steps/slices.ts";
import { type Attributes, isAttributes, lengthOf, typeOf } from "../../reading/attributes.ts";
import { clearAside, drawCells, type Images } from "./cellImage.ts";
import type { Axis, DrawnPoint, FullTrace, Graph, Subplot, TraceModule } from "./engineModule.ts";
import { axesOf } from "./lineTraces.ts";
import { type Part, sumOf } from "./reduced.ts";

/** A heat map of fewer cells is drawn in a moment as it is. */
const mostWhole = 250_000;

/** Rows of so few are copied for each drawing, so that they are not known again. */
const fewRows = 64;

/** What is drawn how now. */
export interface Conditions {
  /** Every cell is drawn by the engine. */
  readonly isOff: boolean;
  /** Pixels of the screen, or of the picture that is made, for a pixel of the drawing. */
  readonly fineness: number;
}

/** A heat map as the engine keeps it: the edges of the cells, in numbers of the axes, and their rows. */
interface DrawnCells {
  readonly trace: FullTrace;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  z: Cells["rows"];
  /** What the engine has drawn it into: a selection of d3's. */
  readonly node3?: Selection;
  readonly nodeRangePlot3?: Selection;
}

interface Selection {
  node(): Images | null;
}

/** What of a large heat map is drawn. */
interface Shown {
  readonly cells: Cells;
  drawn: number;
}

/**
 * Has plotly.js draw large heat maps from the cells that the pixels of the screen show. It gets all of them, keeps all for
 * labels, and draws as ever what is smoothed, has gaps between cells or is off. Otherwise it places the picture, and the
 * picture is made here: each pixel has the colour that it has when the engine draws all cells and the browser shrinks
 * them, or the engine itself does.
 */
export class ReducedCells {
  readonly #read = new WeakMap<object, Cells | "other">();
  readonly #shown = new WeakMap<object, Shown>();
  readonly #conditions: Conditions;
  readonly #changed: () => void;

  /** `changed` is called when other cells are drawn. */
  constructor(conditions: Conditions, changed: () => void) {
    this.#conditions = conditions;
    this.#changed = changed;
  }

  /** Reads the cells of a trace that is a large heat map, a few milliseconds at a time. Stops where `isWanted` says no. */
  async read(trace: Attributes, isWanted: () => boolean): Promise<void> {
    const { z } = trace;
    if (typeOf(trace) !== "heatmap" || !isLarge(z) || this.#read.has(z)) return;
    const cells = await inSlices(readCells(z), isWanted);
    if (isWanted()) this.#read.set(z, cells ?? "other");
  }

  /** How many of the cells of large heat maps are drawn. */
  counted({ calcdata = [] }: Graph): Part {
    if (this.#conditions.isOff) return allOf(calcdata);
    const shown = calcdata.flatMap(([first]) => (first && this.#shown.get(first)) ?? []);
    return sumOf(shown.map(({ cells, drawn }) => ({ all: cellsIn(cells), drawn })));
  }

  /** Takes effect on all heat maps from now on. */
  reduce(module: TraceModule): void {
    const { calc, plot } = module;
    if (!calc || !plot) return;
    module.calc = (graph, trace) => {
      const cells = this.#cellsOf(graph, trace);
      return cells === undefined ? calc(graph, trace) : this.#calculated(cells, graph, trace, calc);
    };
    module.plot = (graph, subplot, traces, ...more) => {
      const pictures = traces.map(([first]) => this.#picture(first, subplot));
      const placed = traces.map((points, index) => pictures[index]?.placed ?? points);
      plot(graph, subplot, placed, ...more);
      for (const [first] of placed) clearAside(groupOf(first));
      for (const picture of pictures) picture?.draw();
      this.#changed();
    };
  }

  #cellsOf(graph: Graph, trace: FullTrace): Cells | undefined {
    const { z } = trace;
    const cells = isLarge(z) ? this.#read.get(z) : undefined;
    return cells !== "other" && cells && isPlain(graph, trace) ? cells : undefined;
  }

  /** Has the engine calculate edges and colours from rows of one cell, in which the extremes are those of all. */
  #calculated(
    cells: Cells,
    graph: Graph,
    trace: FullTrace,
    calc: (graph: Graph, trace: FullTrace) => DrawnPoint[],
  ): DrawnPoint[] {
    const { z } = trace;
    const { rows, columns, lowest, highest } = cells;
    try {
      const longest = new Float64Array(columns).fill(lowest);
      trace["z"] = rows.map((_, index) => (index === 0 ? longest : [highest]));
      const drawn = calc(graph, trace);
      const [first] = drawn as unknown as DrawnCells[];
      first!.z = rows;
      this.#shown.set(first!, { cells, drawn: cellsIn(cells) });
      return drawn;
    } finally {
      trace["z"] = z;
    }
  }

  /** What the engine is to draw in the place of all cells, and what is then put into that; undefined where it draws all. */
  #picture(point: DrawnPoint | undefined, subplot: Subplot): { placed: DrawnPoint[]; draw(): void } | undefined {
    const shown = point && this.#shown.get(point);
    if (shown === undefined) return undefined;
    const { cells } = shown;
    const { isOff, fineness } = this.#conditions;
    const first = point as unknown as DrawnCells;
    const { trace, x, y } = first;
    const { xaxis, yaxis } = subplot;
    const scale = scaleOf(trace);
    const isEven = trace["_islinear"] === true;
    const pixels = (xaxis._length ?? 0) * (yaxis._length ?? 0) * fineness ** 2;
    shown.drawn = cellsIn(cells);
    const isFew = isEven && pixels >= cellsIn(cells);
    const isLaid = !trace["zsmooth"] && (trace["xgap"] ?? 0) === 0 && (trace["ygap"] ?? 0) === 0;
    if (isOff || isFew || !isLaid || scale === undefined) return undefined;
    const edges = [pixelsOf(x, xaxis), pixelsOf(y, yaxis)] as const;
    if (!isEven && edges.some((each) => unevenCellsOf(each, 1) === undefined)) return undefined;
    // One cell in the place of all: the engine knows where it is.
    const ends = (all: ArrayLike<number>): number[] => [all[0]!, all[all.length - 1]!];
    const middle = cells.rows[y.length >> 1]?.[x.length >> 1] ?? cells.lowest;
    const cell = { ...first, x: ends(x), y: ends(y), z: [[middle]], xCenter: undefined, yCenter: undefined };
    const picture = { cells, scale, subplot, isEven, edges, fineness };
    const draw = (): void => {
      const image = groupOf(cell)?.querySelector("image");
      if (image) shown.drawn = drawCells(image, picture);
    };
    return { placed: [cell as unknown as DrawnPoint], draw };
  }
}

const isLarge = (z: unknown): z is readonly unknown[] =>
  Array.isArray(z) && z.length > fewRows && z.length * lengthOf(z[0]) > mostWhole;

/** What is drawn where all is. */
function allOf(calcdata: readonly DrawnPoint[][]): Part {
  const all = calcdata.reduce((sum, [first]) => {
    const z = first?.trace?.["z"];
    return first?.trace?._module?.name === "heatmap" && isLarge(z) ? sum + z.length * lengthOf(z[0]) : sum;
  }, 0);
  return { all, drawn: all };
}

const groupOf = (first: object | undefined): Images | null | undefined => {
  const { node3, nodeRangePlot3 }: Pick<DrawnCells, "node3" | "nodeRangePlot3"> = first ?? {};
  return (node3 ?? nodeRangePlot3)?.node();
};

const cellsIn = ({ rows, columns }: Cells): number => rows.length * columns;

/** Whether each row and column of numbers is one of cells, and nothing is written on them. */
function isPlain(graph: Graph, trace: FullTrace): boolean {
  const { xaxis, yaxis } = axesOf(graph, trace);
  return (
    [xaxis, yaxis].every(({ type, rangebreaks }) => plainTypes.has(type) && !rangebreaks?.length) &&
    trace["transpose"] !== true &&
    trace["connectgaps"] !== true &&
    (trace["texttemplate"] ?? "") === ""
  );
}

const plainTypes: ReadonlySet<string> = new Set(["linear", "log", "date"]);

/** The colours of a trace, which are its own or those of a colour axis. */
function scaleOf(trace: FullTrace): ColorScale | undefined {
  const shared = trace["_colorAx"];
  const from: Attributes = isAttributes(shared) ? shared : trace;
  const [low, high] = isAttributes(shared) ? [from["cmin"], from["cmax"]] : [from["zmin"], from["zmax"]];
  const stops = from["colorscale"];
  if (typeof low !== "number" || typeof high !== "number" || !Array.isArray(stops)) return undefined;
  return ColorScale.of(stops as readonly Stop[], low, high, from["reversescale"] === true);
}

const pixelsOf = (edges: ArrayLike<number>, axis: Axis): Float64Array =>
  Float64Array.from(edges, (edge) => axis.c2p(edge));
