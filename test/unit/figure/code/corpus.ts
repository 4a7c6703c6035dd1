import { readdirSync, readFileSync } from "node:fs";
import { obstacleOf } from "../../../../src/figure/checks/check.ts";
import type { Figure } from "../../../../src/figure/model/figure.ts";
import { scanFigure } from "../../../../src/figure/text/scan/scan.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";
import { drawnFigureInSteps } from "../../../../src/figure/text/structure/figureText.ts";
import { sampleLibrary } from "../../../../src/library/sampleLibrary.ts";
import { everyTraceType } from "../engine/everyTraceType.ts";

export interface NamedFigure {
  readonly name: string;
  readonly figure: Figure;
}

const fixtures = new URL("../../../fixtures/", import.meta.url);

let all: readonly NamedFigure[] | undefined;

/** Figures of many programs, of the sample library, and of every type of trace. */
export function corpus(): readonly NamedFigure[] {
  return (all ??= [
    ...["cases", "writers", "workspace"].flatMap(inFolder),
    ...sampleLibrary().map(({ filename, figure }) => ({ name: filename, figure: figure as unknown as Figure })),
    ...Object.entries(everyTraceType).map(([type, trace]) => ({ name: type, figure: { data: [{ type, ...trace }] } })),
    { name: "traps", figure: traps },
  ]);
}

/** What is a word of a language, no name, empty, null, alone in its list, or has quotes. */
export const traps: Figure = {
  data: [
    {
      type: "scatter",
      name: `It's "5 µm" \\ over\nand out`,
      x: [1],
      y: [null, -0.5, 1e21, 1e-7, 2],
      text: ["a", null, "c"],
      customdata: [[1, "a"], [true, null], []],
      ids: ["only"],
      meta: { "a-b": [], lambda: {}, next: null, "": 1, "`tick`": "toString", __proto: 0 },
      marker: { color: [1, 2, 3], colorscale: "Blues", size: [4, 5, 6] },
      line: { dash: "5px,10px", shape: "hv" },
      xaxis: "x2",
    },
    { type: "table", header: { values: ["in", "if"] }, cells: { values: [[1, 2], ["x"]] } },
  ],
  layout: {
    title: { text: '<b>"Two"</b>' },
    xaxis2: { title: { text: "second" } },
    yaxis: { type: "log", range: [0, 3], title: { font: { size: 8 } } },
    annotations: [{ text: "$", x: 1, y: 2, font: { color: "red" } }],
    updatemenus: [
      { buttons: [{ label: "L", method: "restyle", args: [{ "marker.color": "red", visible: [true] }, [0]] }] },
    ],
  },
  frames: [{ name: "0", data: [{ y: [1, 2, 3, 4, 5] }], layout: { title: { text: "first" } } }],
  config: { displayModeBar: false, toImageButtonOptions: { format: "svg" } },
};

function inFolder(folder: string): NamedFigure[] {
  const names = readdirSync(new URL(`${folder}/`, fixtures)).filter((name) => /\.(?:plotly|json)$/.test(name));
  return names.flatMap((name) => {
    const text = new TextDecoder().decode(readFileSync(new URL(`${folder}/${name}`, fixtures)));
    const outline = scanFigure(text);
    if (obstacleOf(outline) !== undefined) return [];
    return [{ name: `${folder}/${name}`, figure: finished(drawnFigureInSteps(text, outline)) }];
  });
}

/** A figure of the corpus by its name. */
export function figureNamed(name: string): Figure {
  const found = corpus().find((each) => each.name === name);
  if (found === undefined) throw new Error(`The corpus has no ${name}.`);
  return found.figure;
}
