import type { FigureColumn } from "../../src/figure/data/split/column.ts";
import type { Defaults } from "../../src/figure/migrate/migrate.ts";
import type { ToWebview } from "../../src/protocol.ts";
import type { Drawable } from "./attributes.ts";
import { hideIncomplete } from "./incomplete.ts";
import { keepOffline } from "./offline.ts";
import { readFigure } from "./readFigure.ts";
import { separateParcoords } from "./parcoords.ts";
import { tooLarge } from "./tooLarge.ts";

/** A figure as the page can draw it, and what there is to know before it does. */
export interface OpenedFigure {
  readonly figure: Drawable;
  /** What was changed on the way, one sentence each. */
  readonly notes: readonly string[];
  /** Whose defaults it is drawn with; undefined where that makes no difference. */
  readonly defaults: Defaults | undefined;
  /** There is nothing to see in it. */
  readonly isBlank: boolean;
  /** Why the person should be asked first, as a sentence; undefined where they need not be. */
  readonly tooLarge: string | undefined;
}

/**
 * Reads the figure that the host sent, with its columns, and removes what this page cannot draw. Throws a FigureError.
 */
export function openFigure(
  message: Extract<ToWebview, { type: "figure" }>,
  columns: readonly FigureColumn[] = [],
): OpenedFigure {
  const { figure: bytes, grids, path, writtenFor, otherwise } = message;
  const { figure, notes, defaults } = readFigure(bytes, grids, path, { writtenFor, otherwise }, columns);
  return {
    figure,
    notes: [...notes, ...keepOffline(figure), ...separateParcoords(figure), ...hideIncomplete(figure)],
    defaults,
    isBlank: isBlank(figure),
    tooLarge: tooLarge(figure),
  };
}

/** What can be seen without a trace. */
const seenAlone = [
  "title",
  "annotations",
  "shapes",
  "images",
  "xaxis",
  "yaxis",
  "geo",
  "map",
  "scene",
  "polar",
  "ternary",
];

const isBlank = ({ data, layout }: Drawable): boolean =>
  data.length === 0 && !seenAlone.some((key) => layout[key] !== undefined);
