import type { Json, JsonObject } from "../../model/figure.ts";
import { valueAt } from "../../model/path.ts";
import table from "./templates.generated.json" with { type: "json" };

/** A look for whole figures. */
export interface Template {
  readonly name: string;
  /** What it is for, in a few words. */
  readonly about: string;
  /** What stands in `layout.template`; undefined for Plotly.js without one. */
  readonly value: JsonObject | undefined;
}

const about: { readonly [name: string]: string } = {
  plotly: "Plotly's own, on light blue",
  plotly_white: "Plotly's own, on white",
  plotly_dark: "Plotly's own, on black",
  ggplot2: "As ggplot2 of R",
  seaborn: "As seaborn of Python",
  simple_white: "Axes and ticks, no grid",
  presentation: "Large letters and lines",
};

/** The templates of plotly.py, and none. */
export const templates: readonly Template[] = [
  ...Object.entries(table).map(([name, value]) => ({
    name,
    about: about[name] ?? "",
    value: value as unknown as JsonObject,
  })),
  { name: "none", about: "Plotly.js without a template", value: undefined },
];

/** What tells templates of the same name apart from others in all versions of plotly.py. */
const marks = [
  ["layout", "paper_bgcolor"],
  ["layout", "plot_bgcolor"],
  ["layout", "font", "color"],
  ["layout", "font", "size"],
  ["layout", "xaxis", "gridcolor"],
  ["layout", "xaxis", "showgrid"],
  ["layout", "colorway"],
];

/** The name of the template that is written in a figure; undefined where it is none of these. */
export function templateName(written: unknown): string | undefined {
  const mark = markOf(written as Json | undefined);
  return templates.find(({ value }) => markOf(value) === mark)?.name;
}

const markOf = (template: Json | undefined): string =>
  JSON.stringify(marks.map((path) => valueAt(template, path) ?? null)).toLowerCase();

/** The colours that a small picture of a template shows. */
export interface TemplateColors {
  readonly paper: string;
  readonly plot: string;
  readonly grid: string | undefined;
  readonly line: string | undefined;
  readonly text: string;
  readonly traces: readonly string[];
}

/** Plotly's own colours, where neither a template nor a figure says others. */
const defaults = ["#1f77b4", "#ff7f0e", "#2ca02c", "#d62728"];

export function templateColors(template: JsonObject | undefined): TemplateColors {
  const of = (...path: string[]): string | undefined => {
    const value = valueAt(template, ["layout", ...path]);
    return typeof value === "string" ? value : undefined;
  };
  const colorway = valueAt(template, ["layout", "colorway"]);
  const showsGrid = valueAt(template, ["layout", "xaxis", "showgrid"]) !== false;
  const showsLine = valueAt(template, ["layout", "xaxis", "showline"]) === true;
  return {
    paper: of("paper_bgcolor") ?? "#ffffff",
    plot: of("plot_bgcolor") ?? "#ffffff",
    grid: showsGrid ? (of("xaxis", "gridcolor") ?? "#eeeeee") : undefined,
    line: showsLine ? (of("xaxis", "linecolor") ?? "#444444") : undefined,
    text: of("font", "color") ?? "#444444",
    traces: Array.isArray(colorway) ? (colorway as readonly string[]) : defaults,
  };
}
