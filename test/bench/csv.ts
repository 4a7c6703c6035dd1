import { parse } from "csv-parse/sync";
import { decodeCsvInSteps } from "../../src/figure/data/csv/csvText.ts";
import { readCsvInSteps } from "../../src/figure/data/csv/readCsv.ts";
import { finished } from "../../src/figure/text/steps/slices.ts";
import { compare, type Measurement, time } from "./measurement.ts";

const rows = 1_000_000;

/** A file of a million rows as columns, against csv-parse alone, which leaves all cells texts. */
export function csv1mRows(): Promise<Measurement> {
  const bytes = Buffer.from(fileText());
  const text = bytes.toString();
  return compare(
    "csv-1m-rows",
    `${rows} rows of a day, a number, a whole number and a word, ${Math.round(bytes.length / 1e6)} MB, from bytes to typed columns, separator and kinds found, against csv-parse of the text to rows of texts.`,
    5,
    () =>
      time(() => {
        const decoded = finished(decodeCsvInSteps(bytes));
        const read = decoded.ok ? finished(readCsvInSteps(decoded.text)) : undefined;
        if (read?.ok !== true || read.table.rows !== rows) throw new Error("The table is not whole.");
      }),
    () =>
      time(() => {
        if (parse(text, { bom: true, relax_column_count: true }).length !== rows + 1)
          throw new Error("Rows are missing.");
      }),
  );
}

function fileText(): string {
  const lines = ["day,high,visitors,town"];
  for (let row = 0; row < rows; row++) {
    const day = new Date(row * 86_400_000 * 0.05).toISOString().slice(0, 10);
    lines.push(`${day},${(Math.sin(row / 50) * 20).toFixed(3)},${(row * 7919) % 100_003},town ${row % 500}`);
  }
  return lines.join("\n");
}
