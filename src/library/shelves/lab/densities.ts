import { ink, key, scale } from "../../making/colors.ts";
import { page, scene } from "../../making/layout.ts";
import { bell } from "../../making/numbers.ts";
import type { Sketch } from "../../making/sketch.ts";
import { bareAxes, flat, lattice, namedAxes, noCaps, places } from "./lattice.ts";

export function orbital(): Sketch {
  return {
    filename: "orbital-3d-z2",
    created: "2023-07-07T07:07",
    views: 8240,
    quality: 8,
    columns: lattice(26, 10, {
      value: (x, y, z) => ((3 * z * z - (x * x + y * y + z * z)) * Math.exp(-Math.hypot(x, y, z) / 1.9)) / 3,
    }),
    data: [
      {
        type: "isosurface",
        ...places,
        valuesrc: "@value",
        isomin: -0.55,
        isomax: 0.55,
        surface: { count: 2 },
        opacity: 0.75,
        caps: noCaps,
        colorscale: scale(ink.amber, "#f1e3c8", ink.sea),
        showscale: false,
        lighting: { ambient: 0.6, diffuse: 0.7, specular: 0.3 },
        hoverinfo: "skip",
      },
    ],
    layout: page("An electron in 3d<sub>z²</sub>", "Surfaces of equal amplitude, both signs; axes in Bohr radii", {
      scene: scene(1.5, 1.25, 0.6, namedAxes),
      margin: flat,
    }),
  };
}

export function cloud(): Sketch {
  return {
    filename: "plasma-density",
    created: "2024-08-15T16:16",
    views: 1105,
    quality: 6,
    columns: lattice(24, 1.5, {
      density: (x, y, z) => {
        const [around, turn] = [Math.hypot(x, y) - 0.9, 2.5 * Math.atan2(y, x)];
        return bell(Math.hypot(around, z), 0, 0.3) * (0.75 + 0.35 * Math.sin(turn * 2 + 3 * z));
      },
    }),
    data: [
      {
        type: "volume",
        ...places,
        valuesrc: "@density",
        isomin: 0.15,
        isomax: 0.95,
        opacity: 0.13,
        surface: { count: 14 },
        caps: noCaps,
        colorscale: scale("#4b3b8f", "#8a5a9e", "#c65d7b", "#e0913a", "#f6d77a"),
        colorbar: key("Density (10²⁰ m⁻³)", 0.6),
        hoverinfo: "skip",
      },
    ],
    layout: page("A ring of plasma", "Electron density in a small tokamak", {
      scene: scene(1.05, 1.05, 0.85, { ...bareAxes, aspectmode: "cube" }),
      margin: flat,
    }),
  };
}
