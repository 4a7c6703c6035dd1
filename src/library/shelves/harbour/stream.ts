import { key, scale } from "../../making/colors.ts";
import { from } from "../../making/columns.ts";
import { axis, page } from "../../making/layout.ts";
import { bell, round, spread } from "../../making/numbers.ts";
import type { Sketch } from "../../making/sketch.ts";

export function stream(): Sketch {
  const columns = { x: [] as number[], y: [] as number[], u: [] as number[], v: [] as number[], speed: [] as number[] };
  for (const y of spread(13, 0, 3)) {
    for (const x of spread(22, 0, 6)) {
      const island = Math.hypot(x - 2.6, y - 1.5);
      if (island < 0.5) continue;
      const angle = 2 * Math.atan2(y - 1.5, x - 2.6);
      const block = 0.25 / island ** 2;
      const u = 1 - block * Math.cos(angle) - 0.35 * bell(y, 0, 0.5) - 0.35 * bell(y, 3, 0.5);
      const v = -block * Math.sin(angle) + 0.18 * Math.sin(1.4 * x) * bell(y, 1.5, 1) * (x > 3 ? 1 : 0.3);
      for (const [name, value] of Object.entries({ x, y, u, v, speed: 1.4 * Math.hypot(u, v) })) {
        columns[name as keyof typeof columns].push(round(value, 3));
      }
    }
  }
  return {
    filename: "stream-round-the-skerry",
    created: "2025-05-18T16:48",
    views: 640,
    quality: 7,
    columns,
    data: [
      {
        type: "quiver",
        ...from({ x: "x", y: "y", u: "u", v: "v" }),
        lengthfactor: 1.3,
        anchor: "center",
        marker: {
          colorsrc: "@speed",
          colorscale: scale("#9cc7d6", "#4f96b1", "#2f6f9f", "#8a5a9e", "#e0703a"),
          colorbar: key("Speed (kn)"),
          showscale: true,
        },
        hovertemplate: "%{x:.1f} km, %{y:.1f} km<extra></extra>",
      },
    ],
    layout: page("The stream parts at the skerry", "Surface current two hours after high water", {
      xaxis: axis("East (km)", { showgrid: false, range: [-0.3, 6.3], constrain: "domain" }),
      yaxis: axis("North (km)", { showgrid: false, scaleanchor: "x", range: [-0.3, 3.3] }),
      shapes: [
        { type: "circle", x0: 2.2, x1: 3, y0: 1.1, y1: 1.9, fillcolor: "#b9a98a", line: { width: 0 }, layer: "below" },
      ],
    }),
  };
}
