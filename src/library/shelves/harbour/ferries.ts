import { ink, scale, tint } from "../../making/colors.ts";
import { columnsOf, from } from "../../making/columns.ts";
import { frame, map, page } from "../../making/layout.ts";
import { round, times } from "../../making/numbers.ts";
import { Random } from "../../making/random.ts";
import type { Sketch } from "../../making/sketch.ts";
import { archipelago, ferryLines } from "../islands.ts";

/** The archipelago, as far as its ferries go. */
const chart = map({ lat: 58.345, lon: 11.3 }, 9.55, archipelago());

export function ferries(): Sketch {
  const lines = ferryLines();
  return {
    filename: "ferry-crossings",
    created: "2024-06-21T15:02",
    views: 9312,
    quality: 8,
    feed: true,
    columns: Object.fromEntries(
      lines.flatMap((line) => [
        [`${line.name} lat`, line.lat],
        [`${line.name} lon`, line.lon],
      ]),
    ),
    data: lines.map((line, index) => ({
      type: "scattermap",
      name: line.name,
      ...from({ lat: `${line.name} lat`, lon: `${line.name} lon` }),
      mode: "lines+markers",
      line: { width: 3, color: [ink.sea, ink.amber, ink.rose, ink.plum][index] ?? ink.slate },
      marker: { size: 5 },
      hovertemplate: "%{lat:.3f}° N, %{lon:.3f}° E<extra>%{fullData.name}</extra>",
    })),
    layout: page(
      "Four lines, nineteen islands",
      "Summer ferries of the Linnea archipelago, positions every five minutes",
      {
        map: chart,
        margin: frame(0, 84),
        legend: { x: 0.02, y: 0.02, yanchor: "bottom", bgcolor: "rgba(255,255,255,0.85)", font: { color: "#33424d" } },
      },
    ),
  };
}

export function traffic(): Sketch {
  const random = new Random(23);
  const tracks = ferryLines().flatMap((line) =>
    times(420, () => {
      const step = Math.floor(random.next() * line.lat.length);
      return [
        round((line.lat[step] ?? 0) + random.normal(0, 0.008), 4),
        round((line.lon[step] ?? 0) + random.normal(0, 0.014), 4),
      ];
    }),
  );
  return {
    filename: "vessel-density",
    created: "2024-07-02T09:40",
    views: 2750,
    quality: 6,
    columns: columnsOf(tracks, "lat", "lon"),
    data: [
      {
        type: "densitymap",
        ...from({ lat: "lat", lon: "lon" }),
        radius: 9,
        zmin: 0,
        zmax: 1.6,
        opacity: 0.8,
        colorscale: scale(tint(ink.sea, 0), "#2f7f9e", "#6cb59b", "#f2d16b", "#e0703a"),
        showscale: false,
        hoverinfo: "skip",
      },
    ],
    layout: page("Where the sound is crowded", "Position reports of small vessels, one Saturday in July", {
      map: chart,
      margin: frame(0, 84),
    }),
  };
}
