import { isContainer } from "../../model/container.ts";
import type { Figure, Json } from "../../model/figure.ts";
import { group, led, ended } from "../print/piece.ts";
import { printInSteps } from "../print/printer.ts";
import { javascriptStyle, javascriptValue } from "./javascriptValues.ts";

/** The figure as constants, which `Plotly.newPlot` draws into the element with the id `figure`. */
export function* javascriptInSteps(figure: Figure): Generator<undefined, string> {
  const { data = [], layout, config, frames } = figure as Partial<Figure>;
  const parts: string[] = [];
  const names: string[] = [];
  const declare = function* (name: string, value: Json): Generator<undefined, void> {
    const piece = ended(led(`const ${name} = `, yield* javascriptValue(value)), ";");
    parts.push(yield* printInSteps(piece, javascriptStyle));
    names.push(name);
  };
  yield* declare("data", data);
  // Plotly.newPlot takes the frames only in one object with the rest.
  const hasFrames = Array.isArray(frames) && frames.length > 0;
  if (isContainer(layout) || (isContainer(config) && !hasFrames)) yield* declare("layout", layout ?? {});
  if (isContainer(config)) yield* declare("config", config);
  if (hasFrames) yield* declare("frames", frames);
  const call = hasFrames
    ? group('Plotly.newPlot("figure", { ', names, " });")
    : group("Plotly.newPlot(", ['"figure"', ...names], ");");
  parts.push(yield* printInSteps(call, javascriptStyle));
  return `${parts.join("\n\n")}\n`;
}
