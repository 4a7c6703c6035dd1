import type { Snippet } from "./jsonSchemaNode.ts";

/** A list to type into: what begins with "^" is inserted as it is. */
const list = (place: number): string => `^[$${place}]`;

const title = { text: "${1:Title}" };

/** Traces that are offered whole where a new one is begun. */
export const traceSnippets: readonly Snippet[] = [
  {
    label: "Line",
    description: "A line through points.",
    body: { type: "scatter", mode: "lines", x: list(1), y: list(2), name: "$3" },
  },
  {
    label: "Points",
    description: "Points, each with its own size or colour if you like.",
    body: { type: "scatter", mode: "markers", x: list(1), y: list(2), name: "$3" },
  },
  { label: "Bars", description: "A bar for each value.", body: { type: "bar", x: list(1), y: list(2), name: "$3" } },
  { label: "Histogram", description: "How often values occur.", body: { type: "histogram", x: list(1) } },
  { label: "Box", description: "Median, quartiles and outliers.", body: { type: "box", y: list(1), name: "$2" } },
  { label: "Pie", description: "Parts of a whole.", body: { type: "pie", labels: list(1), values: list(2) } },
  { label: "Heatmap", description: "A colour for each value of a table.", body: { type: "heatmap", z: "^[[$1]]" } },
  { label: "Surface", description: "A surface over a table of heights.", body: { type: "surface", z: "^[[$1]]" } },
  {
    label: "Line from a grid",
    description: "A line through two columns of a grid on a server: owner, grid and the columns' ids.",
    body: { type: "scatter", mode: "lines", xsrc: "${1:owner}:${2:1}:${3:x}", ysrc: "${1:owner}:${2:1}:${4:y}" },
  },
];

/** Figures that are offered whole in an empty file. */
export const figureSnippets: readonly Snippet[] = [
  {
    label: "New figure",
    description: "A line, with titles for the figure and its axes.",
    body: {
      data: [{ type: "scatter", mode: "lines", x: list(4), y: list(5) }],
      layout: { title, xaxis: { title: { text: "${2:x}" } }, yaxis: { title: { text: "${3:y}" } } },
    },
  },
  {
    label: "New bar chart",
    description: "Bars, with a title.",
    body: { data: [{ type: "bar", x: list(2), y: list(3) }], layout: { title } },
  },
];
