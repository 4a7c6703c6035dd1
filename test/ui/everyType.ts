/** A figure as a file holds it. */
interface Figure {
  readonly data: readonly object[];
  readonly layout?: object;
}

const counted = Array.from({ length: 8 }, (_, i) => i);
const wave = counted.map((i) => Math.sin(i) + i / 4);
const field = counted.map((i) => counted.map((j) => Math.cos(i / 2) * Math.sin(j / 3) + i / 10));
const tree = { labels: ["all", "left", "right", "leaf"], parents: ["", "all", "all", "left"], values: [9, 5, 4, 2] };
const prices = {
  x: counted,
  open: wave,
  close: wave.map((y) => y + 0.4),
  high: wave.map((y) => y + 1),
  low: wave.map((y) => y - 1),
};
const cube = counted.flatMap((i) =>
  [0, 1, 2].flatMap((j) => [0, 1, 2].map((k) => ({ x: i % 3, y: j, z: k }))).slice(0, 27),
);
const grid = [0, 1, 2].flatMap((x) => [0, 1, 2].flatMap((y) => [0, 1, 2].map((z) => ({ x, y, z }))));
const space = { x: grid.map(({ x }) => x), y: grid.map(({ y }) => y), z: grid.map(({ z }) => z) };
const flow = { ...space, u: grid.map(({ y }) => 1 + y / 2), v: grid.map(({ x }) => x / 2), w: grid.map(() => 0.3) };
const carpet = {
  type: "carpet",
  carpet: "one",
  a: [4, 4, 4, 5, 5, 5, 6, 6, 6],
  b: [1, 2, 3, 1, 2, 3, 1, 2, 3],
  y: [2, 3.5, 4, 3, 4.5, 5, 5.5, 6.5, 7.5],
};
const places = { lon: [-74, 2, 18, 139], lat: [41, 49, 59, 36] };
const countries = { locations: ["FRA", "DEU", "BRA"], z: [1, 2, 3] };
const square = (id: string, lon: number) => ({
  type: "Feature",
  id,
  properties: {},
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [lon, 0],
        [lon + 8, 0],
        [lon + 8, 8],
        [lon, 8],
        [lon, 0],
      ],
    ],
  },
});
const areas = {
  geojson: { type: "FeatureCollection", features: [square("a", 0), square("b", 10)] },
  locations: ["a", "b"],
  z: [1, 2],
};
const map = { map: { style: "white-bg", center: { lon: 8, lat: 5 }, zoom: 3 } };
const dimensions = [
  { label: "one", values: [1, 2, 3, 4] },
  { label: "two", values: [4, 1, 3, 2] },
  { label: "three", values: [2, 2, 1, 4] },
];
const rows = {
  header: { values: ["a", "b"] },
  cells: {
    values: [
      [1, 2, 3],
      [4, 5, 6],
    ],
  },
};

