import type { FigureEdit } from "../../edits/edit.ts";
import type { Json } from "../../model/figure.ts";
import { changeEdits } from "../changes.ts";
import { type Inspected, drawnAt, writtenAt } from "../inspected.ts";
import { pointsToPixels, toPixels } from "./lengths.ts";

/** A width that a journal prints figures at. */
export interface JournalColumn {
  readonly journal: string;
  readonly column: string;
  /** Millimetres. */
  readonly width: number;
  /** Of letters, in points. */
  readonly points: number;
  readonly family: string;
}

const column = (
  journal: string,
  points: number,
  widths: readonly (readonly [string, number])[],
  family = "Arial, Helvetica, sans-serif",
): JournalColumn[] => widths.map(([name, width]) => ({ journal, column: name, width, points, family }));

/** As the journals' guides for authors give them. */
export const journalColumns: readonly JournalColumn[] = [
  ...column("Nature", 7, [
    ["single column", 89],
    ["double column", 183],
  ]),
  ...column("Science", 7, [
    ["one column", 57],
    ["two columns", 121],
    ["three columns", 184],
  ]),
  ...column("PLOS", 8, [
    ["text column", 132],
    ["full width", 190.5],
  ]),
  ...column("IEEE", 8, [
    ["one column", 88.9],
    ["two columns", 181.9],
  ]),
  ...column("Elsevier", 7, [
    ["single column", 90],
    ["one and a half", 140],
    ["double column", 190],
  ]),
];

/**
 * The edits that make a figure as wide as a journal's column, with letters of the size that it asks for: both are true
 * where a pixel is the 96th part of an inch, as in a saved SVG. The proportions stay.
 */
export function journalEdits(figure: Inspected, { width, points, family }: JournalColumn): FigureEdit[] {
  const wide = Math.round(toPixels(width, "mm"));
  const now = { width: numberAt(figure, "width"), height: numberAt(figure, "height") };
  const isWritten = writtenAt(figure, ["layout", "height"]) !== undefined;
  const ratio = isWritten && now.width && now.height ? now.height / now.width : 0.75;
  const hasTitle = typeof drawnAt(figure, ["layout", "title", "text"]) === "string";
  const size = pointsToPixels(points);
  const values: readonly (readonly [readonly string[], Json])[] = [
    [["width"], wide],
    [["height"], Math.round(wide * ratio)],
    [["font", "family"], family],
    [["font", "size"], size],
    ...(hasTitle ? [[["title", "font", "size"], pointsToPixels(points + 1)] as const] : []),
    [["margin"], { l: 44, r: 10, t: hasTitle ? 30 : 10, b: 36 }],
  ];
  return values.flatMap(([path, value]) => changeEdits(figure, ["layout", ...path], value));
}

function numberAt(figure: Inspected, name: string): number | undefined {
  const value = drawnAt(figure, ["layout", name]);
  return typeof value === "number" ? value : undefined;
}
