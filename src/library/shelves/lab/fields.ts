import { key } from "../../making/colors.ts";
import { page, scene } from "../../making/layout.ts";
import { bell, round, times } from "../../making/numbers.ts";
import type { Sketch } from "../../making/sketch.ts";
import { bareAxes, dusk, flat, flow, lattice, places } from "./lattice.ts";

export function dipole(): Sketch {
  const near = (x: number, y: number, z: number): number =>
    Math.hypot(x, y, z - 0.35) ** -3 - Math.hypot(x, y, z + 0.35) ** -3;
  const toward = (x: number, y: number, z: number): number =>
    (z - 0.35) / Math.hypot(x, y, z - 0.35) ** 3 - (z + 0.35) / Math.hypot(x, y, z + 0.35) ** 3;
  const squash = (value: number, x: number, y: number, z: number): number =>
    value / Math.hypot(near(x, y, z) * Math.hypot(x, y), toward(x, y, z)) ** 0.65;
  return {
    filename: "dipole-field",
    created: "2020-06-25T15:15",
    views: 3870,
    quality: 6,
    columns: lattice(8, 1.4, {
      u: (x, y, z) => squash(near(x, y, z) * x, x, y, z),
      v: (x, y, z) => squash(near(x, y, z) * y, x, y, z),
      w: (x, y, z) => squash(toward(x, y, z), x, y, z),
    }),
    data: [
      {
        type: "cone",
        ...places,
        ...flow,
        colorscale: dusk,
        sizemode: "scaled",
        sizeref: 1.1,
        colorbar: key("Strength (root scale)", 0.6),
        hoverinfo: "norm",
      },
    ],
    layout: page("Two charges and their field", "Cones point along the field of a dipole", {
      scene: scene(1.35, 1.35, 0.5, bareAxes),
      margin: flat,
    }),
  };
}

export function vortex(): Sketch {
  const starts = times(24, (index) => (index / 24) * 2 * Math.PI);
  return {
    filename: "vortex-tubes",
    created: "2021-10-14T13:37",
    views: 2940,
    quality: 7,
    columns: {
      ...lattice(13, 1, {
        u: (x, y) => -2.2 * y * Math.exp(-x * x - y * y) - 0.25 * x,
        v: (x, y) => 2.2 * x * Math.exp(-x * x - y * y) - 0.25 * y,
        w: (x, y, z) => 0.25 + 0.5 * bell(Math.hypot(x, y), 0, 0.45) * (1.3 + z),
      }),
      "start x": starts.map((angle, index) => round((index % 2 ? 0.85 : 0.4) * Math.cos(angle))),
      "start y": starts.map((angle, index) => round((index % 2 ? 0.85 : 0.4) * Math.sin(angle))),
      "start z": starts.map(() => -0.99),
    },
    data: [
      {
        type: "streamtube",
        ...places,
        ...flow,
        starts: { xsrc: "@start x", ysrc: "@start y", zsrc: "@start z" },
        sizeref: 1.1,
        maxdisplayed: 2500,
        colorscale: dusk,
        colorbar: key("Speed (m/s)", 0.6),
      },
    ],
    layout: page("Water down the drain, upside down", "Streamlines of a draining vortex", {
      scene: scene(1.3, -1.2, 0.7, bareAxes),
      margin: flat,
    }),
  };
}
