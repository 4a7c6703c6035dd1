import type { Near } from "../../../src/figure/data/reduce/columnSource.ts";
import { at } from "../../reading/attributes.ts";
import { isOpaque } from "../../reading/plainMarkers.ts";
import type { DrawnPoint, FullTrace, Subplot, TraceModule } from "./engineModule.ts";
import { type Chosen, type FewPoints, scaleOf } from "./fewPoints.ts";
import { isPlainLine } from "./lineTraces.ts";

/** Lines of more points have plain joints in the engine. */
const mostRound = 50_000;

/** What the engine keeps for a trace of WebGL. */
interface Stash {
  readonly index: number;
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

/** What the engine keeps for all traces of WebGL in a subplot. */
interface Scene {
  /** Nothing was uploaded yet. */
  readonly dirty: boolean;
  readonly line2d: boolean | { update(options: readonly object[]): void };
  readonly lineOptions: readonly (LineOptions | undefined)[];
}

interface LineOptions {
  positions: number[];
  join: string;
}

/**
 * Whether the picture of a WebGL trace is that of the outermost points in each column of pixels. Where lines are seen
 * through, the engine's program makes them the darker the more pieces they have.
 */
export function isPlainGlLine(trace: FullTrace, hasGaps: boolean): boolean {
  return (
    isPlainLine(trace, hasGaps) &&
    trace["mode"] === "lines" &&
    (at(trace["line"], "shape") ?? "linear") === "linear" &&
    (trace["fill"] ?? "none") === "none" &&
    trace["selectedpoints"] === undefined &&
    (trace["opacity"] ?? 1) === 1 &&
    isOpaque(at(trace["line"], "color")) &&
    isUsualWidth(at(trace["line"], "width"))
  );
}

/** In pixels. Thinner lines are seen through, and of thicker ones the joints show. */
const isUsualWidth = (width: unknown): boolean => typeof width === "number" && width >= 1 && width <= 3;

/** Has a line that was calculated from few of its points look as one of all. */
export function joinAsWhole(subplot: Subplot, first: DrawnPoint | undefined, whole: number): void {
  const options = optionsOf(subplot, first);
  if (options && whole > mostRound) options.join = "rect";
}

/** Puts other points in the place of those that a line is drawn from. */
export function redrawGlLine(subplot: Subplot, first: DrawnPoint, chosen: Chosen): void {
  const stash = first.t as Stash;
  const scene = sceneOf(subplot);
  const options = optionsOf(subplot, first);
  if (options === undefined || scene === undefined) return;
  const positions = positionsOf(chosen, subplot);
  Object.assign(stash, { x: chosen.x, y: chosen.y });
  options.positions = positions;
  if (scene.dirty || typeof scene.line2d !== "object") return;
  // Where nothing stands, the others stay as they are.
  const update: object[] = [];
  // The program keeps a colour for each point, and counts from the range that it has.
  update[stash.index] = { ...options, range: rangeOf(subplot) };
  scene.line2d.update(update);
}

type HoverPoints = NonNullable<TraceModule["hoverPoints"]>;

/** Finds what is pointed at among all points of a line: our search finds the point, and the engine makes the label for it. */
export function hoverGlLine(
  trace: FewPoints,
  hoverPoints: HoverPoints,
  pointing: Parameters<HoverPoints>,
): ReturnType<HoverPoints> {
  const [pointed, x, y, mode, options] = pointing;
  const { xa, ya, distance } = pointed;
  const [first] = Array.from(pointed.cd);
  const by = mode === "x" ? "x" : "both";
  const pointer = { x: xa.c2p(x), y: ya.c2p(y), by, radius: 0, within: distance } as const;
  const near = trace.nearest(scaleOf(xa), scaleOf(ya), pointer);
  pointed.cd = [{ ...first, t: { ...first?.t, ...foundOf(near) } }];
  return hoverPoints(pointed, x, y, mode, options);
}

/** All that the engine's own search is given: the point that was found. */
function foundOf(near: Near | undefined): object {
  if (near === undefined) return { tree: undefined, ids: [], x: [], y: [] };
  const { index, x, y } = near;
  return { tree: undefined, ids: [index], x: { [index]: x }, y: { [index]: y } };
}

/** x, y, x, y, as they are on the axes, without the gaps at both ends, on which the engine's program fails. */
function positionsOf({ x, y }: Chosen, { xaxis, yaxis }: Subplot): number[] {
  const isThere = (index: number): boolean => Number.isFinite(x[index]) && Number.isFinite(y[index]);
  let [from, to] = [0, x.length];
  while (from < to && !isThere(from)) from++;
  while (to > from && !isThere(to - 1)) to--;
  const [isLogX, isLogY] = [xaxis.type === "log", yaxis.type === "log"];
  const positions: number[] = [];
  for (let index = from; index < to; index++)
    positions.push(
      isLogX ? Math.log10(x[index]!) : x[index]!,
      isLogY ? (y[index]! > 0 ? Math.log10(y[index]!) : Number.NaN) : isThere(index) ? y[index]! : Number.NaN,
    );
  return positions;
}

/** The least of both axes, then the greatest. */
function rangeOf({ xaxis, yaxis }: Subplot): number[] {
  const [x, y] = [xaxis, yaxis].map((axis) => axis.range.map((end) => axis.r2l(end)));
  return [x![0]!, y![0]!, x![1]!, y![1]!];
}

const sceneOf = (subplot: Subplot): Scene | undefined => (subplot as { readonly _scene?: Scene })["_scene"];

const optionsOf = (subplot: Subplot, first: DrawnPoint | undefined): LineOptions | undefined => {
  const stash = first?.t as Stash | undefined;
  return stash && sceneOf(subplot)?.lineOptions[stash.index];
};
