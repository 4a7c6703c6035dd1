import { isContainer } from "../../model/container.ts";
import type { FigurePath } from "../../model/path.ts";

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
  if (!Array.isArray(data) || (Array.isArray(frames) && frames.length > 0)) return [];
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
    const isLogAxis = (letter: "x" | "y"): boolean => {
      const reference = trace[`${letter}axis`];
      const name = `${letter}axis${typeof reference === "string" ? reference.slice(1) : ""}`;
      const axis = isContainer(layout) ? layout[name] : undefined;
      return isContainer(axis) && axis["type"] === "log";
    };
    lines.push({
      x,
      y,
      isLog: isLogAxis("x"),
      isLogValue: isLogAxis("y"),
      connectsGaps: trace["connectgaps"] === true,
    });
  }
  return lines;
}

function mayBePlain(trace: { readonly [key: string]: unknown }): boolean {
  const { type = "scatter", mode = "lines", line, fill = "none", stackgroup = "" } = trace;
  return (
    type === "scatter" &&
    mode === "lines" &&
    stackgroup === "" &&
    fill !== "toself" &&
    fill !== "tonext" &&
    !(isContainer(line) && (line["shape"] === "spline" || (line["dash"] ?? "solid") !== "solid")) &&
    ["error_x", "error_y", "x0", "dx", "transforms"].every((key) => trace[key] === undefined)
  );
}
