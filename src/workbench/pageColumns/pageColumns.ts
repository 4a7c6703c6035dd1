import type { LocalColumns } from "../../figure/data/reduce/columnSource.ts";
import { readColumns } from "../../figure/data/reduce/readColumns.ts";
import { type LargeLine, largeLines } from "../../figure/data/split/largeLines.ts";
import type { SplitColumn } from "../../figure/data/split/splitFigure.ts";
import { readsData } from "../../figure/migrate/readsData.ts";
import type { Figure } from "../../figure/model/figure.ts";
import type { FigurePath } from "../../figure/model/path.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import { figureAt } from "../../figure/text/within/figureAt.ts";
import type { FigureColumn, FromWebview, LinePoints, PartialLine, ToWebview } from "../../protocol.ts";
import { linePoints } from "./linePoints.ts";
import { SentColumns } from "./sentColumns.ts";
import { tooMuch } from "./tooMuch.ts";

/** What is left of a figure, and the columns that have left it. */
export interface PartedFigure {
  readonly figure: Uint8Array;
  readonly columns?: readonly SplitColumn[];
  readonly path?: FigurePath | undefined;
}

/** A line with the columns that are its points. */
interface ReadLine {
  readonly line: LargeLine<SplitColumn>;
  readonly source: LocalColumns;
}

interface NamedLine {
  readonly name: string;
  readonly read: ReadLine;
  /** Undefined where the page has the line. */
  readonly points: LinePoints | undefined;
}

type Request = Extract<FromWebview, { type: "view" | "nearest" | "whole" }>;
type Answer = Extract<ToWebview, { type: "points" }>;

/** A rest of more bytes is not looked at for lines: it is no figure of a few large arrays. */
const LONGEST_REST = 4_000_000;

/** Columns of pixels of the first view, before the page has said how many it has: a large window on a fine screen. */
const FIRST_PIXELS = 4000;

const CHANGED = "The figure has changed meanwhile.";

/**
 * What a page gets of the figure's columns: all of most, and of large lines the points that make the same picture on its
 * screen. What the page asks for later is answered from the columns of the last version.
 */
export class PageColumns {
  readonly #sent = new SentColumns();
  /** The columns of large lines, by their keys: a version that did not change them need not read them again. */
  #lines = new Map<string, ReadLine>();
  /** The names of those that the page has, in part. */
  #known = new Set<string>();
  #byId = new Map<number, ReadLine>();

  /** The page has begun anew and has nothing, or it is gone. */
  forget(): void {
    this.#sent.forget();
    this.#known.clear();
    this.#byId.clear();
    this.#lines.clear();
  }

  /** Reads the large lines of the next version. It takes about a millisecond for 1,000,000 points, with pauses. */
  async read(figure: PartedFigure, isWanted: () => boolean): Promise<void> {
    const lines = new Map<string, ReadLine>();
    for (const line of linesOf(figure)) {
      const name = nameOf(line);
      const known = this.#lines.get(name);
      const steps = known === undefined ? readColumns(line.x?.values, line.y.values) : undefined;
      const source = steps === undefined ? known?.source : (await inSlices(steps, isWanted))?.columns;
      if (!isWanted()) return;
      if (source !== undefined) lines.set(name, { line, source });
    }
    this.#lines = lines;
  }

  /** What of the version that was read goes to the page. */
  next({ columns = [] }: PartedFigure): { readonly columns: FigureColumn[]; readonly lines: PartialLine[] } {
    const lines = [...this.#lines].flatMap(([name, read]): NamedLine[] => {
      if (this.#sent.hasWhole(read.line.y)) return [];
      if (this.#known.has(name)) return [{ name, read, points: undefined }];
      const points = firstPoints(read);
      return points === undefined ? [] : [{ name, read, points }];
    });
    const partial = new Set(lines.flatMap(({ read }) => columnsOf(read.line)));
    const named = this.#sent.next(columns, partial);
    this.#known = new Set(lines.map(({ name }) => name));
    this.#byId = new Map();
    const messages = lines.map(({ read, points }): PartialLine => {
      const { line, source } = read;
      const [x, y] = [line.x && this.#sent.idOf(line.x), this.#sent.idOf(line.y)!];
      this.#byId.set(y, read);
      return { ...(x === undefined ? {} : { x }), y, hasGaps: source.hasGaps, ...(points && { points }) };
    });
    return { columns: named, lines: messages };
  }

  /** Answers what the page asks for. */
  answer(asked: Request): Answer {
    const { request } = asked;
    const read = this.#byId.get(asked.line);
    if (read === undefined) return { type: "points", request, error: CHANGED };
    if (asked.type === "nearest") {
      const near = read.source.nearest(asked.x, asked.y, asked.pointer);
      return { type: "points", request, ...(near && { near }) };
    }
    if (asked.type === "whole") {
      const columns = columnsOf(read.line);
      const error = tooMuch(columns.map(({ values }) => values));
      return { type: "points", request, ...(error === undefined ? { columns: this.#sent.whole(columns) } : { error }) };
    }
    const {
      view: { range, ...rest },
    } = asked;
    const view = { ...rest, range };
    const points = linePoints(view, read.source.view(view), read.line.x === undefined);
    return points === undefined
      ? { type: "points", request, error: "The part of the line is none." }
      : { type: "points", request, points };
  }
}

function firstPoints({ line, source }: ReadLine): LinePoints | undefined {
  const { isLog, isLogValue, connectsGaps } = line;
  const view = { range: undefined, pixels: FIRST_PIXELS, isLog, isLogValue, connectsGaps };
  return linePoints(view, source.view(view), line.x === undefined);
}

function linesOf({ figure, columns = [], path = [] }: PartedFigure): LargeLine<SplitColumn>[] {
  if (columns.length === 0 || figure.length > LONGEST_REST) return [];
  const rest = figureAt(JSON.parse(new TextDecoder().decode(figure)), path);
  // Where the figure is brought up to date by its data, the page needs all of that.
  const lines = readsData(rest as Figure) ? [] : largeLines(rest, columns);
  // The page knows a line by its y, which two may share.
  const names = Map.groupBy(lines, ({ y }) => y.key);
  return lines.filter(({ y }) => new Set(names.get(y.key)?.map(nameOf)).size === 1);
}

const columnsOf = ({ x, y }: LargeLine<SplitColumn>): SplitColumn[] => (x === undefined ? [y] : [x, y]);

const nameOf = (line: LargeLine<SplitColumn>): string =>
  columnsOf(line)
    .map(({ key }) => key)
    .join(" / ");
