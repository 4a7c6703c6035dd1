// oxlint-disable no-underscore-dangle -- what plotly.js keeps of a drawing has no public name
import type { FigurePath } from "../../../src/figure/model/path.ts";
import { type Attributes, isAttributes, lengthOf } from "../../reading/attributes.ts";
import { axisOf, type FullAxis } from "../moving/plotted.ts";
import { type FigurePart, keyOf, quoted } from "./part.ts";
import { dataOf, domainBox, findAll, type FullTrace, isShown, type PartSource } from "./source.ts";
import { around } from "./surface.ts";

/** So many points mark a trace at most. */
const mostDots = 16;

/** The traces that are drawn, by the marks that they make. */
export function traceParts(source: PartSource): FigurePart[] {
  const drawn = new Map<number, Element[]>();
  for (const element of findAll(source, "g.trace, .hm, .contour, g.boxes, g.violins")) {
    const index = indexOf(element);
    if (index !== undefined) drawn.set(index, [...(drawn.get(index) ?? []), element]);
  }
  return source.traces.filter(isShown).flatMap((trace): FigurePart[] => {
    const index = source.traceIn(trace.index);
    if (index === undefined) return [];
    const path: FigurePath = ["data", index];
    const elements = drawn.get(trace.index) ?? [];
    return [
      {
        kind: "trace",
        path,
        key: `${keyOf(path, "trace")}${trace.index}`,
        label: `Trace ${index}${quoted(trace["name"])}, ${trace.type}`,
        elements,
        place: () => placeOf(trace, elements, source),
        dots: () => dotsOf(trace, source),
        removal: [{ act: "remove", path }],
      },
    ];
  });
}

function indexOf(element: Element): number | undefined {
  const data = dataOf(element);
  const first: unknown = Array.isArray(data) ? data[0] : data;
  const trace = isAttributes(first) ? first["trace"] : undefined;
  const index = isAttributes(trace) ? trace["index"] : undefined;
  return typeof index === "number" ? index : undefined;
}

/** What of it is seen within its plot, or else the plot itself. */
function placeOf(trace: FullTrace, elements: readonly Element[], source: PartSource) {
  const { surface, layout } = source;
  const { l, t, w, h } = layout._size;
  const axes = axesOf(trace, source);
  const plot = axes
    ? { left: axes.x._offset, top: axes.y._offset, width: axes.x._length, height: axes.y._length }
    : (domainBox(layout, trace["domain"]) ?? { left: l, top: t, width: w, height: h });
  const room = surface.toPage(plot);
  const marks = around(elements);
  if (marks === undefined) return room;
  const left = Math.max(room.left, marks.left);
  const top = Math.max(room.top, marks.top);
  const right = Math.min(room.left + room.width, marks.left + marks.width);
  const bottom = Math.min(room.top + room.height, marks.top + marks.height);
  return right > left || bottom > top ? { left, top, width: right - left, height: bottom - top } : room;
}

function axesOf(trace: FullTrace, { layout }: PartSource): { x: FullAxis; y: FullAxis } | undefined {
  const { xaxis, yaxis } = trace as Attributes & { xaxis?: unknown; yaxis?: unknown };
  if (typeof xaxis !== "string" || typeof yaxis !== "string") return undefined;
  const x = axisOf(layout, xaxis);
  const y = axisOf(layout, yaxis);
  return x && y && { x, y };
}

/** Some of its points, spread over all of them, as far as they are in sight. */
function dotsOf(trace: FullTrace, source: PartSource): (readonly [number, number])[] {
  const axes = axesOf(trace, source);
  const { x: xs, y: ys } = trace as { x?: ArrayLike<unknown>; y?: ArrayLike<unknown> };
  const count = lengthOf(ys ?? []);
  if (axes === undefined || ys === undefined || count === 0 || (xs !== undefined && lengthOf(xs) !== count)) return [];
  if (!/^(?:scatter|scattergl|bar|waterfall|funnel)$/.test(trace.type)) return [];
  const { x, y } = axes;
  const step = Math.max(1, (count - 1) / (mostDots - 1));
  const dots: (readonly [number, number])[] = [];
  for (let place = 0; place < count; place += step) {
    const index = Math.round(place);
    if (index >= count) break;
    const right = x.d2p(xs === undefined ? index : xs[index]);
    const down = y.d2p(ys[index]);
    if (!(right >= 0 && right <= x._length && down >= 0 && down <= y._length)) continue;
    dots.push(source.surface.onPage(x._offset + right, y._offset + down));
  }
  return dots;
}
