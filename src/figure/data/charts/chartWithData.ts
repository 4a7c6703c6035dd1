import { type ChartKind, chartFigure } from "./chartKinds.ts";
import { isContainer } from "../../model/container.ts";
import type { Figure, Json, JsonObject } from "../../model/figure.ts";
import { inlineColumns } from "../inline/inline.ts";
import { formatColumnSrc } from "../../references/srcReference.ts";

export interface DataColumn {
  readonly name: string;
  readonly data: readonly Json[];
}

/** No grid has it: the references are gone before anybody sees them. */
const fid = "file:0";

/**
 * A chart of columns that contains their data, for a file of its own. It shows the same as the plot of this chart and a
 * grid.
 */
export function chartWithData(kind: ChartKind, title: string, chosen: readonly (readonly DataColumn[])[]): Figure {
  const columns = [...new Set(chosen.flat())];
  const uid = (column: DataColumn) => `c${columns.indexOf(column)}`;
  const figure = chartFigure(
    kind,
    title,
    chosen.map((list) => list.map((column) => ({ name: column.name, src: formatColumnSrc(fid, uid(column)) }))),
  );
  const cols = Object.fromEntries(
    columns.map((column, order) => [uid(column), { uid: uid(column), order, data: column.data }]),
  );
  const { figure: inlined } = inlineColumns(figure, () => ({ cols }));
  return { ...inlined, data: inlined.data.map((trace) => (isContainer(trace) ? withoutSources(trace) : trace)) };
}

function withoutSources(container: JsonObject): JsonObject {
  const entries = Object.entries(container).filter(
    ([key, value]) => !(key.endsWith("src") && typeof value === "string" && value.startsWith(`${fid}:`)),
  );
  return Object.fromEntries(entries.map(([key, value]) => [key, isContainer(value) ? withoutSources(value) : value]));
}
