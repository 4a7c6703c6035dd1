import * as z from "zod";
import { isContainer } from "../../../figure/model/container.ts";
import { findRawArrays } from "../../../figure/data/arrays/dataWalk.ts";
import type { Figure, Json } from "../../../figure/model/figure.ts";
import { formatPath } from "../../../figure/model/path.ts";
import { MOST_FAULTS } from "../../../plotsApi/limits.ts";
import { parseJson } from "../../http/readBody.ts";

/**
 * Reads a figure as the API takes it: an object, or the same as a string of JSON, whose traces refer to grids. It
 * refuses arrays that should be columns, each with its path. Which arrays those are follows what the public service
 * accepted of live clients. The public service's words for these refusals are not known: our choice.
 */
export const figureField = z
  .unknown()
  .transform((sent, context): Figure => {
    const value = typeof sent === "string" ? parseJson(sent, "figure") : sent;
    const refuse = (message: string, path: (string | number)[] = []): never => {
      context.issues.push({ code: "custom", message, path, input: value });
      return z.NEVER;
    };
    if (value === undefined || value === null) return refuse("The figure is required.");
    if (!isFigure(value)) {
      return refuse('A figure is an object such as {"data": [], "layout": {}}, its data and frames lists of objects.');
    }
    let faults = 0;
    for (const path of findRawArrays(value)) {
      if (faults >= MOST_FAULTS) break;
      faults += 1;
      const key = `${String(path.at(-1))}src`;
      refuse(
        `The figure holds raw data at ${formatPath(path)}. Put it into a column of a grid and refer to that by "${key}".`,
        [...path],
      );
    }
    return value;
  })
  .meta({
    description:
      'An object such as {"data": [{"type": "scatter", "xsrc": "owner:1:a1b2c3"}], "layout": {}}, or the same as a string ' +
      "of JSON. Arrays of data stand in the columns of grids.",
  });

/** Tells whether a value is a figure. `data` may be missing, since clients create empty plots. */
function isFigure(value: unknown): value is Figure {
  if (!isContainer(value)) return false;
  const { data = [], layout = {}, frames = [] } = value;
  return [data, frames].every(isListOfObjects) && (layout === null || isContainer(layout));
}

function isListOfObjects(value: Json): boolean {
  return value === null || (Array.isArray(value) && value.every(isContainer));
}
