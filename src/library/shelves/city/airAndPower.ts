import { ink, rim, tint } from "../../making/colors.ts";
import { from } from "../../making/columns.ts";
import { frame, note, page } from "../../making/layout.ts";
import type { Sketch } from "../../making/sketch.ts";

export function today(): Sketch {
  const gauge = (
    title: string,
    value: number,
    reference: number,
    top: number,
    suffix: string,
    color: string,
    x: number,
  ): Sketch["data"][number] => ({
    type: "indicator",
    mode: "gauge+number+delta",
    value,
    delta: { reference, valueformat: ".1f", increasing: { color: ink.clay }, decreasing: { color: ink.moss } },
    number: { suffix, font: { size: 26 } },
    title: { text: title, font: { size: 15 } },
    gauge: {
      axis: { range: [0, top], nticks: 5 },
      bar: { color, thickness: 0.7 },
      bgcolor: tint(ink.slate, 0.15),
      borderwidth: 0,
      threshold: { value: reference, line: { color: ink.slate, width: 3 }, thickness: 0.85 },
    },
    domain: { x: [x, x + 0.26], y: [0.12, 0.86] },
  });
  return {
    filename: "air-over-the-city",
    created: "2025-07-14T06:00",
    views: 310,
    quality: 5,
    data: [
      gauge("Fine dust PM2.5", 11.4, 15, 40, " µg", ink.sea, 0.02),
      gauge("Nitrogen dioxide", 28.7, 25, 80, " µg", ink.amber, 0.37),
      gauge("Noise by day", 57.2, 55, 90, " dB", ink.plum, 0.72),
    ],
    layout: page("The air this morning", "Monday 14 July 2025; the line marks the guideline", {
      margin: frame(24, 96),
    }),
  };
}

export function power(): Sketch {
  return {
    filename: "electricity-mix",
    created: "2023-01-03T09:18",
    views: 11750,
    quality: 6,
    columns: {
      source: ["Wind", "Hydro", "Sun", "Biogas", "Waste heat", "Imports"],
      share: [38.2, 24.6, 14.1, 8.4, 6.2, 8.5],
      color: [ink.sea, ink.sky, ink.amber, ink.moss, ink.clay, ink.slate],
      pull: [0.04, 0, 0, 0, 0, 0],
    },
    data: [
      {
        type: "pie",
        ...from({ labels: "source", values: "share", pull: "pull" }),
        hole: 0.56,
        marker: { colorssrc: "@color", line: rim(2) },
        texttemplate: "%{label}<br>%{value:.1f} %",
        textposition: "outside",
        sort: false,
        direction: "clockwise",
        hovertemplate: "%{label}: %{value:.1f} %<extra></extra>",
      },
    ],
    layout: page("Nine tenths home-made", "Sources of the city's electricity in 2022", {
      showlegend: false,
      annotations: [note({ text: "1.9 TWh", x: 0.5, y: 0.5 }, { size: 26 })],
      margin: frame(48, 116, 56),
    }),
  };
}
