import type { CsvTable, Decimal, Separator } from "../../../figure/data/csv/csvTable.ts";
import { finished } from "../../../figure/text/steps/slices.ts";
import { commonWidth, separators, takeSample } from "../../../figure/data/csv/separators.ts";
import { writtenDate } from "../../../figure/data/csv/dates.ts";
import type { CsvFile } from "./csvFile.ts";
import { type StepAnswer, pickOne, type StepPlace } from "../draft/steps.ts";

export const separatorNames: Readonly<Record<Separator, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "vertical bar",
};

export const decimalNames: Readonly<Record<Decimal, string>> = { ".": "point", ",": "comma" };

/** Asks for the separator, and shows with each what it makes of a line. */
export async function askSeparator(
  file: CsvFile,
  place: StepPlace,
  offered: readonly Separator[] = separators,
): Promise<StepAnswer<Separator>> {
  const chosen = await pickOne({
    ...place,
    placeholder: "What separates the columns?",
    items: offered.map((separator) => {
      const { records } = finished(takeSample(file.text.slice(0, 10_000), 0, separator));
      // A title above the table is in one cell, however it is cut.
      const width = commonWidth(records);
      const cells = records.find((record) => record.length === width && record[width - 1] !== "") ?? records[0] ?? [];
      const name = separatorNames[separator];
      return {
        label: `${name[0]?.toUpperCase()}${name.slice(1)}`,
        description: cells.length === 1 ? "one column" : `${cells.length} columns: ${cells.slice(0, 6).join(" │ ")}`,
        separator,
      };
    }),
  });
  return chosen === undefined || typeof chosen === "symbol" ? chosen : chosen.separator;
}

/** Asks how decimals are written; "auto" lets each column tell. */
export async function askDecimal(place: StepPlace): Promise<StepAnswer<Decimal | "auto">> {
  const chosen = await pickOne({
    ...place,
    placeholder: "How are decimals written?",
    items: [
      { label: "As each column tells", description: "found from the numbers", decimal: "auto" as const },
      { label: "Point", description: "1.5 and 1,234.5", decimal: "." as const },
      { label: "Comma", description: "1,5 and 1.234,5", decimal: "," as const },
    ],
  });
  return chosen === undefined || typeof chosen === "symbol" ? chosen : chosen.decimal;
}

/** Asks what comes first in dates such as 01/02/2024. "text" leaves them as they are written. */
export async function askDates(
  dates: CsvTable["doubts"]["dates"],
  place: StepPlace,
): Promise<StepAnswer<"day" | "month" | "text">> {
  const [{ name, cell } = { name: "", cell: "" }] = dates;
  const date = writtenDate(cell);
  const more = dates.length === 1 ? "" : ` and ${dates.length - 1} more`;
  const chosen = await pickOne({
    ...place,
    placeholder: `Which day is ${cell} in “${name}”${more}?`,
    items: [
      { label: spoken(date?.iso(true)), description: "the day comes first", order: "day" as const },
      { label: spoken(date?.iso(false)), description: "the month comes first", order: "month" as const },
      { label: "Neither", description: "leave the column as text", order: "text" as const },
    ],
  });
  return chosen === undefined || typeof chosen === "symbol" ? chosen : chosen.order;
}

/** "1 February 2024" */
function spoken(iso = ""): string {
  const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`).toLocaleDateString("en-GB", options);
}
