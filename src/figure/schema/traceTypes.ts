import table from "./dataAttributes.generated.json" with { type: "json" };
import type { DataTable } from "./dataTable.ts";

/** A trace type that Plotly.js no longer draws. */
export interface RemovedTraceType {
  /** The Plotly.js version that dropped it: `"3.0"`. */
  readonly version: string;
  /** The type to use now. */
  readonly instead: string;
}

const data: DataTable = table;

/** The trace types of the pinned engine, in alphabetical order. */
export const traceTypes: readonly string[] = data.types;

const known = new Set(traceTypes);

/** Whether the pinned engine draws traces of this type. */
export function isTraceType(type: string): boolean {
  return known.has(type);
}

/** What became of a type that older Plotly drew; undefined for any other text. */
export function removedTraceType(type: string): RemovedTraceType | undefined {
  return Object.hasOwn(data.removed, type) ? data.removed[type] : undefined;
}

/**
 * The trace type that was probably meant: equal but for case and punctuation, or at most a third of its letters away
 * (our choice). Undefined where none is near.
 */
export function nearestTraceType(type: string): string | undefined {
  const wanted = type.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  if (wanted === "" || wanted.length > 40) return undefined;
  let nearest: string | undefined;
  let least = Infinity;
  for (const candidate of traceTypes) {
    const distance = editDistance(wanted, candidate);
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return least <= Math.max(1, Math.floor(wanted.length / 3)) ? nearest : undefined;
}

/** Letters to insert, delete, replace, or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? 0;
}
