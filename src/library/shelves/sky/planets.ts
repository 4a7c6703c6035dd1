import { ink } from "../../making/colors.ts";
import { column, from } from "../../making/columns.ts";
import { axis, frame, legendRight, page, scene } from "../../making/layout.ts";
import { round, times } from "../../making/numbers.ts";
import type { Sketch } from "../../making/sketch.ts";

export function comets(): Sketch {
  /** Semi-major axis (au), eccentricity, inclination and turn of the ellipse (degrees). */
  const orbits: [string, number, number, number, number, string][] = [
    ["Earth", 1, 0.017, 0, 0, ink.sea],
    ["Mars", 1.52, 0.093, 1.9, 60, ink.rose],
    ["Jupiter", 5.2, 0.048, 1.3, 15, ink.clay],
    ["Comet Halden", 3.4, 0.76, 22, 130, ink.moss],
    ["Comet Voss", 4.6, 0.87, 64, 250, ink.amber],
  ];
  const path = ([, size, e, tilt, turn]: (typeof orbits)[number]): [number, number, number][] =>
    times(181, (index) => {
      const angle = (index * Math.PI) / 90;
      const [x, y] = [size * (Math.cos(angle) - e), size * Math.sqrt(1 - e * e) * Math.sin(angle)];
      const [t, i] = [(turn * Math.PI) / 180, (tilt * Math.PI) / 180];
      const [flatX, flatY] = [x * Math.cos(t) - y * Math.sin(t), x * Math.sin(t) + y * Math.cos(t)];
      return [round(flatX, 3), round(flatY * Math.cos(i), 3), round(flatY * Math.sin(i), 3)];
    });
  return {
    filename: "comet-orbits",
    created: "2023-02-14T19:20",
    views: 15880,
    quality: 8,
    columns: Object.fromEntries([
      ...orbits.flatMap((orbit) => {
        const points = path(orbit);
        return ["x", "y", "z"].map((name, side) => [`${orbit[0]} ${name}`, column(points, side, 3)]);
      }),
      ["origin", [0]],
    ]),
    data: [
      ...orbits.map(([name, , , , , color], index) => ({
        type: "scatter3d",
        mode: "lines",
        name,
        ...from({ x: `${name} x`, y: `${name} y`, z: `${name} z` }),
        line: { color, width: index > 2 ? 5 : 3 },
        hovertemplate: "%{x:.2f}, %{y:.2f}, %{z:.2f} au",
      })),
      {
        type: "scatter3d",
        mode: "markers",
        name: "Sun",
        ...from({ x: "origin", y: "origin", z: "origin" }),
        marker: { size: 9, color: "#f2b632" },
        hoverinfo: "name",
      },
    ],
    layout: page("Two comets cross the planets' plane", "Orbits in astronomical units, seen from above the ecliptic", {
      scene: scene(1.3, -1.45, 1.1, {
        aspectmode: "data",
        xaxis: axis("x (au)"),
        yaxis: axis("y (au)"),
        zaxis: axis("z (au)", { nticks: 4 }),
      }),
      margin: frame(0, 84),
      legend: legendRight(0.9),
    }),
  };
}

export function planets(): Sketch {
  const facts = {
    Planet: ["Mercury", "Venus", "Earth", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune"],
    "Distance (au)": [0.39, 0.72, 1, 1.52, 5.2, 9.58, 19.2, 30.1],
    "Year (Earth years)": [0.24, 0.62, 1, 1.88, 11.86, 29.4, 84, 164.8],
    "Day (hours)": [4222.6, 2802, 24, 24.7, 9.9, 10.7, 17.2, 16.1],
    "Gravity (m/s²)": [3.7, 8.9, 9.8, 3.7, 23.1, 9, 8.7, 11],
    Moons: [0, 0, 1, 2, 95, 146, 28, 16],
  };
  const names = Object.keys(facts).join(",");
  return {
    filename: "planets",
    created: "2021-04-11T10:03",
    views: 27600,
    quality: 5,
    columns: {
      ...facts,
      align: ["left", "right", "right", "right", "right", "right"],
      width: [1.3, 1.1, 1.4, 1.1, 1.2, 0.8],
    },
    data: [
      {
        type: "table",
        columnwidthsrc: "@width",
        header: { valuessrc: `@${names}?names`, alignsrc: "@align", height: 40, font: { size: 14 } },
        cells: { valuessrc: `@${names}`, alignsrc: "@align", height: 42, font: { size: 15 } },
      },
    ],
    layout: page("The eight planets", "Mean values, for a classroom wall", { margin: frame(32, 96, 16) }),
  };
}