/** A small figure for each type of trace that Plotly draws. */
export const everyType: { readonly [type: string]: Figure } = {
  bar: { data: [{ x: counted, y: wave, error_y: { value: 5 }, text: counted }] },
  barpolar: { data: [{ r: counted, theta: counted.map((i) => i * 45) }] },
  box: { data: [{ y: [1, 2, 2, 3, 9] }, { y: [2, 4, 4, 5] }] },
  candlestick: { data: [prices] },
  carpet: { data: [carpet] },
  choropleth: { data: [countries] },
  choroplethmap: { data: [areas], layout: map },
  cone: { data: [flow] },
  contour: { data: [{ z: field, contours: { showlabels: true } }] },
  contourcarpet: { data: [carpet, { carpet: "one", a: carpet.a, b: carpet.b, z: carpet.y }] },
  densitymap: { data: [{ lon: [2, 5, 11], lat: [3, 8, 4], z: [1, 3, 2], radius: 60 }], layout: map },
  funnel: { data: [{ y: ["a", "b", "c"], x: [9, 6, 2] }] },
  funnelarea: { data: [{ values: [5, 4, 2], text: ["a", "b", "c"] }] },
  heatmap: { data: [{ z: field, texttemplate: "%{z:.1f}" }] },
  histogram: { data: [{ x: [1, 2, 2, 3, 3, 3, 5] }] },
  histogram2d: { data: [{ x: [1, 2, 2, 3, 3, 3, 5], y: [1, 1, 2, 3, 3, 2, 4] }] },
  histogram2dcontour: { data: [{ x: [1, 2, 2, 3, 3, 3, 5], y: [1, 1, 2, 3, 3, 2, 4] }] },
  icicle: { data: [tree] },
  image: {
    data: [
      {
        z: [
          [
            [255, 0, 0],
            [0, 255, 0],
          ],
          [
            [0, 0, 255],
            [90, 90, 90],
          ],
        ],
      },
    ],
  },
  indicator: { data: [{ mode: "gauge+number+delta", value: 42, delta: { reference: 40 } }] },
  isosurface: { data: [{ ...space, value: cube.map(({ x, y }) => x + y).slice(0, 27), isomin: 1, isomax: 3 }] },
  mesh3d: {
    data: [{ x: [0, 1, 2, 0], y: [0, 0, 1, 2], z: [0, 2, 0, 1], i: [0, 0, 0, 1], j: [1, 2, 3, 2], k: [2, 3, 1, 3] }],
  },
  ohlc: { data: [prices] },
  parcats: { data: [{ dimensions: dimensions.map(({ label, values }) => ({ label, values: values.map(String) })) }] },
  parcoords: { data: [{ dimensions, line: { color: [1, 2, 3, 4] } }] },
  pie: { data: [{ values: [5, 4, 2], labels: ["a", "b", "c"], pull: [0.1] }] },
  quiver: { data: [{ x: [0, 1, 2], y: [0, 1, 0], u: [1, 0, -1], v: [1, 1, 0.5] }] },
  sankey: {
    data: [
      {
        node: { label: ["a", "b", "c", "d"] },
        link: { source: [0, 0, 1, 2], target: [1, 2, 3, 3], value: [4, 2, 3, 2] },
      },
    ],
  },
  scatter: {
    data: [
      { x: counted, y: wave, fill: "tozeroy", error_y: { value: 5 } },
      { y: wave, mode: "markers+text", text: counted },
    ],
  },
  scatter3d: { data: [{ x: counted, y: wave, z: wave.toReversed() }] },
  scattercarpet: { data: [carpet, { carpet: "one", a: [4, 5, 6], b: [1, 2, 3] }] },
  scattergeo: { data: [{ ...places, mode: "markers+lines" }] },
  scattergl: {
    data: [{ x: counted, y: wave, mode: "lines+markers+text", text: counted, error_y: { value: 5 }, fill: "tozeroy" }],
  },
  scattermap: { data: [{ lon: [2, 5, 11], lat: [3, 8, 4], mode: "markers+lines", marker: { size: 20 } }], layout: map },
  scatterpolar: { data: [{ r: counted, theta: counted.map((i) => i * 45), fill: "toself" }] },
  scatterpolargl: { data: [{ r: counted, theta: counted.map((i) => i * 45), mode: "lines+markers" }] },
  scattersmith: { data: [{ real: [0.5, 1, 2], imag: [0.2, 1, -1] }] },
  scatterternary: { data: [{ a: [1, 2, 3], b: [3, 1, 2], c: [2, 2, 1], fill: "toself" }] },
  splom: { data: [{ dimensions }] },
  streamtube: { data: [{ ...flow, sizeref: 0.5 }] },
  sunburst: { data: [tree] },
  surface: { data: [{ z: field, contours: { z: { show: true } } }] },
  table: { data: [rows] },
  treemap: { data: [tree] },
  violin: { data: [{ y: [1, 2, 2, 3, 9], box: { visible: true }, meanline: { visible: true } }] },
  volume: { data: [{ ...space, value: grid.map(({ x, y, z }) => x * y + z), opacity: 0.2, surface: { count: 5 } }] },
  waterfall: { data: [{ x: ["a", "b", "c"], y: [5, -2, 3], measure: ["relative", "relative", "total"] }] },
};

/** The figure of a type, whose traces that name no type are of it. */
export function figureOf(type: string): { data: object[]; layout: object } {
  const { data, layout = {} } = everyType[type] ?? { data: [] };
  return {
    data: data.map((trace) => ({ type, ...trace })),
    layout: { width: 600, height: 450, title: { text: type }, ...layout },
  };
}
