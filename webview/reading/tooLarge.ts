import { drawnEach, mostDrawn, pointAttributes } from "../../src/figure/schema/slowTraces.ts";
import { type Attributes, type Drawable, at, lengthOf, typeOf } from "./attributes.ts";
import { hasPlainGround, isDrawnFromFew } from "./plainMarkers.ts";
import { formatNumber } from "../../src/figure/model/counts.ts";

/**
 * Why a figure should not be drawn without asking, or undefined when it may be. Lines are drawn from few of their points,
 * and of plain markers those that are not below others.
 */
export function tooLarge(figure: Pick<Drawable, "data" | "layout" | "frames">): string | undefined {
  const { data } = figure;
  const mayBeFew = hasPlainGround(figure);
  const drawn = { markers: 0, bars: 0, shapes: 0 };
  for (const trace of data) {
    if (trace["visible"] === false || trace["visible"] === "legendonly") continue;
    if (mayBeFew && isDrawnFromFew(trace)) continue;
    const each = drawnEach(typeOf(trace), trace["mode"]);
    if (each !== undefined) drawn[each] += pointsOf(trace);
  }
  const { markers, bars, shapes } = drawn;
  if (markers > mostDrawn.markers) {
    const faster = `A trace of type "scattergl" draws that many at once, and opaque markers of one size and colour are drawn from few.`;
    return `This figure has ${formatNumber(markers)} markers, each drawn on its own. ${faster}`;
  }
  if (bars > mostDrawn.bars) {
    return `This figure has ${formatNumber(bars)} bars, more than a screen can tell apart. A histogram or a line draws faster.`;
  }
  if (shapes > mostDrawn.shapes) {
    return `This figure has ${formatNumber(shapes)} shapes, each drawn on its own. It draws faster with small ones put together, or with longer steps of time.`;
  }
  return undefined;
}

const pointsOf = (trace: Attributes): number =>
  Math.max(...pointAttributes.map((path) => lengthOf(at(trace, ...path))));
