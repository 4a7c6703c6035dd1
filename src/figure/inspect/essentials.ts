import type { FigurePath } from "../model/path.ts";
import type { ManualContainer } from "../manual/manual.ts";
import type { Field } from "./fields.ts";
import { fieldAt, isFontAt } from "./fieldAt.ts";

/** An attribute that people often change, with our word for it; or a font, all of whose attributes stand together. */
export type Essential =
  | { readonly kind: "field"; readonly label: string; readonly field: Field }
  | { readonly kind: "font"; readonly label: string; readonly path: FigurePath };

type Choice = readonly [key: string, label: string];

const titleAndFont: readonly Choice[] = [
  ["title.text", "Title"],
  ["title.font", "Title font"],
];

const axis: readonly Choice[] = [
  ...titleAndFont,
  ["type", "Scale"],
  ["range", "Range"],
  ["autorange", "Ends"],
  ["tickformat", "Tick format"],
  ["dtick", "Tick spacing"],
  ["tickangle", "Tick angle"],
  ["tickfont", "Tick font"],
  ["showgrid", "Grid lines"],
  ["zeroline", "Zero line"],
  ["showline", "Axis line"],
  ["side", "Side"],
  ["visible", "Visible"],
];

const frameOfReference: readonly Choice[] = [
  ["domain.x", "Across"],
  ["domain.y", "Upwards"],
];

/** By part, in the order in which people look for them. */
const ofParts: { readonly [kind: string]: readonly Choice[] } = {
  layout: [
    ...titleAndFont,
    ["title.subtitle.text", "Subtitle"],
    ["showlegend", "Legend"],
    ["hovermode", "Hover"],
    ["barmode", "Bars"],
    ["bargap", "Gap between bars"],
    ["boxmode", "Boxes"],
    ["paper_bgcolor", "Paper"],
    ["plot_bgcolor", "Plot area"],
  ],
  xaxis: [...axis, ["rangeslider.visible", "Range slider"]],
  yaxis: axis,
  legend: [
    ["title.text", "Title"],
    ["orientation", "Direction"],
    ["font", "Font"],
    ["bgcolor", "Background"],
    ["bordercolor", "Border colour"],
    ["borderwidth", "Border width"],
    ["traceorder", "Order"],
    ["visible", "Visible"],
  ],
  coloraxis: [
    ["colorscale", "Colours"],
    ["reversescale", "Reversed"],
    ["cmin", "From"],
    ["cmax", "To"],
    ["cmid", "Middle"],
    ["colorbar.title.text", "Title"],
    ["colorbar.tickformat", "Tick format"],
    ["showscale", "Colour bar"],
  ],
  scene: [
    ["xaxis.title.text", "X title"],
    ["yaxis.title.text", "Y title"],
    ["zaxis.title.text", "Z title"],
    ["aspectmode", "Proportions"],
    ["camera.projection.type", "Projection"],
    ["dragmode", "Dragging"],
    ["bgcolor", "Background"],
  ],
  geo: [
    ["scope", "Region"],
    ["projection.type", "Projection"],
    ["fitbounds", "Fit to data"],
    ["showland", "Land"],
    ["landcolor", "Land colour"],
    ["showocean", "Ocean"],
    ["oceancolor", "Ocean colour"],
    ["showcountries", "Borders"],
    ["resolution", "Resolution"],
    ["bgcolor", "Background"],
  ],
  map: [
    ["style", "Style"],
    ["center.lat", "Latitude"],
    ["center.lon", "Longitude"],
    ["zoom", "Zoom"],
    ["bearing", "Bearing"],
    ["pitch", "Pitch"],
  ],
  polar: [
    ["radialaxis.range", "Radius"],
    ["radialaxis.title.text", "Radius title"],
    ["angularaxis.direction", "Turns"],
    ["angularaxis.rotation", "Begins at"],
    ["hole", "Hole"],
    ["bgcolor", "Background"],
    ...frameOfReference,
  ],
  ternary: [
    ["aaxis.title.text", "A title"],
    ["baxis.title.text", "B title"],
    ["caxis.title.text", "C title"],
    ["sum", "Sum"],
    ["bgcolor", "Background"],
  ],
  smith: [["bgcolor", "Background"], ...frameOfReference],
  annotations: [
    ["text", "Text"],
    ["font", "Font"],
    ["x", "X"],
    ["y", "Y"],
    ["xref", "X from"],
    ["yref", "Y from"],
    ["textangle", "Angle"],
    ["showarrow", "Arrow"],
    ["arrowhead", "Arrow head"],
    ["arrowcolor", "Arrow colour"],
    ["arrowwidth", "Arrow width"],
    ["bgcolor", "Background"],
    ["bordercolor", "Border colour"],
  ],
  shapes: [
    ["type", "Shape"],
    ["line.color", "Line colour"],
    ["line.width", "Line width"],
    ["line.dash", "Line dash"],
    ["fillcolor", "Fill"],
    ["opacity", "Opacity"],
    ["x0", "X from"],
    ["x1", "X to"],
    ["y0", "Y from"],
    ["y1", "Y to"],
    ["layer", "Layer"],
    ["label.text", "Label"],
  ],
  images: [
    ["x", "X"],
    ["y", "Y"],
    ["sizex", "Width"],
    ["sizey", "Height"],
    ["sizing", "Fitting"],
    ["opacity", "Opacity"],
    ["layer", "Layer"],
    ["visible", "Visible"],
  ],
  sliders: [
    ["active", "Step"],
    ["currentvalue.prefix", "Before the value"],
    ["font", "Font"],
    ["x", "X"],
    ["y", "Y"],
    ["len", "Length"],
    ["visible", "Visible"],
  ],
  updatemenus: [
    ["type", "Kind"],
    ["active", "Chosen"],
    ["direction", "Direction"],
    ["font", "Font"],
    ["x", "X"],
    ["y", "Y"],
    ["visible", "Visible"],
  ],
  frames: [
    ["name", "Name"],
    ["group", "Group"],
    ["baseframe", "Based on"],
  ],
  config: [
    ["displayModeBar", "Buttons"],
    ["scrollZoom", "Zoom by wheel"],
    ["staticPlot", "Static"],
    ["responsive", "Follows the page"],
    ["displaylogo", "Logo"],
    ["locale", "Language"],
  ],
};

