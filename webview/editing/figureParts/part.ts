import type { FigureEdit } from "../../../src/figure/edits/edit.ts";
import type { FigurePath } from "../../../src/figure/model/path.ts";
import type { Rectangle } from "../moving/boxMovers.ts";
import type { Mover } from "../moving/mover.ts";

export type PartKind =
  | "figure"
  | "text"
  | "axis"
  | "plot"
  | "trace"
  | "legend"
  | "legendEntry"
  | "colorBar"
  | "annotation"
  | "arrow"
  | "shape"
  | "image";

/** A part of the figure that can be chosen on its drawing. */
export interface FigurePart {
  readonly kind: PartKind;
  /** What is chosen with it, as the text and the inspector know it. */
  readonly path: FigurePath;
  /** Tells it from all others, also in the next drawing. */
  readonly key: string;
  /** "Annotation 2 “Peak”". */
  readonly label: string;
  /** What of it is drawn. It is moved along while the person drags. */
  readonly elements: readonly Element[];
  /** Where it is on the page; undefined where it is not seen. */
  place(): Rectangle | undefined;
  /** Whether it is at this point of the page, where its place alone does not tell. */
  isAt?(x: number, y: number): boolean;
  /** Points of the page that mark it better than its place does. */
  dots?(): readonly (readonly [number, number])[];
  /** A text of it that can be written anew. */
  readonly text?: PartText;
  readonly mover?: Mover;
  /** What a drag of it moves, where that is the part that it belongs to: the legend of an entry. */
  readonly carrier?: FigurePart;
  /** What arrow keys move, where that is another than what a drag does. */
  readonly nudger?: Mover;
  /** What takes it away. */
  readonly removal?: readonly FigureEdit[];
}

export interface PartText {
  readonly path: FigurePath;
  /** As Plotly has it, with `<br>` and other marks. */
  readonly value: string;
  /** Whose font and colour it is drawn in. */
  readonly element: Element | undefined;
}

/** The words between quotes: short, and without marks. */
export function quoted(text: unknown): string {
  const plain = textOf(text)
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (plain === "") return "";
  return ` “${plain.length > 40 ? `${plain.slice(0, 39)}…` : plain}”`;
}

/** A text, or a number as one. */
export const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

export const keyOf = (path: FigurePath, kind: PartKind): string => `${kind}:${JSON.stringify(path)}`;
