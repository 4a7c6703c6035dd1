import type { Figure } from "../../model/figure.ts";

/** A figure to begin with, with a little data that shows what goes where. */
export interface FigureTemplate {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly icon: string;
  readonly figure: Figure;
}

const title = (text: string) => ({ title: { text } });
const days = ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02", "2026-02-09", "2026-02-16"];
const months = ["January", "February", "March", "April"];

export const figureTemplates: readonly FigureTemplate[] = [
  {
    id: "line",
    label: "Lines over time",
    detail: "Two series, dates below, both values under the pointer",
    icon: "graph-line",
    figure: {
      data: [
        { type: "scatter", mode: "lines+markers", name: "North", x: days, y: [4.1, 4.6, 3.9, 5.2, 6, 5.7, 6.4] },
        { type: "scatter", mode: "lines+markers", name: "South", x: days, y: [6.3, 6.1, 6.8, 7.4, 7.1, 7.9, 8.2] },
      ],
      layout: {
        ...title("Water temperature"),
        xaxis: { type: "date" },
        yaxis: { ...title("Temperature"), ticksuffix: " °C" },
        hovermode: "x unified",
      },
    },
  },
  {
    id: "scatter",
    label: "Scatter with colours",
    detail: "Points with size, colour scale and text under the pointer",
    icon: "graph-scatter",
    figure: {
      data: [
        {
          type: "scatter",
          mode: "markers",
          x: [1.2, 2.3, 2.9, 4.1, 5.5, 6.2, 7.4],
          y: [10, 14, 11, 19, 23, 21, 28],
          text: ["a", "b", "c", "d", "e", "f", "g"],
          marker: {
            size: [8, 12, 9, 16, 20, 14, 24],
            color: [3, 8, 5, 13, 17, 12, 22],
            colorscale: "Viridis",
            colorbar: title("Age"),
          },
        },
      ],
      layout: { ...title("Length and weight"), xaxis: title("Length"), yaxis: title("Weight") },
    },
  },
  {
    id: "bar",
    label: "Bars side by side",
    detail: "Groups of bars; barmode stack piles them up",
    icon: "graph",
    figure: {
      data: [
        { type: "bar", name: "2025", x: months, y: [20, 14, 23, 25] },
        { type: "bar", name: "2026", x: months, y: [22, 18, 19, 31] },
      ],
      layout: { ...title("Visitors"), barmode: "group", yaxis: title("Thousands") },
    },
  },
  {
    id: "histogram",
    label: "Histogram",
    detail: "How often values occur",
    icon: "graph",
    figure: {
      data: [{ type: "histogram", x: [1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 6, 6, 7], xbins: { size: 1 } }],
      layout: { ...title("Waiting time"), xaxis: title("Minutes"), yaxis: title("People"), bargap: 0.05 },
    },
  },
  {
    id: "box",
    label: "Boxes",
    detail: "Median, quartiles and all points of groups",
    icon: "graph",
    figure: {
      data: [
        { type: "box", name: "before", y: [3.1, 3.8, 4.4, 4.6, 5.2, 6.9], boxpoints: "all", jitter: 0.4 },
        { type: "box", name: "after", y: [2.2, 2.9, 3.1, 3.6, 3.9, 4.8], boxpoints: "all", jitter: 0.4 },
      ],
      layout: { ...title("Response time"), yaxis: { ...title("Seconds"), rangemode: "tozero" }, showlegend: false },
    },
  },
  {
    id: "heatmap",
    label: "Heatmap",
    detail: "A table as colours, numbers in the cells",
    icon: "layout",
    figure: {
      data: [
        {
          type: "heatmap",
          x: ["Mon", "Tue", "Wed", "Thu", "Fri"],
          y: ["morning", "noon", "evening"],
          z: [
            [3, 7, 5, 8, 4],
            [9, 12, 11, 14, 10],
            [6, 5, 8, 7, 13],
          ],
          texttemplate: "%{z}",
          colorscale: "Blues",
        },
      ],
      layout: { ...title("Calls"), yaxis: { autorange: "reversed" } },
    },
  },
  {
    id: "pie",
    label: "Ring",
    detail: "Shares of a whole",
    icon: "pie-chart",
    figure: {
      data: [
        {
          type: "pie",
          labels: ["Wind", "Sun", "Water", "Other"],
          values: [42, 31, 18, 9],
          hole: 0.45,
          textinfo: "label+percent",
        },
      ],
      layout: { ...title("Where the power came from"), showlegend: false },
    },
  },
  {
    id: "subplots",
    label: "Two plots above each other",
    detail: "A grid of subplots that share the axis below",
    icon: "split-vertical",
    figure: {
      data: [
        { type: "scatter", mode: "lines", name: "Level", x: days, y: [2.1, 2.4, 2.2, 2.9, 3.3, 3, 2.7] },
        { type: "bar", name: "Rain", x: days, y: [4, 12, 3, 21, 17, 6, 2], yaxis: "y2" },
      ],
      layout: {
        ...title("The river and the rain"),
        grid: { rows: 2, columns: 1, subplots: [["xy"], ["xy2"]] },
        yaxis: title("m"),
        yaxis2: title("mm"),
        showlegend: false,
      },
    },
  },
  {
    id: "map",
    label: "Map of countries",
    detail: "A value for each country, by its three letters",
    icon: "globe",
    figure: {
      data: [
        {
          type: "choropleth",
          locationmode: "ISO-3",
          locations: ["ISL", "NOR", "SWE", "FIN", "DNK", "EST"],
          z: [12, 31, 28, 22, 40, 17],
          colorscale: "Greens",
          colorbar: title("Share in %"),
        },
      ],
      layout: { ...title("The North"), geo: { scope: "europe", projection: { type: "natural earth" } } },
    },
  },
  {
    id: "surface",
    label: "Surface in space",
    detail: "Heights over a plane, to be turned",
    icon: "symbol-misc",
    figure: {
      data: [
        {
          type: "surface",
          z: [
            [1, 2, 3, 2, 1],
            [2, 4, 6, 4, 2],
            [3, 6, 9, 6, 3],
            [2, 4, 6, 4, 2],
            [1, 2, 3, 2, 1],
          ],
          colorscale: "Earth",
          showscale: false,
        },
      ],
      layout: { ...title("A hill"), scene: { camera: { eye: { x: 1.4, y: -1.4, z: 0.9 } } } },
    },
  },
  {
    id: "empty",
    label: "Empty",
    detail: "Title, axes and no data yet",
    icon: "new-file",
    figure: { data: [], layout: { ...title("Title"), xaxis: title("x"), yaxis: title("y") } },
  },
];
