import type { FigureColumn } from "../split/column.ts";
import type { FigureText } from "../../text/structure/figureText.ts";
import { type FigureNode, member, nodeAt } from "../../text/structure/structure.ts";

/** A trace that is a line of so many points that some of them draw it. */
export interface LongLine {
  /** Its index in `data`. */
  readonly trace: number;
  /** Undefined where its points are numbered. */
  readonly x: FigureColumn | undefined;
  readonly y: FigureColumn;
  /** Whether the axis of x, and that of y, is logarithmic. */
  readonly isLog: boolean;
  readonly isLogValue: boolean;
  readonly connectsGaps: boolean;
}

/** Shorter lines are sent whole. */
const FEWEST = 1_000_000;

/** Attributes of a trace that say something of each point, or draw more than a line. */
const MORE = ["error_x", "error_y", "stackgroup", "selectedpoints", "transforms", "xperiod", "yperiod", "ids"];

/** What a template may say of lines without making something else of them. */
const HARMLESS = new Set(["type", "fillpattern", "name", "showlegend", "hoverlabel", "legendgroup"]);

/**
 * The traces of a figure whose picture is the same from some of their points: long lines without markers, texts and error
 * bars, on axes of numbers. `columns` are the arrays that have left the text. Whether x ascends is still to be seen.
 */
export function longLines(
  { outline, structure }: FigureText,
  columns: readonly FigureColumn[],
  fewest = FEWEST,
): LongLine[] {
  const layout = nodeAt(structure, ["layout"]);
  if (structure.root === undefined || outline.frameCount > 0 || isAnimated(layout) || isStyled(layout)) return [];
  const lines: LongLine[] = [];
  for (const { path, drawnAs } of outline.traces) {
    const [part, trace] = path;
    if (part !== "data" || typeof trace !== "number" || drawnAs !== "scatter") continue;
    const own = columns.filter((column) => column.path[0] === "data" && column.path[1] === trace);
    const [x, y] = ["x", "y"].map((key) => own.find((column) => column.path.length === 3 && column.path[2] === key));
    const node = nodeAt(structure, path);
    if (node === undefined || y === undefined || y.shape.length !== 1 || y.values.length < fewest) continue;
    const data = outline.arrays.filter((array) => array.path[0] === "data" && array.path[1] === trace);
    const isBare = data.length === own.length && own.length === (x === undefined ? 1 : 2);
    const axes = ["x", "y"].map((letter) => axisOf(layout, node, letter)) as [
      FigureNode | undefined,
      FigureNode | undefined,
    ];
    if (!isBare || (x !== undefined && x.shape.length !== 1) || !isPlainLine(node, x === undefined)) continue;
    if (!axes.every(isPlainAxis)) continue;
    const [isLog, isLogValue] = axes.map((axis) => textOf(axis, "type") === "log") as [boolean, boolean];
    const connectsGaps = valueOf(node, "connectgaps") === true;
    lines.push({ trace, x, y, isLog, isLogValue, connectsGaps });
  }
  return lines;
}

function isPlainLine(trace: FigureNode, isNumbered: boolean): boolean {
  const mode = valueOf(trace, "mode") ?? "lines";
  const line = member(trace, "line");
  const dash = line && valueOf(line, "dash");
  return (
    mode === "lines" &&
    MORE.every((key) => member(trace, key) === undefined) &&
    trace.children.every(({ key }) => key?.name.endsWith("src") !== true) &&
    (line === undefined || valueOf(line, "shape") !== "spline") &&
    (dash === undefined || dash === "solid") &&
    (line === undefined || member(line, "backoff") === undefined) &&
    (valueOf(trace, "fill") ?? "none") === "none" &&
    (!isNumbered ||
      (member(trace, "x0") === undefined && member(trace, "dx") === undefined && member(trace, "x") === undefined))
  );
}

function isPlainAxis(axis: FigureNode | undefined): boolean {
  if (axis === undefined) return true;
  const type = textOf(axis, "type") ?? "-";
  return ["-", "linear", "log"].includes(type) && member(axis, "rangebreaks") === undefined;
}

function axisOf(layout: FigureNode | undefined, trace: FigureNode, letter: string): FigureNode | undefined {
  const name = textOf(trace, `${letter}axis`) ?? letter;
  return layout && member(layout, `${letter}axis${name.slice(1)}`);
}

/** Plotly moves the points of one figure to those of the next by their number. */
function isAnimated(layout: FigureNode | undefined): boolean {
  const transition = layout && member(layout, "transition");
  return transition !== undefined;
}

/** Whether a template makes something else of lines. */
function isStyled(layout: FigureNode | undefined): boolean {
  const template = layout && member(layout, "template");
  const data = template && member(template, "data");
  const scatter = data && member(data, "scatter");
  const styles = scatter?.children ?? [];
  return styles.some(({ children }) => children.some(({ key }) => key !== undefined && !HARMLESS.has(key.name)));
}

const valueOf = (node: FigureNode, key: string): FigureNode["value"] => member(node, key)?.value;

function textOf(node: FigureNode | undefined, key: string): string | undefined {
  const value = node && valueOf(node, key);
  return typeof value === "string" ? value : undefined;
}
