import { at, type Attributes, type Drawable, isAttributes } from "../reading/attributes.ts";

/** More entries than any screen has room for. A legend of more has a scroll bar. */
const inSight = 80;

/** Among the longest names is the widest, which makes the legend's width. */
const longest = 8;

/**
 * Leaves out of a long legend what is out of sight, since each entry costs more time than the line that it stands for. Changes
 * the figure. Returns what puts the rest in, without a change of what is in sight; undefined where nothing is left out.
 */
export function shortenLegend({ data, layout }: Pick<Drawable, "data" | "layout">): CompleteLegend | undefined {
  if (data.length <= inSight * 2 || !isPlain(layout) || data.some(isSorted)) return undefined;
  const names = data.map((trace, index) => ({ index, length: nameOf(trace, index).length }));
  const wide = names.toSorted((one, other) => other.length - one.length).slice(0, longest);
  const kept = new Set(wide.map(({ index }) => index));
  const left = data.filter((trace, index) => index >= inSight && !kept.has(index) && trace["showlegend"] === undefined);
  for (const trace of left) trace["showlegend"] = false;
  return async (relayout, drawn) => {
    for (const trace of left) delete trace["showlegend"];
    // Plotly draws the legend anew, and nothing else, for whatever of it is set.
    await relayout({ "legend.itemsizing": at(drawn, "legend", "itemsizing") });
  };
}

/** `relayout` changes the layout that is drawn, `drawn`. */
export type CompleteLegend = (
  relayout: (update: Attributes) => Promise<unknown>,
  drawn: Attributes | undefined,
) => Promise<void>;

const nameOf = ({ name }: Attributes, index: number): string => (typeof name === "string" ? name : `trace ${index}`);

/** Whether a trace's entry may stand elsewhere than in the order of the traces. */
const isSorted = ({ legend, legendgroup, legendrank }: Attributes): boolean =>
  [legend, legendgroup, legendrank].some((each) => each !== undefined);

/** Whether entries stand one below the other, in the order of the traces. */
function isPlain(layout: Attributes): boolean {
  const legends = [layout["legend"], at(layout, "template", "layout", "legend")].filter(isAttributes);
  return legends.every(
    ({ orientation = "v", traceorder = "normal" }) => orientation === "v" && traceorder === "normal",
  );
}
