import { key, scale } from "../../making/colors.ts";
import { column, from } from "../../making/columns.ts";
import { frame, page } from "../../making/layout.ts";
import { round, times } from "../../making/numbers.ts";
import { Random } from "../../making/random.ts";
import type { Sketch } from "../../making/sketch.ts";

export function quakes(): Sketch {
  const random = new Random(211);
  /** Plate borders as rough lines of longitude and latitude; width in degrees; weight. */
  const borders: [number[], number[], number, number][] = [
    [[-72, -75, -70, -70, -74], [8, -5, -18, -30, -45], 2, 5],
    [[-78, -88, -96, -105, -115, -124, -136, -152, -170], [7, 12, 16, 19, 32, 42, 57, 59, 53], 2, 6],
    [[172, 160, 150, 142, 140, 132, 125], [53, 53, 45, 38, 32, 30, 22], 2, 8],
    [[122, 126, 127, 118, 105, 97, 93], [17, 8, -2, -9, -7, 0, 12], 3, 8],
    [[130, 145, 152, 162, 168, 178, -175, -174], [-3, -4, -6, -10, -16, -28, -24, -16], 3, 8],
    [[92, 85, 75, 68, 55, 44, 36, 27, 21, 13], [26, 28, 34, 32, 29, 36, 37, 36, 38, 42], 2.5, 4],
    [[-20, -30, -34, -44, -30, -15, -13, -14], [65, 56, 40, 26, 1, -3, -22, -40], 1.2, 3],
  ];
  const events = times(900, () => {
    const [lons, lats, width] = borders[random.weighted(borders.map(([, , , weight]) => weight))] ?? [[0], [0], 1, 1];
    const along = random.next() * (lons.length - 1);
    const [step, part] = [Math.floor(along), along % 1];
    const start = lons[step] ?? 0;
    const leg = (((((lons[step + 1] ?? start) - start + 180) % 360) + 360) % 360) - 180;
    const lat = (lats[step] ?? 0) * (1 - part) + (lats[step + 1] ?? 0) * part;
    const strength = 4.5 - Math.log10(1 - random.next() * 0.9985) * 0.98;
    return [
      start + leg * part + random.normal(0, width),
      lat + random.normal(0, width),
      strength,
      random.next() ** 4 * 600,
    ];
  });
  return {
    filename: "earthquakes",
    created: "2024-02-03T06:25",
    views: 33470,
    quality: 9,
    columns: {
      lon: column(events, 0),
      lat: column(events, 1),
      magnitude: column(events, 2, 1),
      depth: column(events, 3, 0),
      size: events.map((event) => round(3 + ((event[2] ?? 0) - 4.5) ** 1.7 * 4, 1)),
    },
    data: [
      {
        type: "scattergeo",
        ...from({ lon: "lon", lat: "lat", customdata: "magnitude" }),
        marker: {
          ...from({ size: "size", color: "depth" }),
          colorscale: scale("#f0b429", "#e0703a", "#b5396a", "#5b2a86"),
          cmin: 0,
          cmax: 400,
          opacity: 0.75,
          line: { width: 0 },
          colorbar: key("Depth (km)", 0.6),
        },
        hovertemplate: "magnitude %{customdata}, %{marker.color} km deep<extra></extra>",
      },
    ],
    layout: page("The restless rims", "Simulated year of earthquakes above magnitude 4.5, by depth", {
      geo: {
        projection: { type: "natural earth", rotation: { lon: 150 } },
        showland: true,
        landcolor: "rgba(140,150,160,0.35)",
        showcoastlines: false,
        showframe: false,
        bgcolor: "rgba(0,0,0,0)",
        lataxis: { range: [-60, 75] },
      },
      margin: frame(8, 88),
    }),
  };
}
