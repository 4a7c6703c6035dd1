import type { FigureEdit } from "../../../src/figure/edits/edit.ts";
import type { Json, JsonObject } from "../../../src/figure/model/figure.ts";
import type { Attributes } from "../../reading/attributes.ts";
import type { Place } from "./place.ts";
import { anotherAxis, anotherSubplot, type FullFigure, type TracePlace } from "./subplots.ts";

/** Something that can be added to a figure. */
export type Addition = {
  readonly id: string;
  /** "Annotation with Arrow", as the menu has it. */
  readonly label: string;
} & (
  | {
      /** The person says where. `ask` is what they are told. */
      readonly way: "place";
      readonly ask: string;
      make(full: Attributes, place: Place): FigureEdit[];
    }
  /** The person draws it, which plotly.js does in this mode. */
  | { readonly way: "draw"; readonly ask: string; readonly mode: string }
  | { readonly way: "now"; make(figure: FullFigure): FigureEdit[] }
  /** The host asks the person for a picture. */
  | { readonly way: "picture" }
  /** The host asks the person for a trace, new or not, that goes to this place. */
  | { readonly way: "trace"; make?(figure: FullFigure): TracePlace }
);

/** All that can be added, in groups of the menu. */
export const additions: readonly (readonly Addition[])[] = [
  [
    {
      id: "text",
      label: "Text",
      way: "place",
      ask: "Click where the text should be.",
      make: (full, place) => [append(full, "annotations", { ...place, text: "Text", showarrow: false })],
    },
    {
      id: "arrow",
      label: "Text with Arrow",
      way: "place",
      ask: "Click what the arrow should point at.",
      make: (full, place) => [append(full, "annotations", { ...place, text: "Text", ax: 40, ay: -40 })],
    },
    {
      id: "horizontal",
      label: "Horizontal Line",
      way: "place",
      ask: "Click at the height of the line.",
      make: (full, { yref, y, xref }) => [
        append(full, "shapes", { type: "line", xref: domainOf(xref), x0: 0, x1: 1, yref, y0: y, y1: y, line: dashed }),
      ],
    },
    {
      id: "vertical",
      label: "Vertical Line",
      way: "place",
      ask: "Click where the line should stand.",
      make: (full, { xref, x, yref }) => [
        append(full, "shapes", { type: "line", xref, x0: x, x1: x, yref: domainOf(yref), y0: 0, y1: 1, line: dashed }),
      ],
    },
  ],
  [
    { id: "line", label: "Line", way: "draw", ask: "Drag a line.", mode: "drawline" },
    { id: "rectangle", label: "Rectangle", way: "draw", ask: "Drag a rectangle.", mode: "drawrect" },
    { id: "circle", label: "Circle", way: "draw", ask: "Drag a circle.", mode: "drawcircle" },
    { id: "freehand", label: "Freehand Line", way: "draw", ask: "Draw a line.", mode: "drawopenpath" },
    { id: "area", label: "Freehand Area", way: "draw", ask: "Draw around an area.", mode: "drawclosedpath" },
  ],
  [
    { id: "trace", label: "Trace…", way: "trace" },
    { id: "picture", label: "Picture…", way: "picture" },
  ],
  [
    {
      id: "rangeSlider",
      label: "Range Slider",
      way: "now",
      make: () => [{ act: "set", path: ["layout", "xaxis", "rangeslider", "visible"], value: true }],
    },
    {
      id: "rightAxis",
      label: "Y Axis on the Right…",
      way: "trace",
      make: ({ layout }) => anotherAxis(layout, "y", "right"),
    },
    {
      id: "topAxis",
      label: "X Axis at the Top…",
      way: "trace",
      make: ({ layout }) => anotherAxis(layout, "x", "top"),
    },
    { id: "below", label: "Subplot Below…", way: "trace", make: (figure) => anotherSubplot(figure, "below") },
    { id: "beside", label: "Subplot Beside…", way: "trace", make: (figure) => anotherSubplot(figure, "beside") },
  ],
];

const dashed: JsonObject = { dash: "dash", width: 1.5 };

/** The whole length of an axis, whatever its range. */
const domainOf = (ref: string): string => (ref === "paper" ? "paper" : `${ref} domain`);

/** Puts an element at the end of a list of the layout. */
export function append(full: Attributes, list: "annotations" | "shapes" | "images", value: JsonObject): FigureEdit {
  const there = full[list];
  const count = Array.isArray(there) ? there.length : 0;
  return { act: "insert", path: ["layout", list, count], value: value satisfies Json };
}