/** Of every trace type, as far as it has them. */
const ofTraces: readonly Choice[] = [
  ["name", "Name"],
  ["title.text", "Title"],
  ["mode", "Drawn as"],
  ["value", "Value"],
  ["orientation", "Direction"],
  ["marker.color", "Colour"],
  ["line.color", "Line colour"],
  ["color", "Colour"],
  ["increasing.line.color", "Rising"],
  ["decreasing.line.color", "Falling"],
  ["increasing.marker.color", "Rising"],
  ["decreasing.marker.color", "Falling"],
  ["totals.marker.color", "Totals"],
  ["marker.colors", "Colours"],
  ["colorscale", "Colours"],
  ["reversescale", "Reversed"],
  ["zmin", "From"],
  ["zmax", "To"],
  ["cmin", "From"],
  ["cmax", "To"],
  ["showscale", "Colour bar"],
  ["colorbar.title.text", "Colour bar title"],
  ["line.width", "Line width"],
  ["line.dash", "Line dash"],
  ["line.shape", "Line shape"],
  ["marker.size", "Marker size"],
  ["marker.symbol", "Marker symbol"],
  ["marker.pattern.shape", "Pattern"],
  ["fill", "Fill"],
  ["fillcolor", "Fill colour"],
  ["nbinsx", "Bins"],
  ["histnorm", "Counted as"],
  ["boxpoints", "Points"],
  ["points", "Points"],
  ["contours.coloring", "Drawn as"],
  ["line.colorscale", "Line colours"],
  ["marker.colorscale", "Marker colours"],
  ["node.color", "Nodes"],
  ["link.color", "Links"],
  ["labelfont", "Label font"],
  ["tickfont", "Tick font"],
  ["number.font", "Number font"],
  ["delta.reference", "Compared with"],
  ["gauge.shape", "Gauge"],
  ["hole", "Hole"],
  ["textinfo", "Texts"],
  ["texttemplate", "Text template"],
  ["textposition", "Place of texts"],
  ["header.font", "Header font"],
  ["cells.font", "Cell font"],
  ["opacity", "Opacity"],
  ["hovertemplate", "Hover text"],
  ["visible", "Visible"],
  ["showlegend", "In the legend"],
];

/** The essentials of a part, in an order of ours. `isUsed` tells whether the engine uses an attribute now. */
export function essentialsOf(
  kind: string,
  container: ManualContainer,
  isUsed: (path: FigurePath) => boolean,
): Essential[] {
  const choices = ofParts[kind] ?? ofTraces;
  return choices.flatMap(([key, label]): Essential[] => {
    const path = key.split(".");
    if (!isUsed(path)) return [];
    if (isFontAt(container, path)) return [{ kind: "font", label, path }];
    const field = fieldAt(container, path);
    return field === undefined ? [] : [{ kind: "field", label, field }];
  });
}

/** The kinds of parts that have essentials of their own. */
export const partsWithEssentials: readonly string[] = Object.keys(ofParts);
