import { frame, hidden, page } from "../../making/layout.ts";
import { times } from "../../making/numbers.ts";
import { Random } from "../../making/random.ts";
import type { Sketch } from "../../making/sketch.ts";

export function galaxy(): Sketch {
  const random = new Random(113);
  const [width, height] = [180, 120];
  const rows = times(height, (row) =>
    times(width, (column) => {
      const [x, y] = [(column - width / 2) / 58, (row - height / 2) / 34];
      const [reach, angle] = [Math.hypot(x, y), Math.atan2(y, x)];
      const arm = (0.5 + 0.5 * Math.cos(2 * (angle - 3.1 * Math.log(reach + 0.12)))) ** 2.2 * Math.exp(-1.6 * reach);
      const core = Math.exp(-7 * reach);
      const haze = Math.exp(-2.4 * reach);
      const star = random.next() > 0.991 ? random.between(60, 190) : 0;
      const knot = arm * (random.next() > 0.9 ? 1.5 : 1);
      const tint = (red: number, green: number): number =>
        Math.min(255, Math.round(red + green + star + random.between(0, 7)));
      return [
        tint(8 + 250 * core, 95 * haze + 150 * knot),
        tint(10 + 225 * core, 80 * haze + 165 * knot),
        tint(24 + 170 * core, 85 * haze + 260 * knot),
      ];
    }),
  );
  return {
    filename: "spiral-galaxy",
    created: "2025-01-19T23:32",
    views: 22040,
    quality: 9,
    feed: true,
    columns: { pixels: rows },
    data: [{ type: "image", zsrc: "@pixels", colormodel: "rgb", zsmooth: "fast", hoverinfo: "x+y" }],
    layout: page("First light of the new camera", "A tilted spiral, stack of forty exposures", {
      xaxis: { visible: false, constrain: "domain" },
      yaxis: hidden,
      margin: frame(24, 84),
    }),
  };
}
