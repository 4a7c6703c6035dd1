import type { FigureEdit } from "../../../src/figure/edits/edit.ts";
import type { Json, JsonObject } from "../../../src/figure/model/figure.ts";
import { type Attributes, isAttributes } from "../../reading/attributes.ts";
import type { Place } from "./place.ts";
import { anotherSubplot, type FullFigure } from "./subplots.ts";

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
  /** The host asks the person for more. */
  | { readonly way: "host" }
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
    { id: "addTrace", label: "Trace…", way: "host" },
    { id: "addPicture", label: "Picture…", way: "host" },
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
      label: "Y Axis on the Right",
      way: "now",
      make: ({ layout }) => [
        { act: "set", path: ["layout", freeAxis(layout, "y")], value: { overlaying: "y", side: "right" } },
      ],
    },
    {
      id: "topAxis",
      label: "X Axis at the Top",
      way: "now",
      make: ({ layout }) => [
        { act: "set", path: ["layout", freeAxis(layout, "x")], value: { overlaying: "x", side: "top" } },
      ],
    },
    { id: "below", label: "Subplot Below", way: "now", make: (figure) => anotherSubplot(figure, "below", freeAxis) },
    { id: "beside", label: "Subplot Beside", way: "now", make: (figure) => anotherSubplot(figure, "beside", freeAxis) },
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

/** `"yaxis3"` where there are two. */
export function freeAxis(full: Attributes, letter: "x" | "y"): string {
  for (let number = 2; ; number++) {
    const name = `${letter}axis${number}`;
    if (!isAttributes(full[name])) return name;
  }
}
