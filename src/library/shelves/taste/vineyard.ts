import { ink } from "../../making/colors.ts";
import { from } from "../../making/columns.ts";
import { axis, frame, legendAbove, legendRight, page } from "../../making/layout.ts";
import { round, times } from "../../making/numbers.ts";
import { Random } from "../../making/random.ts";
import type { Sketch } from "../../making/sketch.ts";

export function soils(): Sketch {
  const random = new Random(401);
  const plots: [string, string, number[]][] = [
    ["River terrace", ink.sea, [0.55, 0.32, 0.13]],
    ["Chalk slope", ink.amber, [0.26, 0.47, 0.27]],
    ["Red hill", ink.rose, [0.21, 0.24, 0.55]],
  ];
  const columns = Object.fromEntries(
    plots.flatMap(([name, , mean]) => {
      const samples = times(45, () => mean.map((share) => share * Math.exp(random.normal(0, 0.24))));
      const share = (sample: number[], at: number): number =>
        round((100 * (sample[at] ?? 0)) / sample.reduce((sum, part) => sum + part, 0), 1);
      return ["sand", "silt", "clay"].map((part, at) => [
        `${name} ${part}`,
        samples.map((sample) => share(sample, at)),
      ]);
    }),
  );
  const side = (title: string): Sketch["layout"] => ({
    title: { text: title },
    min: 0,
    ticksuffix: " %",
    tickvals: [20, 40, 60, 80],
  });
  return {
    filename: "vineyard-soils",
    created: "2021-03-27T11:20",
    views: 3920,
    quality: 7,
    columns,
    data: plots.map(([name, color]) => ({
      type: "scatterternary",
      mode: "markers",
      name,
      ...from({ a: `${name} clay`, b: `${name} sand`, c: `${name} silt` }),
      marker: { color, size: 9, opacity: 0.75, line: { width: 0 } },
      hovertemplate: "clay %{a:.0f} %, sand %{b:.0f} %, silt %{c:.0f} %",
    })),
    layout: page("Three soils under one vineyard", "Texture of 135 samples from 40 cm depth", {
      ternary: { sum: 100, aaxis: side("Clay"), baxis: side("Sand"), caxis: side("Silt") },
      legend: legendRight(0.95),
      margin: frame(64, 120, 72),
    }),
  };
}

export function harvest(): Sketch {
  const years = ["2019", "2020", "2021", "2022", "2023"];
  const terraces: [string, string, number[]][] = [
    ["Upper terrace", ink.sea, [4.1, 4.6, 2.2, 4.9, 4.4]],
    ["Middle terrace", ink.amber, [6.3, 6.8, 3.9, 7.1, 6.2]],
    ["River terrace", ink.moss, [8.2, 7.4, 6.8, 6.1, 5.3]],
  ];
  return {
    filename: "harvest-by-terrace",
    created: "2023-10-17T18:52",
    views: 545,
    quality: 6,
    // Anyone may see the plot and how much it rained, and nobody else what was picked: this is what data looks like
    // that is not to be read.
    columns: { summer: years, rain: [212, 198, 171, 134, 96] },
    privateColumns: { year: years, ...Object.fromEntries(terraces.map(([name, , tons]) => [name, tons])) },
    data: [
      ...terraces.map(([name, color]) => ({
        type: "bar",
        name,
        ...from({ x: "year", y: name }),
        marker: { color },
        hovertemplate: "%{y:.1f} t",
      })),
      {
        type: "scatter",
        mode: "lines+markers",
        name: "Rain in summer",
        ...from({ x: "summer", y: "rain" }),
        yaxis: "y2",
        line: { color: ink.slate, width: 2, dash: "dot" },
        marker: { size: 8 },
        hovertemplate: "%{y} mm",
      },
    ],
    layout: page("The river terrace runs dry", "Grapes picked, tonnes by terrace", {
      barmode: "group",
      bargap: 0.28,
      barcornerradius: 3,
      hovermode: "x unified",
      legend: legendAbove,
      xaxis: { type: "category" },
      yaxis: axis("Tonnes", { range: [0, 9], dtick: 3 }),
      yaxis2: axis("Rain, June to August, mm", {
        overlaying: "y",
        side: "right",
        range: [0, 240],
        tickmode: "linear",
        dtick: 80,
        showgrid: false,
      }),
      showlegend: true,
      margin: frame(72, 96, 64),
    }),
  };
}
