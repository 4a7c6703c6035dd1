// oxlint-disable no-underscore-dangle -- these are the engine's private names
import type { Near } from "../../../src/figure/data/reduce/columnSource.ts";
import type { Pointer, Scale } from "../../../src/figure/data/reduce/nearest.ts";
import type { ScatteredPoints } from "../../../src/figure/data/reduce/scatteredPoints.ts";
import { type Ground, visibleMarkers } from "../../../src/figure/data/reduce/visibleMarkers.ts";
import { at } from "../../reading/attributes.ts";
import type { FullTrace, Subplot } from "./engineModule.ts";
import { type Chosen, type FewPoints, scaleOf } from "./fewPoints.ts";

/** Finer cells than these, a pixel, show nothing more of a disc. */
const finest = 2;

/** Equal opaque markers, of which those are drawn that are not below others. */
export class ReducedMarkers implements FewPoints {
  readonly #points: ScatteredPoints;
  readonly #size: number;
  #shown = "";
  drawn = 0;

  constructor(points: ScatteredPoints, trace: FullTrace) {
    this.#points = points;
    const size = at(trace, "marker", "size");
    this.#size = typeof size === "number" ? size : 6;
  }

  get length(): number {
    return this.#points.length;
  }

  get radius(): number {
    return Math.max(3, this.markerRadius);
  }

  get markerRadius(): number {
    return this.#size / 2;
  }

  first({ xaxis, yaxis }: Subplot): Chosen {
    this.#shown = "";
    return this.#chosen(this.#points.outermost(xaxis.type === "log", yaxis.type === "log"));
  }

  refined(axes: Subplot, fineness: number, most: number): Chosen | undefined {
    const { xaxis, yaxis } = axes;
    const [xScale, yScale] = [scaleOf(xaxis), scaleOf(yaxis)];
    const [width, height] = [xaxis._length ?? 0, yaxis._length ?? 0];
    const shown = JSON.stringify([xScale, yScale, width, height, fineness, most]);
    if (shown === this.#shown) return undefined;
    this.#shown = shown;
    const ground = { xScale, yScale, left: 0, top: 0, width, height };
    // The edge of a small disc is most of it.
    let cells = Math.min(this.#size < 5 ? 2 * fineness : fineness, finest);
    let found = this.#visible({ ...ground, fineness: cells });
    while (found.length > most) found = this.#visible({ ...ground, fineness: (cells /= 2) });
    // A hand that moves the drawing sees what lies beside it, where there is not much.
    if (found.length < most / 16) {
      const wide = { left: -width, top: -height, width: 3 * width, height: 3 * height };
      found = this.#visible({ ...ground, ...wide, fineness: cells });
    }
    return this.#chosen(found);
  }

  nearest(xScale: Scale, yScale: Scale, pointer: Pointer): Near | undefined {
    return this.#points.nearest(xScale, yScale, pointer);
  }

  #visible(ground: Ground): Uint32Array {
    const { x, y, length } = this.#points;
    return visibleMarkers({ x, y, length, radius: this.markerRadius }, ground);
  }

  #chosen(found: Uint32Array): Chosen {
    const { x, y } = this.#points;
    // Plotly keeps what belongs to the trace with a point.
    const indices = found.length > 0 ? found : Uint32Array.of(0);
    this.drawn = indices.length;
    const [across, values] = [x, y].map((all) => Float64Array.from(indices, (index) => all[index]!));
    return { indices, x: across!, y: values! };
  }
}
