import { isContainer } from "../../model/container.ts";
import type { Figure, Json } from "../../model/figure.ts";
import { group, led } from "../print/piece.ts";
import { printInSteps } from "../print/printer.ts";
import { RValues, rStyle } from "./rValues.ts";

/**
 * The figure as lists. `plot_ly()` would be shorter, but it gives each trace colours of its own, whatever the template
 * says, and the layout other margins.
 */
export function* rInSteps(figure: Figure): Generator<undefined, string> {
  const { data = [], layout, config, frames } = figure as Partial<Figure>;
  const values = new RValues();
  const parts: string[] = [];
  const names: string[] = [];
  const assign = function* (name: string, value: Json): Generator<undefined, void> {
    parts.push(yield* printInSteps(led(`${name} <- `, yield* values.of(value)), rStyle));
    names.push(`${name} = ${name}`);
  };
  yield* assign("data", data);
  if (isContainer(layout)) yield* assign("layout", layout);
  if (isContainer(config)) yield* assign("config", config);
  if (Array.isArray(frames) && frames.length > 0) yield* assign("frames", frames);
  parts.push(yield* printInSteps(group("fig <- as_widget(", [group("list(", names, ")")], ")"), rStyle));
  const rounded = values.isRounded ? "# R's plotly writes the first 15 digits of a number.\n" : "";
  const why = "# plot_ly() would give the traces colours and the layout margins of its own.\n";
  const left = values.leftOut ? "# Members without a name are left out: R has no lists with such.\n" : "";
  return `library(plotly)\n\n${why}${rounded}${left}${parts.join("\n\n")}\n\nfig\n`;
}
