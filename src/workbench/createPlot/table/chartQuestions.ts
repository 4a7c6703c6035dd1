import type { Uri } from "vscode";
import type { ChartKind } from "../../../figure/data/charts/chartKinds.ts";
import type { Connection } from "../../servers/connection.ts";
import { type StepAnswer, back, type StepPlace } from "../draft/steps.ts";
import { type CsvFile, openCsv } from "./csvFile.ts";
import { reviewCsv } from "./csvReview.ts";
import { type Table, type TableColumn, tableOfCsv } from "./table.ts";
import type { TableChart } from "./tableDraft.ts";
import { chooseColumns, chooseData, chooseGrid, chooseKind, type TableSource } from "./tableSteps.ts";

/** The steps are data, table, chart, columns, and what is made of it. */
export const stepsOfTable = 5;

/** The questions that lead from a table to a chart. */
export interface ChartQuestions {
  readonly title: string;
  readonly totalSteps: number;
  /** The CSV file, where it is known already. */
  readonly csv?: Uri | undefined;
  /** Other tables that the person can choose. */
  readonly sources?: readonly TableSource[];
  /** Connects to the server whose grids are meant; undefined where there is none, which the person is told. */
  readonly connect: () => Promise<Connection | undefined>;
  /** What is done with the chart: the last step. */
  readonly finish: (chart: TableChart, place: StepPlace) => Promise<StepAnswer<true>>;
}

/** What a step came to. "skip" means that it had nothing to ask. */
type Step = () => Promise<StepAnswer<true | "skip">>;

/** Asks for a table, for a chart and for its columns, one step after the other and back. */
export async function askForChart({
  title,
  totalSteps,
  csv,
  sources = [],
  connect,
  finish,
}: ChartQuestions): Promise<StepAnswer<true>> {
  const place = (step: number): StepPlace => ({ title, totalSteps, step });
  let source: Uri | "grid" | TableSource | undefined = csv;
  let file: CsvFile | undefined;
  let table: Table | undefined;
  let kind: ChartKind | undefined;
  let chosen: readonly (readonly TableColumn[])[] = [];

  const data: Step = async () => {
    if (csv !== undefined) return "skip";
    const answer = await chooseData(place(1), sources);
    if (answer === undefined || answer === back) return answer;
    source = answer;
    return true;
  };
  const understood: Step = async () => {
    if (source === undefined) return undefined;
    if (source !== "grid" && "read" in source) {
      table = await source.read();
      return table === undefined ? undefined : true;
    }
    if (source !== "grid") {
      if (file?.uri !== source) file = await openCsv(source);
      const read = file && (await reviewCsv(file, place(csv === undefined ? 2 : 1)));
      if (read === undefined || read === back) return read;
      table = tableOfCsv(source, read);
      return true;
    }
    const connection = await connect();
    const grid = connection && (await chooseGrid(connection, place(2)));
    if (grid === undefined || grid === back) return grid;
    table = grid;
    return true;
  };
  const chart: Step = async () => {
    const answer = await chooseKind(place(3));
    if (answer === undefined || answer === back) return answer;
    kind = answer;
    return true;
  };
  const columns: Step = async () => {
    const answer = kind && table && (await chooseColumns(kind, table, place(4)));
    if (answer === undefined || answer === back) return answer;
    chosen = answer;
    return true;
  };
  const end: Step = async () => {
    if (kind === undefined || table === undefined) return undefined;
    return await finish({ table, kind, chosen }, place(stepsOfTable));
  };

  const steps = [data, understood, chart, columns, end];
  let direction = 1;
  for (let at = 0; at < steps.length; at += direction) {
    const answer = (await steps[at]?.()) ?? undefined;
    if (answer === undefined) return undefined;
    if (answer !== "skip") direction = answer === back ? -1 : 1;
    if (at + direction < 0) return back;
  }
  return true;
}
