import { isContainer } from "../../model/container.ts";
import type { Json } from "../../model/figure.ts";
import type { FigurePath } from "../../model/path.ts";
import { type DecodedArray } from "../arrays/typedArray.ts";
import { inRows, type FigureColumn } from "./column.ts";

/**
 * Puts columns into the figure that they have left, in the place of `[]`: as the arrays that `arrange` makes of them, by
 * default as Plotly takes typed arrays. Changes the figure. Columns whose place is not there are left out.
 */
export function putColumns(
  figure: unknown,
  columns: readonly FigureColumn[],
  arrange: (column: FigureColumn) => unknown = ({ values, shape }) => inRows(values, shape),
): void {
  for (const column of columns) {
    const holder = holderOf(figure, column.path);
    const key = column.path.at(-1);
    if (holder !== undefined && key !== undefined && Object.hasOwn(holder, key)) holder[key] = arrange(column);
  }
}

/** The lists that JSON.parse would have made of the figure's text; base64 is decoded all the same. */
export function plainLists({ values, shape }: FigureColumn): Json {
  return plain(inRows(values, shape));
}

function plain(rows: DecodedArray): Json {
  return Array.from(rows as ArrayLike<number | DecodedArray>, (item) =>
    typeof item === "number" ? (Number.isNaN(item) ? null : item) : plain(item),
  );
}

/** What directly holds the value at a path. */
function holderOf(figure: unknown, path: FigurePath): { [key: string | number]: unknown } | undefined {
  let at: unknown = figure;
  for (const key of path.slice(0, -1)) {
    if (!Array.isArray(at) && !isContainer(at)) return undefined;
    at = (at as { readonly [key: string | number]: unknown })[key];
  }
  return isContainer(at) || Array.isArray(at) ? (at as { [key: string | number]: unknown }) : undefined;
}
