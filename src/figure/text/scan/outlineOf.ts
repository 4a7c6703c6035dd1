import type { Outline } from "../outline/outline.ts";
import { type DataCursor, root } from "../../schema/dataAttributes.ts";
import { setDrawnAs } from "./drawnAs.ts";
import type { Faults } from "../reading/faults.ts";
import type { Finder } from "./finder.ts";
import { type Found, FoundTrace } from "./found.ts";

/** Text that is meant as a reference even where no attribute takes one. */
const REFERENCE_SHAPE = /^[^:]+:\d+:/;

/** The number of findings that are handled without a pause. */
const TOGETHER = 20_000;

/**
 * Makes the outline of a text of this length from what was found in it. Only at its end is it known which of two
 * members with the same key counts, and which type each trace has. A slice handles some thousands of findings.
 */
export function* outlineInSlices(finder: Finder, faults: Faults, length: number): Generator<number, Outline> {
  const traces = yield* chosen(finder.traces, length, (trace) => finder.isCurrent(trace));
  yield* setDrawnAs(traces, finder.frameTraces, length);

  let type: string | undefined;
  let attributes = root(type);
  const attributesOf = (trace: FoundTrace): DataCursor => {
    if (trace.drawnAs !== type) attributes = root((type = trace.drawnAs));
    return attributes;
  };
  const isSettled = ({ superseded, part }: Found): boolean => !superseded && finder.isCurrent(part);

  const arrays = yield* chosen(finder.arrays, length, (array): boolean => {
    const { part, attribute } = array;
    if (!isSettled(array)) return false;
    return !(part instanceof FoundTrace) || attribute.takesData(attributesOf(part)) !== undefined;
  });

  const references = yield* chosen(finder.references, length, (reference): boolean => {
    const { part } = reference;
    if (!isSettled(reference)) return false;
    const attribute = reference.attribute.partner();
    const any = attribute.cursor?.kind;
    const own = part instanceof FoundTrace ? attribute.takesData(attributesOf(part)) : any;
    reference.takesData = own !== undefined;
    return any !== undefined || reference.takesData || REFERENCE_SHAPE.test(reference.text ?? "");
  });

  const { root: kind, rootSpan, members, frameCount, leftOut } = finder;
  const found = { traces, frameCount, arrays, references, leftOut };
  return { length, syntax: faults.problems, root: kind, rootSpan, members, ...found };
}

function* chosen<T>(items: readonly T[], at: number, isWanted: (item: T) => boolean): Generator<number, T[]> {
  const wanted: T[] = [];
  for (const [number, item] of items.entries()) {
    if (number % TOGETHER === TOGETHER - 1) yield at;
    if (isWanted(item)) wanted.push(item);
  }
  return wanted;
}
