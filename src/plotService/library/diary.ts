import { bell, dates, hills, Random, round, times } from "./random.ts";
import { axis, ink, key, legendAbove, page, scale, type Sketch } from "./sketch.ts";

/** What a person keeps for themself: every plot and grid private. */
export function diary(): Sketch[] {
  return [sleep(), energy(), runs()].map((sketch) => ({ ...sketch, private: true }));
}

function sleep(): Sketch {
  const random = new Random(907);
  return {
    filename: "sleep-2024",
    created: "2025-01-01T09:30",
    views: 12,
    quality: 5,
    columns: {
      night: dates("2024-01-01", 53, 168),
      weekday: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
      // One column that holds the whole matrix: a row a weekday, a cell a week.
      hours: times(7, (day) =>
        times(53, (week) =>
          round(
            6.9 +
              (day > 4 ? 1.1 : 0) +
              0.9 * hills(week / 9, day / 9, 3) -
              1.2 * bell(week, 41, 2) +
              random.normal(0, 0.35),
            1,
          ),
        ),
      ),
    },
    data: [
      {
        type: "heatmap",
        zsrc: "@hours",
        xsrc: "@night",
        ysrc: "@weekday",
        xgap: 2,
        ygap: 2,
        colorscale: scale("#e8c268", "#a9a0b8", "#5b6fa0", "#263a66"),
        colorbar: key("Hours asleep", 0.7),
        hovertemplate: "week of %{x}, %{y}: %{z} h<extra></extra>",
      },
    ],
    layout: page("A year of nights", "October was the deadline", {
      xaxis: { showgrid: false, tickformat: "%b", dtick: "M1" },
      yaxis: { autorange: "reversed", showgrid: false },
      margin: { l: 64, r: 36, t: 120, b: 96 },
    }),
  };
}

function energy(): Sketch {
  const months = dates("2023-01-15", 24, 730.5).map((date) => date.slice(0, 7));
  const warm = (index: number): number => 0.5 - 0.5 * Math.cos(((index % 12) / 12) * 2 * Math.PI);
  const uses: [string, string, (index: number) => number][] = [
    ["Heat pump", ink.rose, (index) => 460 * (1 - warm(index)) ** 1.4 + 35],
    ["Household", ink.sea, (index) => 165 + 20 * (1 - warm(index)) + 9 * Math.sin(index * 2.1)],
    ["Car", ink.amber, (index) => (index < 9 ? 0 : 120 + 25 * Math.cos(index * 1.3))],
  ];
  return {
    filename: "electricity-at-home",
    created: "2025-01-06T20:15",
    views: 3,
    quality: 4,
    columns: {
      month: months,
      ...Object.fromEntries(uses.map(([name, , use]) => [name, months.map((_, index) => round(use(index), 0))])),
    },
    data: uses.map(([name, color]) => ({
      type: "bar",
      name,
      xsrc: "@month",
      ysrc: `@${name}`,
      marker: { color },
      hovertemplate: "%{y} kWh",
    })),
    layout: page("The car took the summer's savings", "Electricity used at home, kWh a month", {
      barmode: "stack",
      bargap: 0.2,
      hovermode: "x unified",
      legend: { ...legendAbove, traceorder: "normal" },
      yaxis: axis("kWh"),
      xaxis: { type: "date", dtick: "M3", tickformat: "%b<br>%Y" },
    }),
  };
}

function runs(): Sketch {
  const random = new Random(919);
  const log = times(90, () => [random.between(4, 22), random.normal(0, 9)]);
  return {
    filename: "runs draft",
    created: "2025-08-30T07:05",
    views: 0,
    quality: 2,
    columns: {
      km: log.map(([km]) => round(km ?? 0, 1)),
      pulse: log.map(([km, extra]) => round(141 + 0.9 * (km ?? 0) + (extra ?? 0), 0)),
    },
    data: [
      {
        type: "scatter",
        mode: "markers",
        xsrc: "@km",
        ysrc: "@pulse",
        marker: { color: ink.moss, size: 8, opacity: 0.8 },
        hovertemplate: "%{x} km, %{y} bpm<extra></extra>",
      },
    ],
    layout: page("Long runs, high pulse?", "Draft", { xaxis: axis("Kilometres"), yaxis: axis("Mean pulse (bpm)") }),
  };
}
