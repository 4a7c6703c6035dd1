import { checkFigure } from "../../src/figure/checks/check.ts";
import { rescanFigure, scanFigure } from "../../src/figure/text/scan/scan.ts";
import { readStructure } from "../../src/figure/text/structure/structure.ts";
import { type Measurement, measured, time } from "./measurement.ts";
import { scanFigureText } from "./scanFigures.ts";

/** An edit's new problems are to be there so many milliseconds behind the debounce. */
const LIMIT = 150;

/** New problems behind one more number in the middle of an array. */
export async function edit20mb(): Promise<Measurement> {
  // One number a line, as Python's json.dumps writes with an indent; one string, as a file's text is.
  let text = Buffer.from(scanFigureText("mixed", 20_000_000).replaceAll(",", ",\n")).toString();
  let outline = scanFigure(text);
  const taken: number[] = [];
  for (let round = 0; round <= 9; round++) {
    const { value } = outline.arrays[round]!;
    const rangeOffset = text.indexOf(",", (value.start + value.end) >> 1);
    const milliseconds = await time(() => {
      text = `${text.slice(0, rangeOffset)},1${text.slice(rangeOffset)}`;
      outline = rescanFigure(outline, text, [[{ rangeOffset, rangeLength: 0, text: ",1" }]]);
      checkFigure({ text, outline, structure: readStructure(text, outline) }, { bound: false });
    });
    if (round > 0) taken.push(milliseconds);
  }
  return measured(
    "edit-20mb",
    "From an edit within an array of a 20 MB figure, one number a line, to its new problems, against the limit.",
    taken,
    [LIMIT],
  );
}
