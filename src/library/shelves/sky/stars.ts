import { ink, scale, tint } from "../../making/colors.ts";
import { column, from } from "../../making/columns.ts";
import { axis, note, page } from "../../making/layout.ts";
import { round, times } from "../../making/numbers.ts";
import { Random } from "../../making/random.ts";
import type { Sketch } from "../../making/sketch.ts";

const starlight = scale("#9db8ff", "#cfdcff", "#fff4e0", "#ffd08a", "#f08a4b", "#c9472f");

export function stars(): Sketch {
  const random = new Random(101);
  const catalogue = times(5000, () => {
    const kind = random.weighted([0.86, 0.09, 0.05]);
    if (kind === 1) {
      const color = random.normal(1.12, 0.17);
      return [color, 3.6 - 2.7 * color + random.normal(0, 0.75), 1.5];
    }
    const color = -0.25 + 1.95 * random.next() ** (kind === 2 ? 2.2 : 0.8);
    if (kind === 2) return [color * 0.7, 10.6 + 4.4 * color * 0.7 + random.normal(0, 0.35), 2];
    return [
      color,
      0.8 + 9 * color - 6.8 * color ** 2 + 3.1 * color ** 3 - 1.1 * Math.exp(-9 * color - 2) + random.normal(0, 0.38),
      0,
    ];
  });
  return {
    filename: "hertzsprung-russell",
    created: "2022-10-08T21:47",
    views: 41230,
    quality: 10,
    feed: true,
    columns: {
      "B-V": column(catalogue, 0, 3),
      magnitude: column(catalogue, 1),
      size: catalogue.map(([, magnitude, extra]) =>
        round(Math.max(2.5, 6 - 0.3 * (magnitude ?? 0)) + (extra ?? 0) * 0.4, 1),
      ),
    },
    data: [
      {
        type: "scattergl",
        mode: "markers",
        ...from({ x: "B-V", y: "magnitude" }),
        marker: {
          ...from({ size: "size", color: "B-V" }),
          colorscale: starlight,
          cmin: -0.3,
          cmax: 1.7,
          opacity: 0.8,
          line: { width: 0 },
        },
        hovertemplate: "B-V %{x:.2f}, M<sub>V</sub> %{y:.1f}<extra></extra>",
      },
    ],
    layout: page("Five thousand near stars", "Colour against absolute magnitude; hot stars left, bright stars up", {
      paper_bgcolor: "#0b1020",
      plot_bgcolor: "#0b1020",
      font: { color: "#c8d3ea" },
      xaxis: axis("Colour index B-V", { gridcolor: "#1d2740", range: [-0.45, 1.9] }),
      yaxis: axis("Absolute magnitude", { gridcolor: "#1d2740", range: [16.5, -3.5] }),
      annotations: [
        { x: 0.3, y: 5.6, text: "main sequence", textangle: 26 },
        { x: 1.62, y: -1.6, text: "giants" },
        { x: 0.02, y: 13.2, text: "white dwarfs" },
      ].map((place) => note(place, { color: "#7f8fb5", size: 13 })),
    }),
  };
}

export function variable(): Sketch {
  const random = new Random(107);
  const observations = times(170, () => {
    const phase = random.next();
    const saw = phase < 0.14 ? 1 - phase / 0.14 : (phase - 0.14) / 0.86;
    return { phase, error: random.between(0.015, 0.05), light: 10.15 + 0.85 * saw ** 0.75 + random.normal(0, 0.03) };
  });
  const twice = [...observations, ...observations.map((point) => ({ ...point, phase: point.phase + 1 }))];
  return {
    filename: "rr-lyrae-folded",
    created: "2024-09-30T22:11",
    views: 870,
    quality: 7,
    columns: {
      phase: twice.map((point) => round(point.phase, 3)),
      magnitude: twice.map((point) => round(point.light, 3)),
      error: twice.map((point) => round(point.error, 3)),
    },
    data: [
      {
        type: "scatter",
        mode: "markers",
        ...from({ x: "phase", y: "magnitude" }),
        error_y: { type: "data", arraysrc: "@error", thickness: 1, width: 0, color: tint(ink.plum, 0.45) },
        marker: { color: ink.plum, size: 6 },
        hovertemplate: "phase %{x:.2f}: %{y:.2f} mag<extra></extra>",
      },
    ],
    layout: page(
      "A star that breathes every 13 hours",
      "Brightness of an RR Lyrae star folded on its period, shown twice",
      {
        xaxis: axis("Phase", { range: [0, 2], dtick: 0.5 }),
        yaxis: axis("Magnitude", { autorange: "reversed" }),
      },
    ),
  };
}
