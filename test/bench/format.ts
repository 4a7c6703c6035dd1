import { format } from "jsonc-parser";
import { formatEdits } from "../../src/figure/format/formatText.ts";
import { layoutOf, usualWidth } from "../../src/figure/format/layout.ts";
import { scanFigure } from "../../src/figure/text/scan/scan.ts";
import { finished } from "../../src/figure/text/steps/slices.ts";
import { compare, type Measurement, time } from "./measurement.ts";
import { scanFigureText } from "./scanFigures.ts";

/** The edits that format a figure on one line, by ours and by the formatter of VS Code's JSON support. */
export async function format20mb(): Promise<Measurement> {
  // One string, as a file's text is.
  const text = Buffer.from(scanFigureText("mixed", 20_000_000)).toString();
  return compare(
    "format-20mb",
    "From the text of a 20 MB figure on one line to the edits that format it, a look for faults included, against jsonc-parser's format, with which VS Code formats JSON.",
    5,
    () =>
      time(() => {
        scanFigure(text);
        return finished(formatEdits(text, layoutOf(text, usualWidth)));
      }),
    () => time(() => format(text, undefined, { tabSize: 2, insertSpaces: true })),
  );
}
