import { nearest } from "./nearest.ts";
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

/** Types of old that the engine reads as another, without a word. */
const READ_AS: ReadonlyMap<string, string> = new Map([
  ["histogramx", "histogram"],
  ["histogramy", "histogram"],
]);

/** Whether the pinned engine draws traces of this type, under this name or its present one. */
export function isTraceType(type: string): boolean {
  return known.has(type) || READ_AS.has(type);
}

/** The name that the engine's schema has for the type. */
export function currentTraceType(type: string): string {
  return READ_AS.get(type) ?? type;
}

/** What replaced a type that older Plotly drew; undefined for any other text. */
export function removedTraceType(type: string): RemovedTraceType | undefined {
  return Object.hasOwn(data.removed, type) ? data.removed[type] : undefined;
}

/**
 * The type whose attributes a trace of this type has: the type itself, or the one that a misspelt name means. Undefined
 * for types that Plotly.js dropped, and for names that resemble none.
 */
export function typeMeant(type: string): string | undefined {
  if (isTraceType(type)) return type;
  return removedTraceType(type) === undefined ? nearestTraceType(type) : undefined;
}

/** The trace type that was probably meant; undefined where none is near. */
export function nearestTraceType(type: string): string | undefined {
  return nearest(type, traceTypes);
}
