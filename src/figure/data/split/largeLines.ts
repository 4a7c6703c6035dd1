import { isContainer } from "../../model/container.ts";
import type { FigurePath } from "../../model/path.ts";
import { axisMember } from "../../schema/firstId.ts";

/** A column by its place. */
interface Placed {
  readonly path: FigurePath;
  readonly shape: readonly number[];
}

/** A line that may be sent in part. */
export interface LargeLine<Column> {
  /** Undefined where its points are numbered. */
  readonly x: Column | undefined;
  readonly y: Column;
  /** What the figure says of the axes, as far as it says so in the layout itself. */
  readonly isLog: boolean;
  readonly isLogValue: boolean;
  readonly connectsGaps: boolean;
}

/** A line of fewer points is sent whole: nobody waits for it. */
const LARGE = 100_000;

/**
 * The lines of a figure that are as good as surely drawn as plain lines, whose only columns are x and y. `figure` is what
 * is left of it when its columns have left. It only guesses: whoever draws it knows, and asks for all points if need be.
 */
export function largeLines<Column extends Placed>(figure: unknown, columns: readonly Column[]): LargeLine<Column>[] {
  const { data, layout, frames } = isContainer(figure) ? figure : {};
  if (!Array.isArray(data) || (Array.isArray(frames) && frames.length > 0) || isStyled(layout)) return [];
  const byTrace = Map.groupBy(columns, ({ path }) => (path[0] === "data" ? Number(path[1]) : -1));
  const lines: LargeLine<Column>[] = [];
  for (const [index, own] of byTrace) {
    const trace: unknown = data[index];
    if (!isContainer(trace) || !mayBePlain(trace) || own.some(({ path }) => path.length !== 3)) continue;
    const column = (name: string): Column | undefined => own.find(({ path }) => path[2] === name);
    const [x, y] = [column("x"), column("y")];
    const count = x === undefined ? 1 : 2;
    const isNumbered = x === undefined && trace["x"] === undefined;
    if (y === undefined || own.length !== count || (x === undefined && !isNumbered)) continue;
    const [length = 0] = y.shape;
    if (length < LARGE || (x !== undefined && x.shape[0] !== length)) continue;
    const axes = [axisOf(layout, trace, "x"), axisOf(layout, trace, "y")] as const;
    if (!axes.every(isPlainAxis)) continue;
    const [isLog, isLogValue] = axes.map((axis) => axis["type"] === "log") as [boolean, boolean];
    lines.push({ x, y, isLog, isLogValue, connectsGaps: trace["connectgaps"] === true });
  }
  return lines;
}

function mayBePlain(trace: Members): boolean {
  const { type = "scatter", mode = "lines", line, fill = "none", stackgroup = "" } = trace;
  return (
    type === "scatter" &&
    mode === "lines" &&
    stackgroup === "" &&
    fill !== "toself" &&
    fill !== "tonext" &&
    !(isContainer(line) && (line["shape"] === "spline" || (line["dash"] ?? "solid") !== "solid")) &&
    // What a reference brings is not known yet.
    Object.keys(trace).every((key) => !MORE.has(key) && !key.endsWith("src"))
  );
}

/** Attributes that say something of each point, or draw more than a line. */
const MORE: ReadonlySet<string> = new Set(["error_x", "error_y", "x0", "dx", "xperiod", "yperiod", "transforms"]);

type Members = { readonly [key: string]: unknown };

function axisOf(layout: unknown, trace: Members, letter: "x" | "y"): Members {
  const axis = isContainer(layout) ? layout[axisMember(letter, trace[`${letter}axis`])] : undefined;
  return isContainer(axis) ? axis : {};
}

function isPlainAxis({ type = "-", rangebreaks }: Members): boolean {
  return (type === "-" || type === "linear" || type === "log") && rangebreaks === undefined;
}

/** Whether a template may make something else of lines, or Plotly moves points from one version to the next. */
function isStyled(layout: unknown): boolean {
  if (!isContainer(layout)) return false;
  const { template, transition } = layout;
  const data = isContainer(template) ? template["data"] : undefined;
  const scatter = isContainer(data) ? data["scatter"] : undefined;
  const styles: readonly unknown[] = Array.isArray(scatter) ? scatter : [];
  const isOther = (style: unknown): boolean => isContainer(style) && OTHER.some((key) => style[key] !== undefined);
  return transition !== undefined || styles.some(isOther);
}

/** What of a template's style may make a line another one. */
const OTHER = ["mode", "error_x", "error_y", "stackgroup", "fill", "line"] as const;
