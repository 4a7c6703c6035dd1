import { key, scale } from "../../making/colors.ts";
import { from } from "../../making/columns.ts";
import { axis, frame, hidden, page, scene } from "../../making/layout.ts";
import { hills } from "../../making/noise.ts";
import { bell, spread, times } from "../../making/numbers.ts";
import type { Sketch } from "../../making/sketch.ts";

const relief = scale("#335c67", "#4f8a6f", "#9bb070", "#d9c58b", "#b58863", "#8a6a5c", "#e9ecef");

const valley = (columns: number, rows: number): number[][] =>
  times(rows, (row) =>
    times(columns, (column) => {
      const [x, y] = [(column / columns) * 3.2, (row / rows) * 3.2];
      const ridge = 1 - Math.abs(hills(x * 0.8, y * 0.8, 41));
      const floor = 1 - 0.75 * bell(y - 1.6 - 0.5 * Math.sin(x * 1.5), 0, 0.45);
      return Math.round(780 + 1900 * floor * (0.35 + 0.65 * ridge ** 2) + 320 * hills(x * 1.6, y * 1.6, 77) * floor);
    }),
  );

export function terrain(): Sketch {
  return {
    filename: "alpine-terrain",
    created: "2021-08-22T07:35",
    views: 48910,
    quality: 10,
    feed: true,
    columns: { elevation: valley(100, 100) },
    data: [
      {
        type: "surface",
        zsrc: "@elevation",
        colorscale: relief,
        contours: { z: { show: true, start: 800, end: 3000, size: 200, color: "rgba(40,40,40,0.35)", width: 1 } },
        lighting: { ambient: 0.55, diffuse: 0.9, specular: 0.08, roughness: 0.9 },
        lightposition: { x: -8000, y: 6000, z: 9000 },
        colorbar: key("Elevation (m)", 0.6),
        hovertemplate: "%{z} m<extra></extra>",
      },
    ],
    layout: page("The valley of the two rivers", "Elevation model, 100 m cells", {
      scene: scene(1.15, -1.25, 0.85, {
        aspectmode: "manual",
        aspectratio: { x: 1.25, y: 1.25, z: 0.4 },
        xaxis: hidden,
        yaxis: hidden,
        zaxis: axis("", { nticks: 4, ticksuffix: " m" }),
      }),
      margin: frame(0, 72),
    }),
  };
}

export function contours(): Sketch {
  return {
    filename: "valley-contours",
    created: "2021-08-22T07:58",
    views: 5120,
    quality: 7,
    columns: { elevation: valley(90, 60), east: spread(90, 0, 12), north: spread(60, 0, 8) },
    data: [
      {
        type: "contour",
        ...from({ z: "elevation", x: "east", y: "north" }),
        colorscale: relief,
        contours: { start: 800, end: 3000, size: 150, showlabels: true, labelfont: { size: 10, color: "#2b2b2b" } },
        line: { width: 0.8, color: "rgba(40,40,40,0.5)", smoothing: 0.8 },
        colorbar: key("Elevation (m)"),
        hovertemplate: "%{x:.1f} km, %{y:.1f} km: %{z} m<extra></extra>",
      },
    ],
    layout: page("A walker's map of the valley", "Contours every 150 m", {
      xaxis: axis("East (km)", { showgrid: false, constrain: "domain" }),
      yaxis: axis("North (km)", { showgrid: false, scaleanchor: "x" }),
    }),
  };
}
