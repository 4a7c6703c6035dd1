import { ink, tint } from "../../making/colors.ts";
import { columnsOf, from } from "../../making/columns.ts";
import { axis, frame, page } from "../../making/layout.ts";
import { times } from "../../making/numbers.ts";
import type { Sketch } from "../../making/sketch.ts";

export function catchment(): Sketch {
  const nodes: [string, string][] = [
    ["Rain", ink.sky],
    ["Snowmelt", "#a9c9d8"],
    ["Springs", ink.moss],
    ["Upper Ask", ink.sea],
    ["Lysa", ink.sea],
    ["Fors", ink.sea],
    ["Lake Ann", "#256a86"],
    ["Lower Ask", "#256a86"],
    ["Irrigation", ink.amber],
    ["Drinking water", ink.plum],
    ["Evaporation", ink.slate],
    ["Delta and sea", "#1d5468"],
  ];
  const flows = [
    [0, 3, 38],
    [0, 4, 27],
    [0, 5, 19],
    [1, 3, 31],
    [1, 4, 12],
    [2, 5, 9],
    [2, 4, 6],
    [3, 6, 63],
    [3, 10, 6],
    [4, 6, 34],
    [4, 8, 11],
    [5, 7, 22],
    [5, 9, 6],
    [6, 7, 78],
    [6, 10, 13],
    [6, 9, 6],
    [7, 11, 76],
    [7, 8, 19],
    [7, 9, 5],
  ];
  return {
    filename: "river-catchment",
    created: "2023-04-19T13:09",
    views: 14320,
    quality: 9,
    feed: true,
    columns: {
      ...columnsOf(nodes, "node", "color"),
      ...columnsOf(flows, "source", "target", "flow"),
      "flow color": flows.map(([source]) => tint(nodes[source ?? 0]?.[1] ?? ink.sea, 0.38)),
    },
    data: [
      {
        type: "sankey",
        arrangement: "snap",
        valuesuffix: " m³/s",
        node: { labelsrc: "@node", colorsrc: "@color", pad: 22, thickness: 16, line: { width: 0 } },
        link: { sourcesrc: "@source", targetsrc: "@target", valuesrc: "@flow", colorsrc: "@flow color" },
      },
    ],
    layout: page("Where the water of the Ask goes", "Mean flow through the catchment, m³/s", {
      margin: frame(32, 96),
    }),
  };
}

export function glacier(): Sketch {
  return {
    filename: "glacier-balance",
    created: "2023-10-29T12:12",
    views: 2215,
    quality: 7,
    columns: {
      step: [
        "Autumn 2022",
        "Winter snow",
        "Avalanches",
        "Spring rain",
        "Summer melt",
        "Wind loss",
        "Calving",
        "Autumn 2023",
      ],
      measure: ["absolute", ...times(6, () => "relative"), "total"],
      change: [118.4, 9.6, 1.8, -0.9, -14.2, -1.1, -2.6, null],
    },
    data: [
      {
        type: "waterfall",
        ...from({ x: "step", y: "change", measure: "measure" }),
        texttemplate: "%{delta:+.1f}",
        textposition: "outside",
        increasing: { marker: { color: ink.sea } },
        decreasing: { marker: { color: ink.clay } },
        totals: { marker: { color: ink.slate } },
        connector: { line: { width: 1, color: tint(ink.slate, 0.6) } },
        hovertemplate: "%{x}: %{y:.1f} Mt<extra></extra>",
      },
    ],
    layout: page("The glacier lost seven million tonnes", "Mass of Kvitbreen through one budget year (Mt of water)", {
      yaxis: axis("Mass (Mt)", { range: [104, 134] }),
      xaxis: { tickangle: 0 },
      showlegend: false,
    }),
  };
}
