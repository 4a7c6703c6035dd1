import { type HardSignal, random } from "./hardSignals.ts";

const [COLUMNS, ROWS] = [1100, 900];
const { NaN: gap } = Number;

type Make = (column: number, row: number, random: () => number) => number;
type Attributes = { readonly [attribute: string]: unknown };

/** Rows of cells, each a typed array. */
function cells(make: Make, columns = COLUMNS, rows = ROWS): Float64Array[] {
  const next = random(5);
  return Array.from({ length: rows }, (_, row) =>
    Float64Array.from({ length: columns }, (__, column) => make(column, row, next)),
  );
}

const noise: Make = (_, __, next) => next();
const wave: Make = (column, row) => Math.sin(column / 40) * Math.cos(row / 30);
/** Cells that stand out, each far smaller than a pixel. */
const spots: Make = (column, row, next) => wave(column, row, next) + (next() < 0.002 ? 3 : 0);

const map = (make: Make, more: Attributes = {}): Attributes => ({ type: "heatmap", z: cells(make), ...more });

const growing = (count: number, step: (index: number) => number): number[] => {
  let at = 1;
  return Array.from({ length: count }, (_, index) => (at += step(index)));
};

const days = Array.from({ length: COLUMNS }, (_, index) =>
  new Date(Date.UTC(2020, 0, 1) + index * 86_400_000).toISOString().slice(0, 10),
);

interface HeatMap extends HardSignal {
  /** The engine draws it from all cells, which it gets in another way. */
  readonly isWhole?: boolean;
}

/** Heat maps of more cells than there are pixels. The most of them are noise, in which a cell beside the right one shows. */
export function heatMaps(): HeatMap[] {
  const closer = [200, 330] as const;
  return [
    { name: "noise", data: [map(noise)], closer },
    { name: "spots on a wave", data: [map(spots)], closer },
    { name: "lists", data: [{ type: "heatmap", z: cells(noise).map((row) => [...row]) }], closer },
    {
      name: "small integers",
      data: [{ type: "heatmap", z: cells(noise).map((row) => Uint8Array.from(row, (v) => v * 9)) }],
    },
    { name: "gaps at random", data: [map((column, row, next) => (next() < 0.3 ? gap : row + column))], closer },
    {
      name: "rows that end early",
      data: [{ type: "heatmap", z: cells(noise).map((row, i) => row.subarray(0, 400 + i)) }],
    },
    { name: "centres", data: [map(noise, { x0: 5, dx: 0.1, y: growing(ROWS, () => 2) })], closer: [20, 33] },
    { name: "dates", data: [map(noise, { x: days })], closer: ["2020-08-01", "2021-01-15"] },
    { name: "uneven edges", data: [map(noise, { x: growing(COLUMNS + 1, (i) => 1 + (i % 7)) })], closer: [900, 1300] },
    { name: "uneven centres", data: [map(spots, { y: growing(ROWS, (i) => 1 + i / 100) })] },
    {
      name: "logarithmic places",
      data: [map(noise, { x: growing(COLUMNS, () => 1) })],
      layout: { xaxis: { type: "log" } },
      closer: [1.5, 2],
    },
    {
      name: "axes that run the other way",
      data: [map(noise, { y: growing(ROWS, (i) => 1 + (i % 3)) })],
      layout: { xaxis: { autorange: "reversed" }, yaxis: { autorange: "reversed" } },
    },
    {
      name: "even cells, axes that run the other way",
      data: [map(noise)],
      layout: { xaxis: { autorange: "reversed" }, yaxis: { autorange: "reversed" } },
    },
    { name: "places that descend", data: [map(noise, { x: growing(COLUMNS, () => -1) })] },
    {
      name: "half transparent, of few colours",
      data: [
        map(wave, {
          opacity: 0.6,
          reversescale: true,
          colorscale: [
            [0, "rgba(200, 0, 0, 0.3)"],
            [0.5, "rgba(200, 0, 0, 1)"],
            [0.5, "#0a4"],
            [1, "navy"],
          ],
        }),
      ],
      closer,
    },
    {
      name: "one colour axis for two",
      data: [map(noise, { coloraxis: "coloraxis" }), map(wave, { coloraxis: "coloraxis", xaxis: "x2", yaxis: "y2" })],
      layout: {
        grid: { rows: 1, columns: 2, pattern: "independent" },
        coloraxis: { colorscale: "Portland", cmin: -0.4 },
        margin: { l: 33.4, t: 20.7 },
      },
    },
    { name: "a given range", data: [map(spots, { zmin: -0.2, zmax: 0.3, colorscale: "Electric" })] },
    { name: "smooth", data: [map(spots, { zsmooth: "best" })], closer, isWhole: true },
    { name: "gaps between cells", data: [map(noise, { xgap: 1 })], closer: [200, 240], isWhole: true },
  ];
}
