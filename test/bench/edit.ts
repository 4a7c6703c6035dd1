import { checkFigure } from "../../src/figure/check.ts";
import { rescanFigure, scanFigure } from "../../src/figure/scan.ts";
import { readStructure } from "../../src/figure/structure.ts";
import { type Measurement, measured, time } from "./measurement.ts";
import { scanFigureText } from "./scanFigures.ts";

/** An edit's new problems are to be there so many milliseconds behind the debounce. */
const LIMIT = 150;

/** New problems behind one more number in the middle of an array. */
export async function edit20mb(): Promise<Measurement> {
  // The text is held in lines, as VS Code holds it, so that making it one string is measured with the rest.
  let lines = scanFigureText("mixed", 20_000_000).replaceAll(",", ",\n").split("\n");
  let outline = scanFigure(lines.join("\n"));
  const taken: number[] = [];
  for (let round = 0; round <= 9; round++) {
    const text = lines.join("\n");
    const { value } = outline.arrays[round]!;
    const rangeOffset = text.indexOf(",", (value.start + value.end) >> 1);
    lines = `${text.slice(0, rangeOffset)},1${text.slice(rangeOffset)}`.split("\n");
    const milliseconds = await time(() => {
      const after = lines.join("\n");
      outline = rescanFigure(outline, after, [[{ rangeOffset, rangeLength: 0, text: ",1" }]]);
      checkFigure({ text: after, outline, structure: readStructure(after, outline) }, { bound: false });
    });
    if (round > 0) taken.push(milliseconds);
  }
  return measured(
    "edit-20mb",
    "From the lines of a 20 MB figure after an edit within an array to its new problems, against the limit.",
    taken,
    [LIMIT],
  );
}
