import { ink, key, scale, tint } from "../../making/colors.ts";
import { column, from } from "../../making/columns.ts";
import { axis, page } from "../../making/layout.ts";
import { bell, times } from "../../making/numbers.ts";
import { Random } from "../../making/random.ts";
import type { Sketch } from "../../making/sketch.ts";

export function bicycles(): Sketch {
  const random = new Random(307);
  const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const count = (day: number, hour: number): number => {
    const work = 620 * bell(hour, 7.8, 0.9) + 540 * bell(hour, 16.8, 1.4) + 150 * bell(hour, 12, 3);
    const leisure = 300 * bell(hour, 14.5, 3.2) + 60 * bell(hour, 0.5, 1.5);
    return (
      Math.round(
        (day < 5 ? work * (day === 4 ? 0.88 : 1) : leisure * (day === 5 ? 1.1 : 1)) * random.between(0.9, 1.1),
      ) + 6
    );
  };
  return {
    filename: "bicycle-counter-week",
    created: "2022-05-30T17:22",
    views: 20315,
    quality: 9,
    feed: true,
    columns: {
      hour: times(24, (hour) => `${String(hour).padStart(2, "0")}:00`),
      day: days,
      ...Object.fromEntries(days.map((name, day) => [name, times(24, (hour) => count(day, hour))])),
    },
    data: [
      {
        type: "heatmap",
        // One column a weekday: several columns behind one key are read as the columns of the matrix.
        zsrc: `@${days.join(",")}`,
        ...from({ x: "day", y: "hour" }),
        xgap: 3,
        ygap: 1,
        colorscale: scale("#eef3e2", "#a9d3b8", "#4f9fb0", "#2c5f8a", "#1d2f5c"),
        colorbar: key("Bicycles an hour"),
        hovertemplate: "%{x} %{y}: %{z} bicycles<extra></extra>",
      },
    ],
    layout: page("Two rush hours and a lazy weekend", "Bicycles over Mill Bridge, mean of May 2022", {
      xaxis: { side: "top", showgrid: false },
      yaxis: axis("", { autorange: "reversed", dtick: 3, showgrid: false }),
      margin: { l: 72, r: 36, t: 116, b: 24 },
    }),
  };
}

export function modes(): Sketch {
  const random = new Random(311);
  const pick = (values: string[], weights: number[]): string => values[random.weighted(weights)] ?? "";
  const people = times(420, () => {
    const home = pick(["Old town", "Terraces", "Outer estates"], [3, 4, 4]);
    const near = home === "Old town" ? 3 : home === "Terraces" ? 1.4 : 0.5;
    const way = pick(["Foot", "Bicycle", "Tram", "Car"], [near, 1.4 * near, 2, 2.2 / near]);
    const long = way === "Foot" ? 0.4 : way === "Bicycle" ? 0.7 : way === "Tram" ? 1.6 : 1.3;
    return [home, way, pick(["under 15 min", "15-30 min", "over 30 min"], [2.4 / long, 2, long])];
  });
  return {
    filename: "ways-to-work",
    created: "2022-01-24T16:05",
    views: 3310,
    quality: 6,
    columns: { color: people.map(([, way]) => ["Foot", "Bicycle", "Tram", "Car"].indexOf(way ?? "")) },
    data: [
      {
        type: "parcats",
        dimensions: ["Home", "Way", "Time"].map((label, at) => ({
          label,
          values: people.map((person) => person[at] ?? ""),
        })),
        line: {
          colorsrc: "@color",
          colorscale: scale(ink.moss, ink.sky, ink.plum, ink.amber),
          shape: "hspline",
        },
        hoveron: "color",
        arrangement: "freeform",
      },
    ],
    layout: page("How the city gets to work", "420 people asked in January 2022; colour by way of travel", {
      margin: { l: 72, r: 108, t: 112, b: 32 },
    }),
  };
}

export function delays(): Sketch {
  const random = new Random(313);
  const trams = times(4000, () => {
    const hour = random.next() < 0.5 ? random.normal(8, 1.3) : random.normal(16.5, 2.4);
    const rush = bell(hour, 8, 1) + bell(hour, 17, 1.3);
    return [hour, random.normal(0.6 + 2.6 * rush, 0.9 + 1.1 * rush)];
  }).filter(([hour, delay]) => (hour ?? 0) > 5 && (hour ?? 0) < 23 && (delay ?? 0) > -2 && (delay ?? 0) < 9);
  return {
    filename: "tram-delays",
    created: "2024-11-05T12:50",
    views: 1190,
    quality: 6,
    columns: { hour: column(trams, 0), delay: column(trams, 1) },
    data: [
      {
        type: "histogram2d",
        ...from({ x: "hour", y: "delay" }),
        xbins: { start: 5, end: 23, size: 0.5 },
        ybins: { start: -2, end: 9, size: 0.5 },
        colorscale: scale(tint(ink.plum, 0), "#c9b8dd", "#8a76bd", "#54408a", "#2b1d4f"),
        colorbar: key("Arrivals"),
        hovertemplate: "%{x} h, %{y} min: %{z}<extra></extra>",
      },
    ],
    layout: page("Line 6 is late when you need it", "4,000 arrivals at Market Square", {
      xaxis: axis("Hour of day", { dtick: 3 }),
      yaxis: axis("Delay (min)", { zeroline: true }),
    }),
  };
}
