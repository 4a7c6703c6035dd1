// oxlint-disable no-underscore-dangle -- what the person did, and not a button of the figure, plotly.js tells by a private member
import type { FigureEdit } from "../../src/figure/edits/edit.ts";
import type { Json } from "../../src/figure/model/figure.ts";
import type { Plotted } from "../drawing/view/viewState.ts";
import { at, type Attributes, isAttributes } from "../reading/attributes.ts";
import { axisOf, type FullLayout, fullLayoutOf } from "./moving/plotted.ts";
import { scaleOf } from "./moving/scale.ts";

const ofRange = /^([xy]axis\d*)\.(?:range(?:\[[01]\])?|autorange)$/;

/**
 * The edits in a change of axes that plotly.js has made because the person dragged the end of one. They are taken out of
 * what it keeps as the person's view. `written` is the layout before plotly.js changed it.
 */
export function rangeEdits(update: unknown, plotted: Plotted, written: Attributes): FigureEdit[] {
  const layout = fullLayoutOf(plotted);
  const kept = plotted._fullLayout?._preGUI;
  if (!isAttributes(update) || layout === undefined || kept === undefined) return [];
  const changed = Object.keys(update).filter((attribute) => ofRange.test(attribute) && attribute in kept);
  const names = new Set(changed.map((attribute) => attribute.split(".")[0] ?? ""));
  return [...names].flatMap((name) => {
    const edits = rangeEdit(name, layout, written);
    // It is the figure's from now on. Otherwise plotly.js would hold it against the text that comes.
    if (edits.length > 0) forget(kept, name);
    return edits;
  });
}

/** The range that an axis shows now, as short as a pixel can tell. An axis that is told to find its own forgets that. */
export function rangeEdit(name: string, layout: FullLayout, written: Attributes): FigureEdit[] {
  const id = name.replace("axis", "");
  const axis = axisOf(layout, id);
  const scale = scaleOf(layout, id, id.startsWith("x") ? "x" : "y", "range");
  const range = axis?.["range"];
  if (scale === undefined || !Array.isArray(range)) return [];
  const path = ["layout", name] as const;
  if (axis?.["autorange"] === true)
    // The axis finds its range itself again.
    return ["range", "autorange"].flatMap((key): FigureEdit[] => {
      const own = at(written, name, key);
      return own === undefined || own === true ? [] : [{ act: "remove", path: [...path, key] }];
    });
  const now = range.map((end: unknown): Json => scale.toValue(scale.toPixel(end)));
  const edits: FigureEdit[] = [{ act: "set", path: [...path, "range"], value: now }];
  if (at(written, name, "autorange") !== undefined) edits.unshift({ act: "remove", path: [...path, "autorange"] });
  return edits;
}

function forget(kept: { [attribute: string]: unknown }, axis: string): void {
  for (const attribute of Object.keys(kept)) if (ofRange.exec(attribute)?.[1] === axis) delete kept[attribute];
}
