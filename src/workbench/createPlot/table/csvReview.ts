import { type QuickPickItem, QuickPickItemKind } from "vscode";
import type { CsvColumn, CsvTable } from "../../../figure/data/csv/csvTable.ts";
import { cutSentence } from "../../../figure/data/csv/readCsv.ts";
import type { Json } from "../../../figure/model/figure.ts";
import { formatCount } from "../../../figure/model/counts.ts";
import { type CsvFile, readTable } from "./csvFile.ts";
import { askDates, askDecimal, askSeparator, decimalNames, separatorNames } from "./csvQuestions.ts";
import { type StepAnswer, back, pickOne, type StepPlace } from "../draft/steps.ts";

type Action = "use" | "separator" | "decimal" | "header" | "dates";

interface ReviewItem extends QuickPickItem {
  readonly action?: Action;
}

/** A review lists this many columns and counts the rest. */
const listedColumns = 100;
/** A review shows this many values of a column. */
const shownValues = 5;

/**
 * Shows how the table was read, and reads it in another way where the person says so. Asks first about dates that can be
 * read two ways. The answers stay with the file.
 */
export async function reviewCsv(file: CsvFile, place: StepPlace): Promise<StepAnswer<CsvTable>> {
  for (;;) {
    const table = await readTable(file);
    if (table === undefined) return undefined;
    const { options } = file;
    const { doubts, reading } = table;
    if (doubts.separators.length > 1) {
      const separator = await askSeparator(file, place, doubts.separators);
      if (separator === undefined || separator === back) return separator;
      file.options = { ...options, separator };
      continue;
    }
    if (doubts.dates.length > 0 && file.askedDates.length === 0) {
      const order = await askDates(doubts.dates, place);
      if (order === undefined || order === back) return order;
      file.askedDates = doubts.dates;
      setDates(file, order);
      continue;
    }
    const chosen = await pickOne<ReviewItem>({
      ...place,
      placeholder: "This is how the table is read",
      items: reviewItems(file, table),
      accepts: ({ action }) => action !== undefined,
    });
    if (chosen === undefined || chosen === back) return chosen;
    if (chosen.action === "use") return table;
    if (chosen.action === "header") file.options = { ...options, header: !reading.header };
    else if ((await change(file, chosen.action, place)) === undefined) return undefined;
  }
}

/** Asks about one thing. Undefined where the person gave up; going back leads to the table again. */
async function change(file: CsvFile, action: Action | undefined, place: StepPlace): Promise<StepAnswer<true>> {
  const below = { ...place, step: Math.max(2, place.step) };
  if (action === "separator") {
    const separator = await askSeparator(file, below);
    if (separator === undefined || separator === back) return separator;
    file.options = { ...file.options, separator };
  } else if (action === "decimal") {
    const decimal = await askDecimal(below);
    if (decimal === undefined || decimal === back) return decimal;
    file.options = { ...file.options, decimal: decimal === "auto" ? undefined : decimal };
  } else {
    const order = await askDates(file.askedDates, below);
    if (order === undefined || order === back) return order;
    setDates(file, order);
  }
  return true;
}

function setDates(file: CsvFile, order: "day" | "month" | "text"): void {
  file.options = { ...file.options, dayFirst: order === "text" ? undefined : order === "day" };
}

function reviewItems(file: CsvFile, table: CsvTable): ReviewItem[] {
  const { columns, reading, rows } = table;
  const items: ReviewItem[] = [
    {
      label: "$(check) Use This Table",
      description: `${formatCount(rows, "row")}, ${formatCount(columns.length, "column")}`,
      action: "use",
    },
    ...notes(file, table).map((label) => ({ label: `$(info) ${label}` })),
    { label: "how it is read: choose what to change", kind: QuickPickItemKind.Separator },
    { label: "$(split-horizontal) Separator", description: separatorNames[reading.separator], action: "separator" },
    { label: "$(symbol-number) Decimal", description: decimalOf(file, table), action: "decimal" },
    {
      label: "$(list-selection) First line",
      description: reading.header ? "names the columns" : "is data like the others",
      action: "header",
    },
  ];
  if (file.askedDates.length > 0) {
    const { dayFirst } = file.options;
    const description = dayFirst === undefined ? "left as they are written" : `${dayFirst ? "day" : "month"} first`;
    items.push({ label: "$(calendar) Dates", description, action: "dates" });
  }
  items.push({ label: "columns", kind: QuickPickItemKind.Separator });
  for (const column of columns.slice(0, listedColumns))
    items.push({ label: labelOf(column), description: describe(column) });
  if (columns.length > listedColumns) items.push({ label: `and ${columns.length - listedColumns} more` });
  return items;
}

function notes(file: CsvFile, table: CsvTable): string[] {
  const { ragged, linesAbove, doubts } = table;
  const found: string[] = [];
  if (ragged.count > 0) {
    const lines = ragged.lines.join(", ");
    const more = ragged.count > ragged.lines.length ? ` and ${ragged.count - ragged.lines.length} more` : "";
    found.push(
      `${formatCount(ragged.count, "row")} of another width: line${ragged.count === 1 ? "" : "s"} ${lines}${more}`,
    );
  }
  if (linesAbove > 0) found.push(`${formatCount(linesAbove, "line")} above the table left out`);
  const cut = cutSentence(table);
  if (cut !== undefined) found.push(cut);
  for (const { name, cell } of doubts.numbers.slice(0, 3))
    found.push(`${cell} in “${name}” fits a decimal point and a decimal comma`);
  if (file.encoding !== "utf-8") found.push(`The file is not UTF-8: read as ${file.encoding}`);
  return found;
}

function decimalOf({ options }: CsvFile, { reading, columns }: CsvTable): string {
  if (options.decimal !== undefined) return decimalNames[options.decimal];
  const found = new Set(columns.map(({ decimal }) => decimal).filter((decimal) => decimal !== undefined));
  return found.size > 1 ? "as each column tells" : decimalNames[[...found][0] ?? reading.decimal];
}

const icons: Readonly<Record<CsvColumn["kind"], string>> = {
  number: "symbol-numeric",
  date: "calendar",
  text: "symbol-string",
  empty: "circle-slash",
};

/** Keeps VS Code from drawing codicon syntax in a name as an icon. */
function labelOf({ kind, name }: CsvColumn): string {
  return `$(${icons[kind]}) ${plainLabel(name)}`;
}

export function plainLabel(name: string): string {
  return name.replaceAll("$(", "$\u200b(").replaceAll(/\s+/g, " ");
}

function shown(value: Json): string {
  return (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 40);
}

/** "numbers · 3.5, 4.25, 5 … · 2 gaps" */
function describe({ kind, data, gaps, unit }: CsvColumn): string {
  if (kind === "empty") return "empty";
  const values = data.slice(0, shownValues).map((value) => (value === null ? "—" : shown(value)));
  const what = { number: "numbers", date: "dates", text: "texts" }[kind];
  return [
    unit === undefined ? what : `${what} in ${unit}`,
    plainLabel(`${values.join(", ")}${data.length > shownValues ? " …" : ""}`),
    ...(gaps > 0 ? [formatCount(gaps, "gap")] : []),
  ].join("  ·  ");
}
