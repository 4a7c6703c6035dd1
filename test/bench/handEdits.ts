import { editText } from "../../src/figure/edits/editText.ts";
import type { FigureEdit } from "../../src/figure/edits/edit.ts";
import { applyEdits } from "../../src/figure/model/fix.ts";
import { finished } from "../../src/figure/text/steps/slices.ts";
import { readFigureText } from "../../src/figure/text/structure/figureText.ts";
import { type Measurement, measured, time } from "./measurement.ts";
import { scanFigureText } from "./scanFigures.ts";

/** An act of a hand is to be in the text so many milliseconds after it. */
const LIMIT = 100;

const kinds = [
  { of: "mixed", lines: "" },
  { of: "mixed", lines: "\r\n" },
  { of: "2d", lines: "\n" },
] as const;

/** What a hand does, from small to large: a value, what needs containers, a trace moved, copied, removed, a number of data. */
const acts: readonly (readonly FigureEdit[])[] = [
  [{ act: "set", path: ["layout", "width"], value: 700 }],
  [{ act: "set", path: ["data", 0, "marker", "line", "color"], value: "red" }],
  [
    { act: "insert", path: ["layout", "annotations", 0], value: { text: "Here", x: 1, y: 2 } },
    { act: "set", path: ["layout", "annotations", 0, "font", "size"], value: 12 },
  ],
  [{ act: "move", path: ["data", 0], to: 2 }],
  [{ act: "copy", path: ["data", 0], to: 1 }],
  [{ act: "remove", path: ["data", 1] }],
  [{ act: "set", path: ["data", 0, "y", 20_000], value: 1 }],
];

/** The slowest of these acts in three figures of 20 MB whose text is scanned already. */
export async function edits20mb(): Promise<Measurement> {
  const figures = kinds.map(({ of, lines }) => {
    const text = scanFigureText(of, 20_000_000);
    return readFigureText(Buffer.from(lines === "" ? text : text.replaceAll(",", `,${lines}`)).toString());
  });
  const taken: number[] = [];
  for (let round = 0; round <= 9; round++) {
    let slowest = 0;
    for (const file of figures) {
      for (const edits of acts) {
        const milliseconds = await time(() => {
          const edited = finished(editText(file, [], edits));
          if (edited.ok && edited.edits.length > 0) applyEdits(file.text, edited.edits);
        });
        slowest = Math.max(slowest, milliseconds);
      }
    }
    if (round > 0) taken.push(slowest);
  }
  return measured(
    "edits-20mb",
    "The slowest edit of a figure by hand (a value, new containers, a trace moved, copied or removed, a number of its data) as small edits of its text, in three figures of 20 MB, against the limit.",
    taken,
    [LIMIT],
  );
}
