import { env, window } from "vscode";
import { readCsvInSteps } from "../../figure/data/csv/readCsv.ts";
import { type Table, columnsOfCsv } from "../createPlot/table/table.ts";
import { longWork } from "../tasks/longWork.ts";

/** The cells on the clipboard, as spreadsheets copy them, as a table. Undefined where there is none, which the person is told. */
export async function copiedCells(): Promise<Table | undefined> {
  const text = await env.clipboard.readText();
  const read =
    text.trim() === "" ? undefined : await longWork("Reading the copied cells", readCsvInSteps(text, {}), () => true);
  if (read?.ok === true && read.table.rows > 0) return { name: "Copied cells", columns: columnsOfCsv(read.table) };
  const reason = read?.ok === false ? ` ${read.sentence}` : "";
  void window.showErrorMessage(`The clipboard holds no table: copy cells with their column names first.${reason}`);
  return undefined;
}
