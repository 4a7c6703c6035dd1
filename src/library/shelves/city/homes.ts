import { ink, key, scale } from "../../making/colors.ts";
import { from } from "../../making/columns.ts";
import { ground } from "../../making/grounds.ts";
import { axis, legendAbove, map, page } from "../../making/layout.ts";
import { hills } from "../../making/noise.ts";
import { bell, round, times } from "../../making/numbers.ts";
import { Random } from "../../making/random.ts";
import type { Sketch } from "../../making/sketch.ts";

export function pyramid(): Sketch {
  const ages = times(20, (index) => (index === 19 ? "95+" : `${index * 5}-${index * 5 + 4}`));
  const people = (index: number, older: number): number =>
    Math.round(
      (3100 + 900 * bell(index, 5, 1.6) + 600 * bell(index, 11, 2)) / (1 + Math.exp((index - 14.2 - older) / 1.6)),
    );
  const side = (name: string, color: string, sign: string): Sketch["data"][number] => ({
    type: "bar",
    orientation: "h",
    name,
    ...from({ x: name, y: "age", customdata: sign }),
    marker: { color },
    hovertemplate: "%{y}: %{customdata:,}",
  });
  const women = ages.map((_, index) => people(index, 0.7));
  const men = ages.map((_, index) => people(index, -0.5));
  return {
    filename: "population-pyramid",
    created: "2020-02-17T14:41",
    views: 8730,
    quality: 7,
    columns: { age: ages, Women: women, Men: men.map((count) => -count), women, men },
    data: [side("Men", ink.sea, "men"), side("Women", ink.amber, "women")],
    layout: page("A city of thirty-year-olds", "Inhabitants by age and sex, 1 January 2020", {
      barmode: "overlay",
      bargap: 0.12,
      legend: legendAbove,
      xaxis: axis("Inhabitants", {
        tickvals: [-4000, -2000, 0, 2000, 4000],
        ticktext: ["4,000", "2,000", "0", "2,000", "4,000"],
      }),
      yaxis: axis("Age", { showgrid: false }),
    }),
  };
}

export function rents(): Sketch {
  const random = new Random(317);
  const [columns, rows] = [6, 5];
  const corner = (x: number, y: number): number[] => [
    round(10.2 + 0.02 * x + 0.011 * hills(x * 0.83, y * 0.83, 5), 5),
    round(56.1 + 0.0115 * y + 0.006 * hills(x * 0.83, y * 0.83, 9), 5),
  ];
  const places = times(columns * rows, (index) => {
    const [x, y] = [index % columns, Math.floor(index / columns)];
    const ring = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1), corner(x, y)];
    return {
      id: `D${index + 1}`,
      ring,
      rent: 9 + 9.5 * bell(Math.hypot(x - 2.4, (y - 2.2) * 1.1), 0, 1.9) + random.normal(0, 0.7),
    };
  });
  return {
    filename: "rents-by-district",
    created: "2024-05-06T18:33",
    views: 4975,
    quality: 8,
    columns: { district: places.map((place) => place.id), rent: places.map((place) => round(place.rent, 1)) },
    data: [
      {
        type: "choroplethmap",
        geojson: {
          type: "FeatureCollection",
          features: places.map(({ id, ring }) => ({
            type: "Feature",
            id,
            properties: {},
            geometry: { type: "Polygon", coordinates: [ring] },
          })),
        },
        ...from({ locations: "district", z: "rent" }),
        colorscale: scale("#e3efe2", "#9cc9b4", "#4f96a0", "#2b5f85", "#2b3a67"),
        marker: { line: { width: 1.5, color: "#ffffff" } },
        colorbar: key("€ per m²", 0.7),
        hovertemplate: "District %{location}: %{z:.1f} €/m²<extra></extra>",
      },
    ],
    layout: page("The centre costs double", "Rent asked for flats in the thirty districts, spring 2024", {
      map: map({ lon: 10.26, lat: 56.129 }, 11.45, [ground("#e8edef")]),
      margin: { l: 0, r: 96, t: 84, b: 0 },
    }),
  };
}
