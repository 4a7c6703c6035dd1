import type { Figure, JsonObject } from "../../model/figure.ts";

/** A column that a chart is made from: how people call it, and the src reference to it. */
export interface ChartColumn {
  readonly name: string;
  readonly src: string;
}

/** A role of a column in a chart. */
export interface ChartRole {
  /** Attribute of the trace: "x", "labels". */
  readonly attribute: string;
  readonly label: string;
  /** One trace for each column where several may be chosen (for "z", one trace of all of them). */
  readonly several: boolean;
  readonly optional: boolean;
}

export interface ChartKind {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly icon: string;
  readonly trace: JsonObject;
  readonly roles: readonly ChartRole[];
}

const x: ChartRole = { attribute: "x", label: "Horizontal axis", several: false, optional: true };
const y: ChartRole = { attribute: "y", label: "Vertical axis", several: true, optional: false };

/** The charts that can be made from a table without writing JSON. */
export const chartKinds: readonly ChartKind[] = [
  {
    id: "line",
    label: "Line",
    detail: "How values go up and down",
    icon: "graph-line",
    trace: { type: "scatter", mode: "lines" },
    roles: [x, y],
  },
  {
    id: "scatter",
    label: "Scatter",
    detail: "How two columns belong together",
    icon: "graph-scatter",
    trace: { type: "scatter", mode: "markers" },
    roles: [{ ...x, optional: false }, y],
  },
  { id: "bar", label: "Bar", detail: "Amounts side by side", icon: "graph", trace: { type: "bar" }, roles: [x, y] },
  {
    id: "area",
    label: "Area",
    detail: "Amounts that add up",
    icon: "graph-line",
    trace: { type: "scatter", mode: "lines", stackgroup: "all" },
    roles: [x, y],
  },
  {
    id: "histogram",
    label: "Histogram",
    detail: "How often each value occurs",
    icon: "graph",
    trace: { type: "histogram" },
    roles: [{ ...x, label: "Values", several: true, optional: false }],
  },
  {
    id: "box",
    label: "Box",
    detail: "Median, quartiles and outliers of columns",
    icon: "graph",
    trace: { type: "box" },
    roles: [{ ...y, label: "Values" }],
  },
  {
    id: "pie",
    label: "Pie",
    detail: "Shares of a whole",
    icon: "pie-chart",
    trace: { type: "pie" },
    roles: [
      { attribute: "labels", label: "Names of the slices", several: false, optional: false },
      { attribute: "values", label: "Sizes of the slices", several: false, optional: false },
    ],
  },
  {
    id: "heatmap",
    label: "Heatmap",
    detail: "A table as colours, one column of the table a column of cells",
    icon: "layout",
    trace: { type: "heatmap" },
    roles: [{ attribute: "z", label: "Columns of the table", several: true, optional: false }],
  },
  {
    id: "table",
    label: "Table",
    detail: "The columns as they are",
    icon: "table",
    trace: { type: "table" },
    roles: [{ attribute: "cells.values", label: "Columns", several: true, optional: false }],
  },
];

/** A figure of references for the columns chosen for each role, in the order of `kind.roles`. */
export function chartFigure(kind: ChartKind, title: string, chosen: readonly (readonly ChartColumn[])[]): Figure {
  const single: JsonObject = {};
  let traces: JsonObject[] = [];
  const axes: JsonObject = {};
  for (const [index, role] of kind.roles.entries()) {
    const columns = chosen[index] ?? [];
    const first = columns[0];
    if (first === undefined) continue;
    if (role.attribute === "x" || role.attribute === "y") {
      if (columns.length === 1) axes[`${role.attribute}axis`] = { title: { text: first.name } };
    }
    if (role.attribute === "cells.values") {
      traces = [tableTrace(columns)];
    } else if (role.attribute === "z") {
      traces = [{ zsrc: joined(columns) }];
    } else if (role.several) {
      traces = columns.map((column) => ({ name: column.name, [`${role.attribute}src`]: column.src }));
    } else {
      single[`${role.attribute}src`] = first.src;
    }
  }
  if (traces.length === 0) traces = [{}];
  return {
    data: traces.map((trace) => ({ ...kind.trace, ...single, ...trace })),
    layout: {
      title: { text: title },
      ...axes,
      ...(traces.length > 1 ? { legend: { orientation: "h", y: 1.02, yanchor: "bottom" } } : {}),
    },
  };
}

function tableTrace(columns: readonly ChartColumn[]): JsonObject {
  return {
    header: { values: columns.map(({ name }) => name) },
    cells: { valuessrc: `${joined(columns)}${columns.length === 1 ? "*" : ""}` },
  };
}

/** Several columns of one grid behind one key: `owner:id:a,b,c`. */
function joined(columns: readonly ChartColumn[]): string {
  const [first = "", ...rest] = columns.map(({ src }) => src);
  return [first, ...rest.map((src) => src.slice(src.lastIndexOf(":") + 1))].join(",");
}
