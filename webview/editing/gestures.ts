// oxlint-disable no-underscore-dangle -- what the person did, and not a button of the figure, plotly.js tells by a private member
import type { FigureEdit } from "../../src/figure/edits/edit.ts";
import type { Json } from "../../src/figure/model/figure.ts";
import type { FigurePath } from "../../src/figure/model/path.ts";
import type { Plotted } from "../drawing/view/viewState.ts";
import { type Attributes, isAttributes } from "../reading/attributes.ts";

/** Attributes of the layout that the person changes where plotly.js makes a drawing editable. All others are the view. */
const ofLayout =
  /^(?:(?:.+\.)?title(?:\.text|\.subtitle\.text)?|legend\d*\.(?:x|y)|coloraxis\d*\.colorbar\.(?:x|y)|(?:annotations|shapes|images)\[\d+\]\.\w+)$/;

/** The same of traces. */
const ofTrace = /^(?:name|(?:.+\.)?title(?:\.text)?|(?:.+\.)?colorbar\.(?:x|y))$/;

/** The edits in what `plotly_relayout` tells, and takes them out of what plotly.js keeps as the person's view. */
export function layoutEdits(update: unknown, plotted: Plotted): FigureEdit[] {
  if (!isAttributes(update)) return [];
  const kept = plotted._fullLayout?._preGUI;
  return edits(update, ofLayout, kept, ["layout"]);
}

/** The edits in what `plotly_restyle` tells: `[{name: "beans"}, [1]]`. */
export function traceEdits(detail: unknown, plotted: Plotted): FigureEdit[] {
  if (!Array.isArray(detail)) return [];
  const [update, indices] = detail as unknown[];
  if (!isAttributes(update) || !Array.isArray(indices)) return [];
  return indices.flatMap((index: unknown, at) => {
    const trace = plotted._fullData?.[Number(index)];
    if (trace === undefined) return [];
    const own = Object.fromEntries(
      Object.entries(update).map(([key, value]) => [key, Array.isArray(value) ? (value as unknown[])[at] : value]),
    );
    const kept = plotted._fullLayout?._tracePreGUI?.[trace.uid];
    return edits(own, ofTrace, kept, ["data", Number(index)]);
  });
}

/** What plotly.js has noted as done by the person is done by them, and not by a button of the figure. */
function edits(
  update: Attributes,
  isEdit: RegExp,
  kept: { [attribute: string]: unknown } | undefined,
  base: FigurePath,
): FigureEdit[] {
  const found: FigureEdit[] = [];
  for (const [attribute, value] of Object.entries(update)) {
    if (!isEdit.test(attribute) || kept === undefined || !(attribute in kept)) continue;
    // It is the figure's from now on. Otherwise plotly.js would hold it against the text that comes.
    delete kept[attribute];
    const path = [...base, ...stepsOf(attribute)];
    found.push(
      value === null || value === undefined ? { act: "remove", path } : { act: "set", path, value: value as Json },
    );
  }
  return found;
}

/** "annotations[0].x" as a path. */
function stepsOf(attribute: string): (string | number)[] {
  return attribute
    .split(/[.[\]]/)
    .filter((step) => step !== "")
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
