import { bell, dates, hills, Random, round, spread, times } from "./random.ts";
import { axis, ink, key, legendAbove, page, scale, scene, type Sketch } from "./sketch.ts";

/** Land, water and air, as a survey office sees them. */
export function earth(): Sketch[] {
  return [terrain(), contours(), quakes(), catchment(), season(), glacier(), stripes()];
}

const relief = scale("#335c67", "#4f8a6f", "#9bb070", "#d9c58b", "#b58863", "#8a6a5c", "#e9ecef");

const valley = (columns: number, rows: number): number[][] =>
  times(rows, (row) =>
    times(columns, (column) => {
      const [x, y] = [(column / columns) * 3.2, (row / rows) * 3.2];
      const ridge = 1 - Math.abs(hills(x * 0.8, y * 0.8, 41));
      const floor = 1 - 0.75 * bell(y - 1.6 - 0.5 * Math.sin(x * 1.5), 0, 0.45);
      return Math.round(780 + 1900 * floor * (0.35 + 0.65 * ridge ** 2) + 320 * hills(x * 1.6, y * 1.6, 77) * floor);
    }),
  );

function terrain(): Sketch {
  return {
    filename: "alpine-terrain",
    created: "2021-08-22T07:35",
    views: 48910,
    quality: 10,
    feed: true,
    columns: { elevation: valley(100, 100) },
    data: [
      {
        type: "surface",
        zsrc: "@elevation",
        colorscale: relief,
        contours: { z: { show: true, start: 800, end: 3000, size: 200, color: "rgba(40,40,40,0.35)", width: 1 } },
        lighting: { ambient: 0.55, diffuse: 0.9, specular: 0.08, roughness: 0.9 },
        lightposition: { x: -8000, y: 6000, z: 9000 },
        colorbar: key("Elevation (m)", 0.6),
        hovertemplate: "%{z} m<extra></extra>",
      },
    ],
    layout: page("The valley of the two rivers", "Elevation model, 100 m cells", {
      scene: scene(1.15, -1.25, 0.85, {
        aspectmode: "manual",
        aspectratio: { x: 1.25, y: 1.25, z: 0.4 },
        xaxis: { visible: false },
        yaxis: { visible: false },
        zaxis: axis("", { nticks: 4, ticksuffix: " m" }),
      }),
      margin: { l: 0, r: 0, t: 72, b: 0 },
    }),
  };
}

function contours(): Sketch {
  return {
    filename: "valley-contours",
    created: "2021-08-22T07:58",
    views: 5120,
    quality: 7,
    columns: { elevation: valley(90, 60), east: spread(90, 0, 12), north: spread(60, 0, 8) },
    data: [
      {
        type: "contour",
        zsrc: "@elevation",
        xsrc: "@east",
        ysrc: "@north",
        colorscale: relief,
        contours: { start: 800, end: 3000, size: 150, showlabels: true, labelfont: { size: 10, color: "#2b2b2b" } },
        line: { width: 0.8, color: "rgba(40,40,40,0.5)", smoothing: 0.8 },
        colorbar: key("Elevation (m)"),
        hovertemplate: "%{x:.1f} km, %{y:.1f} km: %{z} m<extra></extra>",
      },
    ],
    layout: page("A walker's map of the valley", "Contours every 150 m", {
      xaxis: axis("East (km)", { showgrid: false, constrain: "domain" }),
      yaxis: axis("North (km)", { showgrid: false, scaleanchor: "x" }),
    }),
  };
}

function quakes(): Sketch {
  const random = new Random(211);
  /** Plate borders as rough lines of longitude and latitude; width in degrees; weight. */
  const borders: [number[], number[], number, number][] = [
    [[-72, -75, -70, -70, -74], [8, -5, -18, -30, -45], 2, 5],
    [[-78, -88, -96, -105, -115, -124, -136, -152, -170], [7, 12, 16, 19, 32, 42, 57, 59, 53], 2, 6],
    [[172, 160, 150, 142, 140, 132, 125], [53, 53, 45, 38, 32, 30, 22], 2, 8],
    [[122, 126, 127, 118, 105, 97, 93], [17, 8, -2, -9, -7, 0, 12], 3, 8],
    [[130, 145, 152, 162, 168, 178, -175, -174], [-3, -4, -6, -10, -16, -28, -24, -16], 3, 8],
    [[92, 85, 75, 68, 55, 44, 36, 27, 21, 13], [26, 28, 34, 32, 29, 36, 37, 36, 38, 42], 2.5, 4],
    [[-20, -30, -34, -44, -30, -15, -13, -14], [65, 56, 40, 26, 1, -3, -22, -40], 1.2, 3],
  ];
  const events = times(900, () => {
    const [lons, lats, width] = borders[random.weighted(borders.map(([, , , weight]) => weight))] ?? [[0], [0], 1, 1];
    const along = random.next() * (lons.length - 1);
    const [step, part] = [Math.floor(along), along % 1];
    const from = lons[step] ?? 0;
    const leg = (((((lons[step + 1] ?? from) - from + 180) % 360) + 360) % 360) - 180;
    const lat = (lats[step] ?? 0) * (1 - part) + (lats[step + 1] ?? 0) * part;
    const strength = 4.5 - Math.log10(1 - random.next() * 0.9985) * 0.98;
    return [
      from + leg * part + random.normal(0, width),
      lat + random.normal(0, width),
      strength,
      random.next() ** 4 * 600,
    ];
  });
  const column = (at: number, digits: number): number[] => events.map((event) => round(event[at] ?? 0, digits));
  return {
    filename: "earthquakes",
    created: "2024-02-03T06:25",
    views: 33470,
    quality: 9,
    columns: {
      lon: column(0, 2),
      lat: column(1, 2),
      magnitude: column(2, 1),
      depth: column(3, 0),
      size: events.map((event) => round(3 + ((event[2] ?? 0) - 4.5) ** 1.7 * 4, 1)),
    },
    data: [
      {
        type: "scattergeo",
        lonsrc: "@lon",
        latsrc: "@lat",
        customdatasrc: "@magnitude",
        marker: {
          sizesrc: "@size",
          colorsrc: "@depth",
          colorscale: scale("#f0b429", "#e0703a", "#b5396a", "#5b2a86"),
          cmin: 0,
          cmax: 400,
          opacity: 0.75,
          line: { width: 0 },
          colorbar: key("Depth (km)", 0.6),
        },
        hovertemplate: "magnitude %{customdata}, %{marker.color} km deep<extra></extra>",
      },
    ],
    layout: page("The restless rims", "Simulated year of earthquakes above magnitude 4.5, by depth", {
      geo: {
        projection: { type: "natural earth", rotation: { lon: 150 } },
        showland: true,
        landcolor: "rgba(140,150,160,0.35)",
        showcoastlines: false,
        showframe: false,
        bgcolor: "rgba(0,0,0,0)",
        lataxis: { range: [-60, 75] },
      },
      margin: { l: 8, r: 8, t: 88, b: 8 },
    }),
  };
}

