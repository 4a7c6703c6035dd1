import type { DataArray, Outline, SrcReference, TraceOutline } from "./outline.ts";
import { BYTE_ORDER_MARK } from "./scan/characters.ts";
import { Faults } from "./scan/faults.ts";
import { Finder } from "./scan/finder.ts";
import { JsonReader } from "./scan/reader.ts";
import { setDrawnAs } from "./scan/drawnAs.ts";
import { anyTraceTakesData, layoutTakesData, takesData } from "./schema/dataAttributes.ts";

/** Text that is meant as a reference even where no attribute takes one. */
const REFERENCE_SHAPE = /^[^:]+:\d+:/;

/**
 * Finds in one pass over a figure file what the features read: whether it is JSON, its traces, its arrays of data and
 * its references to grids. Makes no values of the figure: arrays are checked, counted and skipped.
 *
 * A byte order mark at the start is let pass, as editors and fetch do.
 */
export function scanFigure(text: string): Outline {
  const faults = new Faults(text);
  const finder = new Finder(text);
  new JsonReader(text, finder, faults).read(text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0);

  const found = finder.traces.filter((trace) => finder.isCurrent(trace));
  setDrawnAs(text, found, finder.frameTraces);
  const traces = found.map((trace): TraceOutline => ({
    path: trace.path,
    span: { start: trace.start, end: trace.end },
    type: trace.type,
    typeSpan: trace.typeSpan,
    drawnAs: trace.drawnAs,
    name: trace.name,
  }));

  const arrays: DataArray[] = [];
  for (const array of finder.arrays) {
    const { path, key, value, encoding, length, trace } = array;
    if (array.superseded || !finder.isCurrent(array)) continue;
    if (trace !== undefined && takesData(trace.drawnAs, path.slice(trace.path.length)) === undefined) continue;
    arrays.push({ path, key, value, encoding, length });
  }

  const references: SrcReference[] = [];
  for (const reference of finder.references) {
    const { path, key, value, text: written, partner, trace } = reference;
    if (reference.superseded || !finder.isCurrent(reference)) continue;
    const attribute = [...path.slice(0, -1), String(path.at(-1)).slice(0, -"src".length)];
    const below = attribute.slice(trace?.path.length ?? attribute.indexOf("layout") + 1);
    const own = trace === undefined ? layoutTakesData(below) : takesData(trace.drawnAs, below);
    const any = own ?? (trace === undefined ? undefined : anyTraceTakesData(below));
    if (any === undefined && !(written !== undefined && REFERENCE_SHAPE.test(written))) continue;
    references.push({ path, key, value, text: written, takesData: own !== undefined, partner });
  }

  return {
    length: text.length,
    syntax: faults.problems,
    root: finder.root,
    rootSpan: finder.rootSpan,
    members: finder.members,
    traces,
    frameCount: finder.frameCount,
    arrays,
    references,
  };
}
