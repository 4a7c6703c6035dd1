import { ink } from "../../making/colors.ts";
import { from } from "../../making/columns.ts";
import { axis, frame, legendAbove, page } from "../../making/layout.ts";
import { dates, round, times } from "../../making/numbers.ts";
import { Random } from "../../making/random.ts";
import type { Sketch } from "../../making/sketch.ts";

export function season(): Sketch {
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
        ...from({ x: "month", y: "monthly mean" }),
        line: { color: ink.sky, width: 1.4 },
        hovertemplate: "%{y:.1f} ppm",
      },
      {
        type: "scatter",
        mode: "lines",
        name: "Trend",
        ...from({ x: "month", y: "trend" }),
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

export function stripes(): Sketch {
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
        ...from({ x: "year", y: "one", customdata: "anomaly" }),
        marker: { colorsrc: "@anomaly", colorscale: "RdBu", cmin: -1.3, cmax: 1.3, line: { width: 0 } },
        hovertemplate: "%{x}: %{customdata:+.2f} °C<extra></extra>",
      },
    ],
    layout: page("One stripe a year", "Temperature of a northern town against its mean, 1900-2024", {
      bargap: 0,
      xaxis: { showgrid: false, dtick: 20 },
      yaxis: { visible: false, range: [0, 1] },
      margin: frame(32, 96, 48),
    }),
  };
}
