import { ink, tint } from "../../making/colors.ts";
import { from } from "../../making/columns.ts";
import { axis, legendAbove, page } from "../../making/layout.ts";
import { bell, dates, round, times } from "../../making/numbers.ts";
import { Random } from "../../making/random.ts";
import type { Sketch } from "../../making/sketch.ts";

const level = (hour: number): number =>
  1.35 * Math.cos((2 * Math.PI * (hour - 3.1)) / 12.4206) +
  0.42 * Math.cos((2 * Math.PI * (hour - 3.1)) / 12) +
  0.21 * Math.cos((2 * Math.PI * (hour - 7)) / 25.8193);

export function tides(): Sketch {
  const random = new Random(11);
  const moments = dates("2024-03-04 00:00", 7 * 48, 0.5);
  const tops = times(7 * 48, (index) => index).filter((index) => {
    const hour = index / 2;
    return level(hour) > 0 && level(hour) >= level(hour - 0.5) && level(hour) > level(hour + 0.5);
  });
  return {
    filename: "tide-gauge-week",
    created: "2024-03-12T08:14",
    views: 18240,
    quality: 9,
    feed: true,
    columns: {
      time: moments,
      predicted: moments.map((_, index) => round(level(index / 2))),
      measured: moments.map((_, index) =>
        round(level(index / 2) + 0.28 * bell(index / 2, 100, 16) + random.normal(0, 0.035)),
      ),
      "high water": tops.map((index) => moments[index] ?? ""),
      height: tops.map((index) => round(level(index / 2) + 0.12)),
      label: tops.map((index) => `${level(index / 2).toFixed(1)} m`),
    },
    data: [
      {
        type: "scatter",
        name: "Predicted",
        ...from({ x: "time", y: "predicted" }),
        mode: "lines",
        fill: "tozeroy",
        fillcolor: tint(ink.sea, 0.22),
        line: { color: ink.sea, width: 2, shape: "spline" },
        hovertemplate: "%{y:.2f} m",
      },
      {
        type: "scatter",
        name: "Gauge",
        ...from({ x: "time", y: "measured" }),
        mode: "markers",
        marker: { color: ink.amber, size: 3.5 },
        hovertemplate: "%{y:.2f} m",
      },
      {
        type: "scatter",
        ...from({ x: "high water", y: "height", text: "label" }),
        mode: "text",
        textposition: "top center",
        hoverinfo: "skip",
        showlegend: false,
      },
    ],
    layout: page("A storm surge rides on the tide", "Water level at Linnea quay above chart mean, 4-10 March 2024", {
      hovermode: "x unified",
      legend: legendAbove,
      xaxis: axis("", { tickformat: "%a %-d", dtick: 86400000, showgrid: false }),
      yaxis: axis("Level (m)", { range: [-2.2, 2.6], zeroline: true, dtick: 1 }),
      shapes: [
        {
          type: "rect",
          xref: "x",
          yref: "paper",
          x0: "2024-03-07 12:00",
          x1: "2024-03-08 20:00",
          y0: 0,
          y1: 1,
          line: { width: 0 },
          fillcolor: tint(ink.amber, 0.13),
          label: { text: "gale from the south-west", textposition: "bottom center", font: { size: 11 } },
        },
      ],
    }),
  };
}
