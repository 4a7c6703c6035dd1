import type { FigureNode } from "../../text/structure/structure.ts";

/** The reason why the engine does not take a value. */
export interface ValueFault {
  /** The value itself, or what is wrong in it. */
  readonly node: FigureNode;
  /** The values that it takes: "must be a number from 0 to 1". */
  readonly must: string;
  /** The value that was probably meant. */
  readonly instead?: unknown;
  /** A sentence about what Plotly.js does with it, where it does not use its default. */
  readonly drawn?: string;
  /** Whether nothing else can have been meant than what is drawn. */
  readonly harmless?: boolean;
}

/** Whether Plotly takes the value as a number: a finite number, or a text that is one. */
export function isNumeric(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
}
