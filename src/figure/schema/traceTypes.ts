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

/** Whether the pinned engine draws traces of this type, by this name or as another of old. */
export function isTraceType(type: string): boolean {
  return known.has(type) || READ_AS.has(type);
}

/** The type as the engine has it in its schema. */
export function currentTraceType(type: string): string {
  return READ_AS.get(type) ?? type;
}

/** What became of a type that older Plotly drew; undefined for any other text. */
export function removedTraceType(type: string): RemovedTraceType | undefined {
  return Object.hasOwn(data.removed, type) ? data.removed[type] : undefined;
}

/**
 * The type whose attributes a trace of this type is written with: itself, or what was probably meant by a misspelt one.
 * Undefined for those that Plotly.js no longer has, and for what is like none.
 */
export function typeMeant(type: string): string | undefined {
  if (isTraceType(type)) return type;
  return removedTraceType(type) === undefined ? nearestTraceType(type) : undefined;
}

/** The trace type that was probably meant; undefined where none is near. */
export function nearestTraceType(type: string): string | undefined {
  return nearest(type, traceTypes);
}
