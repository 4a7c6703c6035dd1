import { ink } from "../../making/colors.ts";
import { column, from } from "../../making/columns.ts";
import { frame, legendRight, page } from "../../making/layout.ts";
import { bell, spread, times } from "../../making/numbers.ts";
import { Random } from "../../making/random.ts";
import type { Sketch } from "../../making/sketch.ts";
import { dusk } from "./lattice.ts";

export function antenna(): Sketch {
  const sweep = (resistance: number, q: number, loop: number): number[][] =>
    spread(121, 0.9, 1.1).map((f) => {
      const detune = q * (f - 1 / f);
      const wobble = loop / (1 + (detune - 1.6) ** 2);
      return [resistance / (1 + detune ** 2) + wobble, (-resistance * detune) / (1 + detune ** 2) + 0.35 - wobble];
    });
  const runs: [string, string, number[][]][] = [
    ["Bare patch", ink.slate, sweep(2.3, 11, 0)],
    ["With slot", ink.amber, sweep(1.5, 7, 0.35)],
    ["Matched", ink.sea, sweep(1.05, 4, 0.18)],
  ];
  return {
    filename: "patch-antenna-smith",
    created: "2022-12-02T11:11",
    views: 1520,
    quality: 7,
    columns: Object.fromEntries(
      runs.flatMap(([name, , points]) => ["R", "X"].map((part, at) => [`${name} ${part}`, column(points, at, 3)])),
    ),
    data: runs.map(([name, color]) => ({
      type: "scattersmith",
      mode: "lines+markers",
      name,
      ...from({ real: `${name} R`, imag: `${name} X` }),
      line: { color, width: 2.5 },
      marker: { size: 4 },
    })),
    layout: page("A slot brings the patch to match", "Normalised input impedance, 2.2-2.7 GHz", {
      legend: legendRight(0.95),
      margin: frame(48, 104, 40),
    }),
  };
}

export function alloys(): Sketch {
  const random = new Random(521);
  const samples = times(140, () => {
    const [copper, heat] = [random.between(0.5, 6), random.between(120, 240)];
    const strength = 210 + 38 * copper + 120 * bell(heat, 178, 26) + random.normal(0, 16);
    return [
      copper,
      random.between(0.2, 2.4),
      heat,
      strength,
      28 - strength / 24 + random.normal(0, 1.3),
      58 - 3.2 * copper + random.normal(0, 1.4),
    ];
  });
  const labels = ["Copper (%)", "Magnesium (%)", "Ageing (°C)", "Strength (MPa)", "Elongation (%)", "Conductivity (%)"];
  return {
    filename: "aluminium-alloys",
    created: "2024-04-23T10:42",
    views: 790,
    quality: 6,
    columns: { strength: column(samples, 3, 0) },
    data: [
      {
        type: "parcoords",
        dimensions: labels.map((label, at) => ({
          label,
          values: column(samples, at, at < 2 ? 2 : 0),
          ...(at === 3 ? { constraintrange: [430, 520] } : {}),
        })),
        line: { colorsrc: "@strength", colorscale: dusk, showscale: false },
      },
    ],
    layout: page("The recipe for a strong sheet", "140 trial melts; drag along an axis to choose", {
      margin: { l: 72, r: 84, t: 160, b: 40 },
    }),
  };
}
