import { scale } from "../../making/colors.ts";
import { column, from } from "../../making/columns.ts";
import { hidden, page, scene } from "../../making/layout.ts";
import { round, times } from "../../making/numbers.ts";
import type { Sketch } from "../../making/sketch.ts";
import { dusk, flat, namedAxes, places } from "./lattice.ts";

export function lorenz(): Sketch {
  let [x, y, z] = [0.1, 0, 20];
  const path = times(9000, () => {
    [x, y, z] = [x + 0.006 * 10 * (y - x), y + 0.006 * (x * (28 - z) - y), z + 0.006 * (x * y - 2.667 * z)];
    return [x, y, z];
  }).filter((_, index) => index > 300 && index % 2 === 0);
  return {
    filename: "lorenz-attractor",
    created: "2019-09-03T18:00",
    views: 49620,
    quality: 10,
    feed: true,
    columns: {
      ...Object.fromEntries(["x", "y", "z"].map((name, at) => [name, column(path, at)])),
      time: path.map((_, index) => round(index * 0.012)),
    },
    data: [
      {
        type: "scatter3d",
        mode: "lines",
        ...places,
        line: { colorsrc: "@time", colorscale: dusk, width: 3 },
        hovertemplate: "t = %{line.color:.1f}<extra></extra>",
      },
    ],
    layout: page("The butterfly that started it", "Lorenz system, σ = 10, ρ = 28, β = 8/3; colour runs with time", {
      scene: scene(1.2, -1.35, 0.15, namedAxes),
      margin: flat,
    }),
  };
}

export function shell(): Sketch {
  const [along, around] = [150, 28];
  const points = times(along * around, (index) => {
    const [turn, angle] = [
      (Math.floor(index / around) / (along - 1)) * 6.4 * Math.PI,
      ((index % around) / around) * 2 * Math.PI,
    ];
    const size = Math.exp(0.13 * (turn - 20));
    const [reach, height] = [size * (1 + 0.82 * Math.cos(angle)), size * (0.82 * Math.sin(angle) - 2.1)];
    return [reach * Math.cos(turn), reach * Math.sin(turn), height, Math.sin(turn * 7) * 0.5 + turn / 12];
  });
  const faces = times((along - 1) * around, (index) => {
    const next = index % around === around - 1 ? index + 1 - around : index + 1;
    return [
      [index, next, index + around],
      [next, next + around, index + around],
    ];
  }).flat();
  const corner = (at: number): number[] => column(faces, at, 0);
  const side = (at: number): number[] => column(points, at, 3);
  return {
    filename: "sea-shell",
    created: "2022-08-09T20:20",
    views: 17330,
    quality: 9,
    columns: { x: side(0), y: side(1), z: side(2), band: side(3), i: corner(0), j: corner(1), k: corner(2) },
    data: [
      {
        type: "mesh3d",
        ...places,
        ...from({ i: "i", j: "j", k: "k", intensity: "band" }),
        colorscale: scale("#7c5a4a", "#c98f6b", "#f0d9b8", "#d9a07c", "#f6ead7"),
        showscale: false,
        lighting: { ambient: 0.5, diffuse: 0.8, specular: 0.35, roughness: 0.4 },
        hoverinfo: "skip",
      },
    ],
    layout: page("A shell from four numbers", "Raup's spiral: growth, reach, lift and the shape of the mouth", {
      scene: scene(0.9, -1.35, 0.45, {
        aspectmode: "data",
        xaxis: hidden,
        yaxis: hidden,
        zaxis: hidden,
      }),
      margin: flat,
    }),
  };
}
