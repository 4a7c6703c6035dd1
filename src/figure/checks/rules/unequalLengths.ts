import type { DataArray } from "../../text/outline/outline.ts";
import type { FigureProblem } from "../../model/problem.ts";
import { member, nodeAt } from "../../text/structure/structure.ts";
import { dataOfTraces } from "../rule/dataOfTraces.ts";
import { removedTraceType, typeMeant } from "../../schema/traceTypes.ts";
import type { Rule } from "../rule/rule.ts";
import { formatNumber } from "../../model/counts.ts";

/** Attributes of one point each, by trace type: Plotly draws as many points as the shortest of them has. */
const columns: readonly (readonly [types: RegExp, attributes: readonly string[]])[] = [
  [/^(?:scatter|scattergl|bar|waterfall|funnel|box|violin|histogram2d|histogram2dcontour|histogram)$/, ["x", "y", "z"]],
  [/^(?:candlestick|ohlc)$/, ["x", "open", "high", "low", "close"]],
  [/^scatter3d$/, ["x", "y", "z"]],
  [/^mesh3d$/, ["x", "y", "z"]],
  [/^(?:cone|streamtube)$/, ["x", "y", "z", "u", "v", "w"]],
  [/^(?:isosurface|volume)$/, ["x", "y", "z", "value"]],
  [/^quiver$/, ["x", "y", "u", "v"]],
  [/^(?:scatterpolar|scatterpolargl|barpolar)$/, ["r", "theta"]],
  [/^scatterternary$/, ["a", "b", "c"]],
  [/^scattersmith$/, ["real", "imag"]],
  [/^scattercarpet$/, ["a", "b"]],
  [/^(?:scattergeo|scattermap|densitymap)$/, ["lon", "lat", "z"]],
  [/^(?:choropleth|choroplethmap)$/, ["locations", "z"]],
  [/^(?:pie|funnelarea)$/, ["labels", "values"]],
  [/^(?:sunburst|treemap|icicle)$/, ["labels", "parents", "values", "ids"]],
  [/^sankey$/, ["link.source", "link.target", "link.value"]],
];

const corners: readonly string[] = ["i", "j", "k"];

const tables = /^(?:heatmap|contour|surface)$/;

/** Finds arrays of one trace that differ in length: Plotly.js does not draw the rest of the longer ones. */
export const unequalLengths: Rule = {
  code: "unequal-lengths",
  severity: "warning",
  title: "Arrays of one trace that differ in length: the rest of the longer ones is not drawn.",
  *check({ outline, structure }) {
    for (const { trace, arrays } of dataOfTraces(outline)) {
      yield;
      const type = meantOrRemoved(trace.drawnAs);
      const z = arrays.get("z");
      if (tables.test(type) && z !== undefined && z.nesting >= 2) {
        const node = nodeAt(structure, trace.path);
        const transposed = node !== undefined && member(node, "transpose")?.value === true;
        yield* sides(z, arrays, transposed);
        continue;
      }
      const names = tables.test(type) ? ["x", "y", "z"] : columns.find(([types]) => types.test(type))?.[1];
      if (names === undefined) continue;
      yield* unequal(names, arrays, trace.drawnAs);
      if (type === "mesh3d") yield* unequal(corners, arrays, trace.drawnAs);
    }
  },
};

/** The type by whose rules its points are counted, also where Plotly.js does not draw it. */
function meantOrRemoved(type: string): string {
  return typeMeant(type) ?? removedTraceType(type)?.instead ?? type;
}

function* unequal(
  names: readonly string[],
  arrays: ReadonlyMap<string, DataArray>,
  type: string,
): Generator<FigureProblem> {
  const lists = names.flatMap((name) => {
    const array = arrays.get(name);
    // Categories in two rows, and what is empty or not known, have no length to compare.
    return array?.length === undefined || array.length === 0 || array.nesting > 1
      ? []
      : [{ name, array, length: array.length }];
  });
  const [first] = lists;
  if (first === undefined || lists.every(({ length }) => length === first.length)) return;
  const shortest = lists.reduce((one, other) => (other.length < one.length ? other : one));
  const longer = lists.filter(({ length }) => length > shortest.length);
  const [longest] = longer;
  if (longest === undefined) return;
  const said = lists.map(({ name, length }) => `\`${name}\` has ${formatNumber(length)}`).join(", ");
  yield {
    code: "unequal-lengths",
    severity: "warning",
    span: shortest.array.key,
    message: `${said}: Plotly.js draws ${formatNumber(shortest.length)} of this \`${type}\` trace's ${formatNumber(longest.length)} and leaves out the rest.`,
    related: longer.map(({ name, array }) => ({ span: array.key, message: `\`${name}\` is longer.` })),
  };
}

/** A table's rows and columns against what is written along its sides; the edges between cells are one more. */
function* sides(z: DataArray, arrays: ReadonlyMap<string, DataArray>, transposed: boolean): Generator<FigureProblem> {
  const { shape } = z;
  const [rows, cells] = shape ?? [];
  if (rows === undefined || cells === undefined || rows === 0 || cells === 0) return;
  for (const [name, count, what] of [
    ["x", transposed ? rows : cells, transposed ? "rows" : "columns"],
    ["y", transposed ? cells : rows, transposed ? "columns" : "rows"],
  ] as const) {
    const array = arrays.get(name);
    if (array?.length === undefined || array.length === 0 || array.nesting > 1) continue;
    if (array.length === count || array.length === count + 1) continue;
    yield {
      code: "unequal-lengths",
      severity: "warning",
      span: array.key,
      message: `\`${name}\` has ${formatNumber(array.length)}, and \`z\` has ${formatNumber(count)} ${what}: give it one for each, or one more for the edges.`,
      related: [{ span: z.key, message: `\`z\` has ${formatNumber(rows)} rows of ${formatNumber(cells)}.` }],
    };
  }
}
