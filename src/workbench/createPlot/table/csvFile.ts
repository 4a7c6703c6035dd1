import { type Uri, window, workspace } from "vscode";
import type { CsvOptions, CsvTable } from "../../../figure/data/csv/csvTable.ts";
import { type CsvEncoding, decodeCsvInSteps } from "../../../figure/data/csv/csvText.ts";
import { readCsvInSteps } from "../../../figure/data/csv/readCsv.ts";
import { fileName } from "../../editing/names.ts";
import { longWork } from "../../tasks/longWork.ts";
import { messageOf } from "../../../figure/model/messageOf.ts";

/** A CSV file, and how it is to be read. */
export interface CsvFile {
  readonly uri: Uri;
  readonly text: string;
  readonly encoding: CsvEncoding;
  options: CsvOptions;
  /** The columns of dates that can be read two ways and that the person was asked about. */
  askedDates: CsvTable["doubts"]["dates"];
}

/** Reads a CSV file. Undefined where it cannot be read, which the person is told, or where they gave up. */
export async function openCsv(uri: Uri): Promise<CsvFile | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await workspace.fs.readFile(uri);
  } catch (error) {
    refuse(uri, `The file cannot be read: ${messageOf(error)}`);
    return undefined;
  }
  const read = await longWork(`Reading ${fileName(uri)}`, decodeCsvInSteps(bytes), () => true);
  if (read === undefined) return undefined;
  if (!read.ok) {
    refuse(uri, read.sentence);
    return undefined;
  }
  return { uri, text: read.text, encoding: read.encoding, options: {}, askedDates: [] };
}

/** Reads the table as the options say. Undefined where there is none, which the person is told, or where they gave up. */
export async function readTable({ uri, text, options }: CsvFile): Promise<CsvTable | undefined> {
  const read = await longWork(`Reading ${fileName(uri)}`, readCsvInSteps(text, options), () => true);
  if (read === undefined) return undefined;
  if (!read.ok) {
    refuse(uri, read.sentence);
    return undefined;
  }
  if (read.table.rows > 0) return read.table;
  refuse(uri, "The file has column names but no rows.");
  return undefined;
}

function refuse(uri: Uri, sentence: string): void {
  void window.showErrorMessage(`${fileName(uri)}: ${sentence}`);
}
