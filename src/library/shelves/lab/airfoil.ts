import { ink, key, scale } from "../../making/colors.ts";
import { columnsOf, from } from "../../making/columns.ts";
import { page } from "../../making/layout.ts";
import { round, spread, times } from "../../making/numbers.ts";
import type { Sketch } from "../../making/sketch.ts";

export function airfoil(): Sketch {
  const [turns, layers] = [73, 16];
  const cells = times(turns * layers, (index) => {
    const [angle, out] = [(Math.floor(index / layers) / (turns - 1)) * 2 * Math.PI, (index % layers) / (layers - 1)];
    const [cx, cy, radius] = [-0.09, 0.1, Math.hypot(1.09, 0.1)];
    const reach = radius * (1.004 + 1.1 * out ** 1.4);
    const [re, im] = [cx + reach * Math.cos(angle), cy + reach * Math.sin(angle)];
    const square = re * re + im * im;
    const lift = 2 * Math.sin(0.14 + Math.asin(0.1 / radius)) * radius;
    const ratio = (radius / reach) ** 2;
    const along = (1 - ratio) * Math.cos(angle - 0.14);
    const across = -(1 + ratio) * Math.sin(angle - 0.14) - lift / reach;
    const stretch = Math.hypot(1 - (re * re - im * im) / square ** 2, (2 * re * im) / square ** 2);
    const pressure = 1 - (along ** 2 + across ** 2) / Math.max(stretch, 0.25) ** 2;
    return [
      round(angle, 4),
      round(out, 4),
      round(re * (1 + 1 / square), 4),
      round(im * (1 - 1 / square), 4),
      round(Math.max(pressure, -4), 3),
    ];
  });
  const quiet = { showticklabels: "none", showgrid: false, title: { text: "" }, startline: false, endline: false };
  return {
    filename: "airfoil-pressure",
    created: "2020-09-21T09:21",
    views: 6660,
    quality: 8,
    columns: {
      ...columnsOf(cells, "angle", "out", "x", "y", "pressure"),
      "probe angle": spread(9, 0.5, 2.9),
      "probe out": times(9, () => 0.06),
    },
    data: [
      {
        type: "carpet",
        carpet: "wing",
        ...from({ a: "angle", b: "out", x: "x", y: "y" }),
        aaxis: quiet,
        baxis: quiet,
      },
      {
        type: "contourcarpet",
        carpet: "wing",
        ...from({ a: "angle", b: "out", z: "pressure" }),
        colorscale: scale("#7b3f8c", "#c65d7b", "#e9b27c", "#f3efe2", "#8dbdcd", "#23688a"),
        contours: { start: -2.6, end: 1, size: 0.2 },
        line: { width: 0.4, color: "rgba(60,60,60,0.5)" },
        colorbar: key("Pressure coefficient", 0.8),
      },
      {
        type: "scattercarpet",
        carpet: "wing",
        name: "Probes",
        ...from({ a: "probe angle", b: "probe out" }),
        mode: "markers",
        marker: { size: 8, color: ink.amber, line: { width: 1, color: "#ffffff" } },
      },
    ],
    layout: page("Why it flies", "Pressure about a Joukowski wing at 8°; dots mark the probes", {
      xaxis: { showgrid: false, zeroline: false, showticklabels: false, range: [-3.1, 3.1] },
      yaxis: { showgrid: false, zeroline: false, showticklabels: false, scaleanchor: "x" },
      margin: { l: 24, r: 36, t: 88, b: 24 },
    }),
  };
}
