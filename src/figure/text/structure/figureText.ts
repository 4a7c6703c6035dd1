import type { Figure } from "../../model/figure.ts";
import type { Outline } from "../outline/outline.ts";
import { scanFigure, scanInSlices } from "../scan/scan.ts";
import { readStructure, readStructureInSteps, type Structure } from "./structure.ts";
import { figureAtInSteps } from "../within/figureAt.ts";

/** A version of a figure file with its outline and structure, for everything that works on it. */
export interface FigureText {
  /** Empty for a file that is too large to be a text; what only the text tells is not known then. */
  readonly text: string;
  readonly outline: Outline;
  readonly structure: Structure;
  /** Where the texts of packed arrays begin that were read already, and which something stands for in `text`. */
  readonly unpacked?: ReadonlySet<number>;
}

/** Scans a text and reads its structure. */
export function readFigureText(text: string): FigureText {
  const outline = scanFigure(text);
  return { text, outline, structure: readStructure(text, outline) };
}

/** The same in steps of a few milliseconds. */
export function* readFigureTextInSteps(text: string): Generator<unknown, FigureText> {
  const outline = yield* scanInSlices(text);
  return { text, outline, structure: yield* readStructureInSteps(text, outline) };
}

/** Whether the text is JSON that contains a figure that can be edited. */
export function isFigureText({ outline }: FigureText): boolean {
  const { syntax, root, members, within } = outline;
  if (syntax.length > 0 || root !== "object" || (within !== undefined && within.how !== "value")) return false;
  return members.get("data")?.kind === "array" || members.get("layout")?.kind === "object";
}

/**
 * The figure as its file contains it. Undefined where the text is no JSON, where the JSON is no figure, and where the
 * figure is inside a string, in which nothing can be edited.
 */
export function figureOf(file: FigureText): Figure | undefined {
  if (!isFigureText(file)) return undefined;
  const { text, outline } = file;
  const { rootSpan } = outline;
  try {
    return JSON.parse(text.slice(rootSpan.start, rootSpan.end)) as Figure;
  } catch {
    return undefined;
  }
}

/** The figure that is drawn and published, wherever it stands in the file. The file must have no obstacle. */
export function* drawnFigureInSteps(text: string, { within }: Outline): Generator<undefined, Figure> {
  const figure = yield* figureAtInSteps(text.startsWith("\uFEFF") ? text.slice(1) : text, within?.path ?? []);
  return figure as Figure;
}
