import type { FigureEdit } from "../edits/edit.ts";
import type { Json } from "../model/figure.ts";
import type { FigurePath } from "../model/path.ts";
import { type Inspected, writtenAt } from "./inspected.ts";
import { olderTitle } from "./origin.ts";

/** What has to go from the same container when an attribute is set: with it, Plotly would not heed the new value. */
const inTheWay: { readonly [name: string]: readonly string[] } = {
  range: ["autorange"],
  autorange: ["range"],
  colorscale: ["autocolorscale"],
  zmin: ["zauto"],
  zmax: ["zauto"],
  cmin: ["cauto"],
  cmax: ["cauto"],
  dtick: ["nticks"],
  tickvals: ["tickmode"],
};

/**
 * The edits that give an attribute a value, or with undefined leave it to the template and to Plotly. What is written as
 * older Plotly had it is brought up to date where the edits reach the text.
 */
export function changeEdits(figure: Inspected, path: FigurePath, value: Json | undefined): FigureEdit[] {
  if (value === undefined) {
    const isWritten = writtenAt(figure, path) !== undefined || olderTitle(figure, path) !== undefined;
    return isWritten ? [{ act: "remove", path }] : [];
  }
  const name = String(path.at(-1));
  const removed = (inTheWay[name] ?? [])
    .map((other): FigurePath => [...path.slice(0, -1), other])
    .filter((other) => writtenAt(figure, other) !== undefined)
    .map((other): FigureEdit => ({ act: "remove", path: other }));
  return [{ act: "set", path, value }, ...removed];
}
