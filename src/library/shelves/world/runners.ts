import { ink, key, scale, tint } from "../../making/colors.ts";
import { column, from } from "../../making/columns.ts";
import { axis, page } from "../../making/layout.ts";
import { round, times } from "../../making/numbers.ts";
import { Random } from "../../making/random.ts";
import type { Sketch } from "../../making/sketch.ts";

export function marathon(): Sketch {
  const random = new Random(709);
  const runners = times(26, () => ({ pace: random.between(4.1, 6.6), fade: Math.abs(random.normal(0, 0.011)) }));
  const marks = times(9, (index) => (index === 8 ? 42.2 : (index + 1) * 5));
  return {
    filename: "marathon-splits",
    created: "2023-09-24T14:26",
    views: 10070,
    quality: 8,
    columns: {
      km: marks,
      ...Object.fromEntries(
        runners.map((runner, index) => [
          `Runner ${index + 1}`,
          marks.map((km) =>
            round(runner.pace * (1 + runner.fade * Math.max(0, km - 24) ** 1.15 * 0.8) + random.normal(0, 0.05)),
          ),
        ]),
      ),
    },
    data: runners.map((_, index) => ({
      type: "scatter",
      mode: "lines",
      name: `Runner ${index + 1}`,
      ...from({ x: "km", y: `Runner ${index + 1}` }),
      line: index === 7 ? { color: ink.rose, width: 4 } : { color: tint(ink.slate, 0.45), width: 1.5 },
      hovertemplate: "km %{x}: %{y:.2f} min/km",
    })),
    layout: page("Everyone meets the wall at thirty", "Pace of a club's 26 runners over each split; number 8 in red", {
      showlegend: false,
      xaxis: axis("Distance (km)", { tickvals: marks }),
      yaxis: axis("Pace (min/km)", { autorange: "reversed" }),
    }),
  };
}

export function paces(): Sketch {
  const random = new Random(719);
  const runners = times(2600, () => {
    const age = 18 + 50 * random.next() ** 1.25 + random.normal(0, 3);
    return [age, 222 + 0.045 * (age - 31) ** 2 + random.normal(0, 22) + Math.abs(random.normal(0, 22))];
  });
  return {
    filename: "finish-time-by-age",
    created: "2023-09-25T08:40",
    views: 3005,
    quality: 7,
    columns: {
      age: column(runners, 0, 1),
      minutes: column(runners, 1, 1),
    },
    data: [
      {
        type: "histogram2dcontour",
        ...from({ x: "age", y: "minutes" }),
        ncontours: 12,
        nbinsx: 30,
        nbinsy: 30,
        colorscale: scale("rgba(248,233,223,0)", "#f0cdb8", "#dd8a7a", "#b5506f", "#6a2f66"),
        line: { width: 0.5, color: "rgba(90,60,80,0.5)" },
        colorbar: key("Runners"),
        hovertemplate: "age %{x}, %{y} min: %{z}<extra></extra>",
      },
      {
        type: "scatter",
        mode: "markers",
        ...from({ x: "age", y: "minutes" }),
        marker: { size: 2.5, color: ink.plum, opacity: 0.3 },
        hoverinfo: "skip",
      },
    ],
    layout: page("Thirty is fast, fifty is steady", "2,600 finishers of the city marathon", {
      showlegend: false,
      xaxis: axis("Age", { range: [15, 75] }),
      yaxis: axis("Finish time (min)", { range: [160, 380] }),
    }),
  };
}
