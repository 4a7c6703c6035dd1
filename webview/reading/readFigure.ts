import type { Figure } from "../../src/figure/model/figure.ts";
import type { FigurePath } from "../../src/figure/model/path.ts";
import type { GridContent } from "../../src/figure/model/grid.ts";
import { inlineColumns } from "../../src/figure/data/inline/inline.ts";
import { type Defaults, migrateFigure, type MigrateOptions } from "../../src/figure/migrate/migrate.ts";
import type { FigureColumn } from "../../src/figure/data/split/column.ts";
import { plainLists, putColumns } from "../../src/figure/data/split/putColumns.ts";
import { readsData } from "../../src/figure/migrate/readsData.ts";
import { decodeTypedArray, isTypedArray } from "../../src/figure/data/arrays/typedArray.ts";
import { figureAt } from "../../src/figure/text/within/figureAt.ts";
import { type Attributes, type Drawable, isAttributes } from "./attributes.ts";
import { messageOf } from "../../src/figure/model/messageOf.ts";

/** A figure of today's plotly.js. `notes` tell what was changed on the way, one sentence each. */
export interface ReadFigure {
  readonly figure: Drawable;
  readonly notes: readonly string[];
  /** Whose defaults it is drawn with; undefined where that makes no difference. */
  readonly defaults: Defaults | undefined;
}

/** The bytes hold no figure. The message is a sentence for the person. */
export class FigureError extends Error {
  override readonly name = "FigureError";
}

/**
 * Reads a figure from JSON text in UTF-8. Puts the columns of `grids` (JSON text of `{[fid]: GridContent}`) in, brings
 * attributes of older versions up to date and decodes base64. `path` leads to the figure where it is not the whole;
 * `columns` have left its text. Throws a FigureError that says what to do.
 */
export function readFigure(
  bytes: ArrayBuffer | Uint8Array,
  grids: ArrayBuffer | Uint8Array | undefined,
  path: FigurePath = [],
  options: Pick<MigrateOptions, "writtenFor" | "otherwise"> = {},
  columns: readonly FigureColumn[] = [],
): ReadFigure {
  const notes: string[] = [];
  let figure = toFigure(within(parse(bytes), path));
  putColumns(figure, columns, readsData(figure) ? plainLists : undefined);
  if (grids) {
    const content = parse(grids);
    const read = (fid: string): GridContent | undefined =>
      isAttributes(content) && Object.hasOwn(content, fid) ? toGrid(content[fid]) : undefined;
    const inlined = inlineColumns(figure, read);
    figure = inlined.figure;
    if (inlined.unresolved.length > 0) notes.push(sayUnresolved(inlined.unresolved.length));
  }
  const migrated = migrateFigure(figure, options);
  figure = migrated.figure;
  const drawable: Drawable = {
    data: figure.data,
    layout: isAttributes(figure.layout) ? figure.layout : {},
    frames: Array.isArray(figure.frames) ? figure.frames : [],
    config: isAttributes(figure.config) ? figure.config : {},
    ...(migrated.origins && { origins: migrated.origins }),
  };
  const failures = new Set<string>();
  decode(drawable, failures);
  return { figure: drawable, notes: [...notes, ...migrated.notes, ...failures], defaults: migrated.defaults };
}

function parse(bytes: ArrayBuffer | Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new FigureError(`The text is not JSON: ${messageOf(error)}.`);
  }
}

/** Finds the value at `path`, also inside texts that are JSON themselves. */
function within(value: unknown, path: FigurePath): unknown {
  try {
    return figureAt(value, path);
  } catch (error) {
    throw new FigureError(`The text that holds the figure is not JSON: ${messageOf(error)}.`);
  }
}

/** Takes an array of traces for a figure too, as Plotly.js does. */
function toFigure(value: unknown): Figure {
  if (Array.isArray(value)) return toFigure({ data: value });
  if (!isAttributes(value)) {
    throw new FigureError(`This is JSON, but no figure: a figure is an object with "data" and "layout".`);
  }
  const { data = [], ...rest } = value;
  if (!Array.isArray(data)) throw new FigureError(`"data" must be an array of traces; here it is ${nameOf(data)}.`);
  const odd = data.findIndex((trace) => !isAttributes(trace));
  if (odd >= 0)
    throw new FigureError(`data[${odd}] must be an object that describes a trace; here it is ${nameOf(data[odd])}.`);
  return { ...rest, data };
}

/** Looks only for columns: the host has checked the grid by its schema. */
const toGrid = (value: unknown): GridContent | undefined => (isGrid(value) ? value : undefined);

const isGrid = (value: unknown): value is GridContent => isAttributes(value) && isAttributes(value["cols"]);

const nameOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "an array" : isAttributes(value) ? "an object" : `a ${typeof value}`;

const sayUnresolved = (count: number): string =>
  count === 1
    ? "A column that the figure refers to could not be read, so its trace may be incomplete."
    : `${count} columns that the figure refers to could not be read, so some traces may be incomplete.`;

/** Replaces every base64 array by its numbers, in place, since Plotly would decode it again at each drawing. */
function decode(value: unknown, failures: Set<string>): void {
  if (Array.isArray(value)) {
    // Data holds numbers and texts; only arrays of objects and nested rows are worth a look.
    if (typeof value[0] !== "object" && value.length > 64) return;
    for (const [index, element] of value.entries()) value[index] = decoded(element, failures);
  } else if (isAttributes(value)) {
    for (const key in value) value[key] = decoded(value[key], failures);
  }
}

function decoded(value: unknown, failures: Set<string>): unknown {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (!isTypedArray(value)) {
    decode(value, failures);
    return value;
  }
  const result = decodeTypedArray(value);
  if (result.ok) return result.value;
  failures.add(result.error.message);
  const nothing: Attributes[] = [];
  return nothing;
}
