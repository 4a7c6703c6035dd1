import type { JsonObject } from "../../../../src/figure/model/figure.ts";

const xyz = { x: [1, 2, 3], y: [2, 1, 3], z: [1, 3, 2] };
const table = [
  [1, 2, 3],
  [3, 1, 2],
];
const grid = { x: [0, 0, 1, 1], y: [0, 1, 0, 1], z: [0, 0, 0, 0] };
const tree = { labels: ["all", "a", "b"], parents: ["", "all", "all"], values: [3, 1, 2] };

/** A good trace of every type, by its type, with attributes of several kinds. */
export const everyTraceType: { readonly [type: string]: JsonObject } = {
  bar: { x: ["a", "b"], y: [1, 2], marker: { color: ["red", "#00f"], line: { width: 1 } }, textposition: "auto" },
  barpolar: { r: [1, 2], theta: [10, 90], marker: { opacity: 0.5 } },
  box: { y: [1, 2, 5], boxpoints: "all", jitter: 0.3 },
  candlestick: { x: ["2020-01-01"], open: [1], high: [3], low: [0], close: [2] },
  carpet: {
    a: [4, 5],
    b: [1, 2],
    y: [
      [1, 2],
      [3, 4],
    ],
    carpet: "c",
  },
  choropleth: { locations: ["DEU", "FRA"], z: [1, 2], colorscale: "Viridis" },
  choroplethmap: { locations: ["a"], z: [1], geojson: { type: "FeatureCollection", features: [] } },
  cone: { ...xyz, u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] },
  contour: { z: table, x: [1, 2, 3], contours: { start: 0, end: 4, size: 1 } },
  contourcarpet: {
    a: [4, 5],
    b: [1, 2],
    z: [
      [1, 2],
      [3, 4],
    ],
    carpet: "c",
  },
  densitymap: { lon: [1, 2], lat: [3, 4], z: [1, 1], radius: 20 },
  funnel: { x: [3, 2, 1], y: ["a", "b", "c"] },
  funnelarea: { labels: ["a", "b"], values: [2, 1] },
  heatmap: {
    z: table,
    x: [1, 2, 3, 4],
    y: ["a", "b"],
    colorscale: [
      [0, "white"],
      [1, "rgb(1, 2, 3)"],
    ],
  },
  histogram: { x: [1, 1, 2], xbins: { start: 0, end: 3, size: 1 } },
  histogram2d: { x: [1, 1, 2], y: [2, 2, 3], nbinsx: 2 },
  histogram2dcontour: { x: [1, 1, 2], y: [2, 2, 3] },
  icicle: { ...tree, tiling: { orientation: "v" } },
  image: {
    z: [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
  },
  indicator: { mode: "gauge+number", value: 5, gauge: { axis: { range: [0, 9] } } },
  isosurface: { ...grid, value: [1, 2, 3, 4], isomin: 1, isomax: 3 },
  mesh3d: { x: [0, 1, 0], y: [0, 0, 1], z: [0, 0, 0], i: [0], j: [1], k: [2], color: "lightblue" },
  ohlc: { x: ["2020-01-01"], open: [1], high: [3], low: [0], close: [2], increasing: { line: { color: "green" } } },
  parcats: {
    dimensions: [
      { label: "a", values: ["x", "y"] },
      { label: "b", values: ["u", "v"] },
    ],
  },
  parcoords: {
    dimensions: [
      { label: "a", values: [1, 2] },
      { label: "b", values: [2, 1], range: [0, 3] },
    ],
  },
  pie: {
    labels: ["a", "b"],
    values: [1, 2],
    hole: 0.4,
    textinfo: "label+percent",
    marker: { colors: ["red", "blue"] },
  },
  quiver: { x: [1, 2], y: [1, 2], u: [1, 0], v: [0, 1] },
  sankey: { node: { label: ["a", "b"] }, link: { source: [0], target: [1], value: [3] } },
  scatter: {
    x: [1, 2],
    y: [2, 1],
    mode: "lines+markers",
    line: { shape: "spline", dash: "dot" },
    error_y: { array: [1, 1] },
  },
  scatter3d: { ...xyz, mode: "markers", marker: { size: 3, symbol: "diamond" } },
  scattercarpet: { a: [4.5], b: [1.5], carpet: "c", mode: "markers" },
  scattergeo: { lon: [1, 2], lat: [3, 4], mode: "markers" },
  scattergl: { x: [1, 2], y: [2, 1], mode: "markers" },
  scattermap: { lon: [1, 2], lat: [3, 4], mode: "markers" },
  scatterpolar: { r: [1, 2], theta: [10, 90], fill: "toself" },
  scatterpolargl: { r: [1, 2], theta: [10, 90] },
  scattersmith: { real: [1, 2], imag: [0, 1] },
  scatterternary: { a: [1, 2], b: [2, 1], c: [1, 1], mode: "markers" },
  splom: {
    dimensions: [
      { label: "a", values: [1, 2] },
      { label: "b", values: [2, 1] },
    ],
  },
  streamtube: { ...grid, u: [1, 1, 1, 1], v: [0, 0, 0, 0], w: [0, 0, 0, 0] },
  sunburst: { ...tree, branchvalues: "total" },
  surface: { z: table, contours: { z: { show: true } } },
  table: {
    header: { values: ["a", "b"] },
    cells: {
      values: [
        [1, 2],
        [3, 4],
      ],
      align: ["left", "center"],
    },
  },
  treemap: { ...tree, tiling: { packing: "squarify" } },
  violin: { y: [1, 2, 5], box: { visible: true }, side: "positive" },
  volume: { ...grid, value: [1, 2, 3, 4], opacity: 0.1 },
  waterfall: { x: ["a", "b"], y: [1, 2], measure: ["relative", "total"] },
};
