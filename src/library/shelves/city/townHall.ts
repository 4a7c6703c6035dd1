import { ink } from "../../making/colors.ts";
import { columnsOf, from } from "../../making/columns.ts";
import { frame, note, page } from "../../making/layout.ts";
import { round, times } from "../../making/numbers.ts";
import type { Sketch } from "../../making/sketch.ts";

export function council(): Sketch {
  const parties: [string, number, string][] = [
    ["Left Bloc", 11, ink.rose],
    ["Greens", 17, ink.moss],
    ["Labour", 24, "#b5483a"],
    ["Local List", 9, ink.slate],
    ["Centre", 15, ink.amber],
    ["Liberals", 10, ink.plum],
    ["Conservatives", 15, ink.sea],
  ];
  const rows = [13, 17, 20, 24, 27];
  const seats = rows
    .flatMap((count, row) =>
      times(count, (index) => ({ angle: Math.PI * (1 - index / (count - 1)), reach: 1 + row * 0.26 })),
    )
    .toSorted((a, b) => b.angle - a.angle || a.reach - b.reach);
  let seated = 0;
  const columns = Object.fromEntries(
    parties.flatMap(([name, count]) => {
      const own = seats.slice(seated, (seated += count));
      return [
        [`${name} x`, own.map((seat) => round(seat.reach * Math.cos(seat.angle), 3))],
        [`${name} y`, own.map((seat) => round(seat.reach * Math.sin(seat.angle), 3))],
      ];
    }),
  );
  return {
    filename: "council-seats",
    created: "2023-09-11T05:55",
    views: 29040,
    quality: 8,
    feed: true,
    columns,
    data: parties.map(([name, count, color]) => ({
      type: "scatter",
      mode: "markers",
      name: `${name} ${count}`,
      ...from({ x: `${name} x`, y: `${name} y` }),
      marker: { size: 27, color },
      hovertemplate: `${name}<extra></extra>`,
    })),
    layout: page("No majority without the Greens", "Seats in the city council after the election of September 2023", {
      xaxis: { visible: false, range: [-2.2, 2.2] },
      yaxis: { visible: false, scaleanchor: "x", range: [-0.1, 2.15] },
      legend: { orientation: "h", x: 0.5, xanchor: "center", y: -0.02, yanchor: "top", itemsizing: "constant" },
      annotations: [note({ x: 0, y: 0.12, text: "101" }, { size: 52 })],
      margin: frame(24, 84, 72),
    }),
  };
}

export function budget(): Sketch {
  const posts: [string, string, number][] = [
    ["Schools", "", 412],
    ["Care", "", 358],
    ["Streets and trams", "", 236],
    ["Culture", "", 94],
    ["Parks", "", 61],
    ["Fire service", "", 72],
    ["Town hall", "", 83],
    ["Teachers", "Schools", 268],
    ["School buildings", "Schools", 96],
    ["School meals", "Schools", 48],
    ["Home care", "Care", 172],
    ["Nursing homes", "Care", 131],
    ["Youth work", "Care", 55],
    ["Tram lines", "Streets and trams", 121],
    ["Roads", "Streets and trams", 78],
    ["Cycle ways", "Streets and trams", 37],
    ["Library", "Culture", 38],
    ["Theatre", "Culture", 33],
    ["Museums", "Culture", 23],
    ["Trees", "Parks", 26],
    ["Playgrounds", "Parks", 35],
  ];
  return {
    filename: "city-budget",
    created: "2021-12-01T10:27",
    views: 6485,
    quality: 7,
    columns: columnsOf(posts, "post", "within", "million"),
    data: [
      {
        type: "treemap",
        ...from({ labels: "post", parents: "within", values: "million" }),
        branchvalues: "total",
        texttemplate: "<b>%{label}</b><br>%{value} M",
        marker: { cornerradius: 4, pad: { t: 26, l: 4, r: 4, b: 4 } },
        pathbar: { visible: false },
        tiling: { pad: 3 },
        hovertemplate: "%{label}: %{value} million, %{percentRoot} of all<extra></extra>",
      },
    ],
    layout: page("What the city spends in a year", "Budget 2022 in millions", {
      treemapcolorway: [ink.sea, ink.amber, ink.moss, ink.rose, "#4f8a6f", ink.clay, ink.plum],
      margin: frame(24, 84),
    }),
  };
}
