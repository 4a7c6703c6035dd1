import { KeptColumns } from "../../src/figure/data/split/keptColumns.ts";
import { splitFigure, splitInSlices } from "../../src/figure/data/split/splitFigure.ts";
import { rescanFigure, scanFigure, scanFigureBytes } from "../../src/figure/text/scan/scan.ts";
import { finished } from "../../src/figure/text/steps/slices.ts";
import { PageColumns } from "../../src/workbench/pageColumns/pageColumns.ts";
import { compare, type Measurement, measured, time } from "./measurement.ts";
import { numbersText } from "./numbersText.ts";

const POINTS = 1_000_000;

/** A figure's large arrays, as they leave its bytes, against reading the figure as everybody does. */
export function columns20mb(): Promise<Measurement> {
  const bytes = lineFigure();
  const outline = scanFigureBytes(bytes);
  return compare(
    "columns-20mb",
    "From the bytes of a line of 1,000,000 floats of 17 digits and their outline to columns with their keys, against decoding and JSON.parse of the same bytes.",
    15,
    () => time(() => splitFigure(bytes, outline)),
    () => time((): unknown => JSON.parse(new TextDecoder().decode(bytes))),
  );
}

/** An edit of the layout, which leaves all arrays as they are. */
export function editColumns20mb(): Promise<Measurement> {
  let text = new TextDecoder().decode(lineFigure());
  let outline = scanFigure(text);
  const kept = new KeptColumns();
  finished(splitInSlices(text, outline, undefined, kept));
  const measure = (round: number, known: KeptColumns | undefined): Promise<number> => {
    const { end } = outline.members.get("data")!.value;
    const change = { rangeOffset: end, rangeLength: text.length - end, text: `, "layout": {"width": ${round}}}` };
    // In one piece, as VS Code joins it of its lines.
    text = Buffer.from(`${text.slice(0, end)}${change.text}`).toString();
    return time(() => {
      outline = rescanFigure(outline, text, [[change]]);
      finished(splitInSlices(text, outline, undefined, known));
    });
  };
  return compare(
    "edit-columns-20mb",
    "From an edit of the layout of a figure with a line of 1,000,000 floats of 17 digits to what goes to its page, against the same where its arrays are read anew.",
    15,
    (round) => measure(round, kept),
    (round) => measure(round, undefined),
    0.1,
  );
}

/** What goes to the page of such a line, against a twentieth of its text. */
export async function wire1m(): Promise<Measurement> {
  const bytes = lineFigure();
  const parts = splitFigure(bytes, scanFigureBytes(bytes));
  if (parts === undefined) throw new Error("Nothing leaves the text.");
  const figure = { figure: parts.skeleton, columns: parts.columns };
  const page = new PageColumns();
  await page.read(figure, () => true);
  const { columns, lines } = page.next(figure);
  const sent = [...columns, ...lines.map(({ points }) => points)].flatMap((part) => Object.values(part ?? {}));
  const size = sent.reduce<number>((sum, each) => sum + (each instanceof ArrayBuffer ? each.byteLength : 0), 0);
  const whole = bytes.length / 20;
  return {
    ...measured(
      "wire-1m",
      "Bytes of a line of 1,000,000 floats that go to the page before it is drawn, against a twentieth of its text.",
      [(size + parts.skeleton.length) / 1e6],
      [whole / 1e6],
      1,
    ),
    unit: "MB",
  };
}

const lineFigure = (): Uint8Array =>
  new TextEncoder().encode(`{"data": [{"type": "scatter", "mode": "lines", "y": ${numbersText("repr", POINTS)}}]}`);
