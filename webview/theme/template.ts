import { type EditorColors, blend } from "./colors.ts";
import { type Attributes, at, isAttributes } from "../reading/attributes.ts";

/** Ten colours for traces. They differ from each other, and by 3:1 or more from the theme's usual background. */
const colorways: { readonly [kind in EditorColors["kind"]]: readonly string[] } = {
  light: ["#1f6fb4", "#d2571a", "#2e8b3d", "#c4314b", "#7a52b3", "#8a5a44", "#c23f94", "#5b6770", "#85800a", "#0f868f"],
  dark: ["#5aa9f0", "#f5974e", "#6cc678", "#f0707a", "#b493f0", "#c99a7c", "#ee85c3", "#a9b4bf", "#d3c74a", "#4fc9d6"],
  "high-contrast": [
    "#3fb4ff",
    "#ffa64d",
    "#73e07f",
    "#ff7b84",
    "#c7a4ff",
    "#e0b08f",
    "#ff94d4",
    "#ffffff",
    "#ffe54f",
    "#4fe6f2",
  ],
  "high-contrast-light": [
    "#0b5394",
    "#a63f00",
    "#1a6b28",
    "#a3142c",
    "#5a2d9c",
    "#6b3d24",
    "#8e1466",
    "#3a424a",
    "#615d00",
    "#00616e",
  ],
};

/**
 * Makes a Plotly template for a layout, in colours that fit it (`fittingColors`). What the layout itself says wins over
 * it. It wins over the layout's own template for paper, fonts and grids.
 */
export function editorTemplate(layout: Attributes, colors: EditorColors): Attributes {
  const authored = isAttributes(layout["template"]) ? layout["template"] : {};
  const template = merge(authored, { layout: layoutColors(colors) });
  const templateLayout = isAttributes(template["layout"]) ? template["layout"] : {};
  template["layout"] = templateLayout;
  templateLayout["colorway"] ??= colorways[colors.kind];
  template["data"] = dataColors(at(authored, "data"), colors);
  return template;
}

function layoutColors(colors: EditorColors): Attributes {
  const { background, foreground, raised, border, muted } = colors;
  const strong = colors.kind.startsWith("high-contrast");
  const grid = blend(foreground, background, strong ? 0.45 : 0.16);
  const line = blend(foreground, background, strong ? 1 : 0.45);
  const faint = blend(foreground, background, 0.04);
  const axis = { gridcolor: grid, linecolor: line, zerolinecolor: line, tickcolor: line };
  const rangeselector = { bgcolor: raised, activecolor: blend(foreground, raised, 0.2), bordercolor: border };
  const axis3d = { ...axis, backgroundcolor: background };
  return {
    paper_bgcolor: background,
    plot_bgcolor: background,
    font: { color: foreground, family: colors.fontFamily },
    xaxis: { ...axis, rangeselector },
    yaxis: axis,
    scene: { bgcolor: background, xaxis: axis3d, yaxis: axis3d, zaxis: axis3d },
    polar: { bgcolor: background, angularaxis: axis, radialaxis: axis },
    ternary: { bgcolor: background, aaxis: axis, baxis: axis, caxis: axis },
    smith: { bgcolor: background, realaxis: axis, imaginaryaxis: axis },
    geo: {
      bgcolor: background,
      landcolor: blend(foreground, background, 0.1),
      lakecolor: background,
      oceancolor: faint,
      rivercolor: background,
      coastlinecolor: line,
      countrycolor: grid,
      subunitcolor: grid,
      framecolor: line,
    },
    legend: { bordercolor: border },
    coloraxis: { colorbar: { outlinecolor: border, tickcolor: line } },
    annotationdefaults: { arrowcolor: foreground },
    shapedefaults: { line: { color: line } },
    updatemenudefaults: { bgcolor: raised, bordercolor: border, font: { color: foreground } },
    sliderdefaults: {
      bgcolor: raised,
      activebgcolor: blend(foreground, raised, 0.2),
      bordercolor: border,
      tickcolor: muted,
      font: { color: foreground },
    },
    newshape: { line: { color: foreground } },
    modebar: { bgcolor: "rgba(0, 0, 0, 0)", color: muted, activecolor: foreground },
  };
}

/**
 * Makes the defaults of traces that have a paper of their own, or whose template was made for another paper. Every
 * default of the author stays, except colours of paper, lines and error bars.
 */
function dataColors(authored: unknown, colors: EditorColors): Attributes {
  const { background, foreground, raised } = colors;
  const line = blend(foreground, background, 0.3);
  const font = { color: foreground };
  const cells = { fill: { color: background }, line: { color: line }, font };
  const carpetAxis = {
    gridcolor: line,
    linecolor: line,
    minorgridcolor: line,
    startlinecolor: line,
    endlinecolor: line,
  };
  const always: { [type: string]: Attributes } = {
    table: { header: { ...cells, fill: { color: raised } }, cells },
    carpet: { aaxis: carpetAxis, baxis: carpetAxis },
    indicator: { gauge: { bordercolor: line, axis: { tickcolor: line } } },
  };
  const data: Attributes = {};
  const given: Attributes = isAttributes(authored) ? authored : {};
  for (const type of new Set([...Object.keys(given), ...Object.keys(always)])) {
    const traces = Array.isArray(given[type]) && given[type].length > 0 ? given[type] : [{}];
    data[type] = traces.filter(isAttributes).map((trace) => recolor(merge(trace, always[type] ?? {}), colors));
  }
  return data;
}

/** plotly.py's template draws error bars and the edges of bars in the colours of its own paper. */
function recolor(trace: Attributes, { background, foreground }: EditorColors): Attributes {
  const over: Attributes = {};
  for (const key of ["error_x", "error_y"])
    if (at(trace, key, "color") !== undefined) over[key] = { color: foreground };
  if (at(trace, "marker", "line", "color") !== undefined) over["marker"] = { line: { color: background } };
  return merge(trace, over);
}

/** Copies `under` deeply and lays `over` on it. Arrays are taken whole. */
function merge(under: Attributes, over: Attributes): Attributes {
  const merged: Attributes = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const before = merged[key];
    merged[key] = isAttributes(value) ? merge(isAttributes(before) ? before : {}, value) : value;
  }
  return merged;
}