function catchment(): Sketch {
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
  const tint = (hex: string): string =>
    `rgba(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(",")},0.38)`;
  return {
    filename: "river-catchment",
    created: "2023-04-19T13:09",
    views: 14320,
    quality: 9,
    feed: true,
    columns: {
      node: nodes.map(([name]) => name),
      color: nodes.map(([, color]) => color),
      source: flows.map(([from]) => from ?? 0),
      target: flows.map(([, to]) => to ?? 0),
      flow: flows.map(([, , flow]) => flow ?? 0),
      "flow color": flows.map(([from]) => tint(nodes[from ?? 0]?.[1] ?? ink.sea)),
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
      margin: { l: 32, r: 32, t: 96, b: 32 },
    }),
  };
}

function season(): Sketch {
  const random = new Random(223);
  const months = dates("1975-01-15", 600, 730.5).map((date) => date.slice(0, 10));
  const trend = (index: number): number => 331 + 0.1 * index + 0.00011 * index ** 2;
  return {
    filename: "carbon-dioxide-seasons",
    created: "2025-02-11T09:00",
    views: 36800,
    quality: 8,
    columns: {
      month: months,
      "monthly mean": months.map((_, index) =>
        round(
          trend(index) +
            3 * Math.sin((index - 1.3) * 0.5236) -
            0.8 * Math.sin((index + 0.5) * 1.0472) +
            random.normal(0, 0.25),
        ),
      ),
      trend: months.map((_, index) => round(trend(index))),
    },
    data: [
      {
        type: "scatter",
        mode: "lines",
        name: "Monthly mean",
        xsrc: "@month",
        ysrc: "@monthly mean",
        line: { color: ink.sky, width: 1.4 },
        hovertemplate: "%{y:.1f} ppm",
      },
      {
        type: "scatter",
        mode: "lines",
        name: "Trend",
        xsrc: "@month",
        ysrc: "@trend",
        line: { color: ink.rose, width: 2.5 },
        hovertemplate: "%{y:.1f} ppm",
      },
    ],
    layout: page(
      "The northern forests breathe",
      "Carbon dioxide at a mountain station, modelled on real records (ppm)",
      {
        hovermode: "x unified",
        legend: legendAbove,
        xaxis: axis("", { rangeslider: { thickness: 0.08 }, type: "date" }),
        yaxis: axis("CO<sub>2</sub> (ppm)"),
      },
    ),
  };
}

function glacier(): Sketch {
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
        xsrc: "@step",
        ysrc: "@change",
        measuresrc: "@measure",
        texttemplate: "%{delta:+.1f}",
        textposition: "outside",
        increasing: { marker: { color: ink.sea } },
        decreasing: { marker: { color: ink.clay } },
        totals: { marker: { color: ink.slate } },
        connector: { line: { width: 1, color: "rgba(132,148,163,0.6)" } },
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

function stripes(): Sketch {
  const random = new Random(227);
  const years = times(125, (index) => 1900 + index);
  return {
    filename: "warming-stripes",
    created: "2025-03-01T08:30",
    views: 19960,
    quality: 8,
    columns: {
      year: years,
      one: years.map(() => 1),
      anomaly: years.map((year) => round(-0.55 + 1.9 / (1 + Math.exp((1990 - year) / 15)) + random.normal(0, 0.24))),
    },
    data: [
      {
        type: "bar",
        xsrc: "@year",
        ysrc: "@one",
        customdatasrc: "@anomaly",
        marker: { colorsrc: "@anomaly", colorscale: "RdBu", cmin: -1.3, cmax: 1.3, line: { width: 0 } },
        hovertemplate: "%{x}: %{customdata:+.2f} °C<extra></extra>",
      },
    ],
    layout: page("One stripe a year", "Temperature of a northern town against its mean, 1900-2024", {
      bargap: 0,
      xaxis: { showgrid: false, dtick: 20 },
      yaxis: { visible: false, range: [0, 1] },
      margin: { l: 32, r: 32, t: 96, b: 48 },
    }),
  };
}
