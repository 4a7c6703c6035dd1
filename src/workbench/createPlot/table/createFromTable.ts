import { type Uri, window } from "vscode";
import { chartWithData } from "../../../figure/data/charts/chartWithData.ts";
import type { ChartKind } from "../../../figure/data/charts/chartKinds.ts";
import type { Connection } from "../../servers/connection.ts";
import { type CsvFile, openCsv } from "./csvFile.ts";
import { reviewCsv } from "./csvReview.ts";
import { writeFigureFile } from "../draft/figureFile.ts";
import type { PlotDraft } from "../draft/plotDraft.ts";
import { type StepAnswer, back } from "../draft/steps.ts";
import { type Table, type TableColumn, tableOfCsv } from "./table.ts";
import { draftOfChart, type TableChart } from "./tableDraft.ts";
import { chooseColumns, chooseData, chooseGrid, chooseKind, chooseTarget } from "./tableSteps.ts";

/** The steps are data, table, chart, columns, file or plot. A plot has three more: name, readers, a last look. */
const stepsOfTable = 5;
const totalSteps = stepsOfTable + 3;

export interface TableParts {
  /** Connects to the server that plots go to; undefined where there is none, which the person is told. */
  readonly connect: () => Promise<Connection | undefined>;
  readonly publish: (draft: PlotDraft, connection: Connection, firstStep: number) => Promise<StepAnswer<unknown>>;
}

/** What a step came to. "skip" means that it had nothing to ask. */
type Step = () => Promise<StepAnswer<true | "skip">>;

/** Makes a chart from a CSV file or a grid: a figure file with the data in it, or a plot on a server. */
export async function createFromTable(parts: TableParts, csv?: Uri): Promise<StepAnswer<true>> {
  const place = (step: number) => ({ title: "Create Plot", totalSteps, step });
  let uri = csv;
  let file: CsvFile | undefined;
  let table: Table | undefined;
  let kind: ChartKind | undefined;
  let chosen: readonly (readonly TableColumn[])[] = [];

  const data: Step = async () => {
    if (csv !== undefined) return "skip";
    const answer = await chooseData(place(1));
    if (answer === undefined || answer === back) return answer;
    uri = answer === "grid" ? undefined : answer;
    return true;
  };
  const understood: Step = async () => {
    if (uri !== undefined) {
      if (file?.uri !== uri) file = await openCsv(uri);
      const read = file && (await reviewCsv(file, place(csv === undefined ? 2 : 1)));
      if (read === undefined || read === back) return read;
      table = tableOfCsv(uri, read);
      return true;
    }
    const connection = await parts.connect();
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
  const target: Step = async () => {
    if (kind === undefined || table === undefined) return undefined;
    const answer = await chooseTarget(table, place(stepsOfTable));
    if (answer === undefined || answer === back) return answer;
    const made: TableChart = { table, kind, chosen };
    return answer === "file" ? writeFile(made) : publishPlot(made, parts);
  };

  const steps = [data, understood, chart, columns, target];
  let direction = 1;
  for (let at = 0; at < steps.length; at += direction) {
    const answer = (await steps[at]?.()) ?? undefined;
    if (answer === undefined) return undefined;
    if (answer !== "skip") direction = answer === back ? -1 : 1;
    if (at + direction < 0) return back;
  }
  return true;
}

async function publishPlot(chart: TableChart, parts: TableParts): Promise<StepAnswer<true>> {
  // The plot of a grid goes to the server that has the grid.
  const connection = chart.table.grid?.connection ?? (await parts.connect());
  if (connection === undefined) return undefined;
  const published = await parts.publish(draftOfChart(chart), connection, stepsOfTable + 1);
  return published === undefined || published === back ? published : true;
}

async function writeFile({ table, kind, chosen }: TableChart): Promise<StepAnswer<true>> {
  const columns = await withData(table, chosen);
  if (columns === undefined) return undefined;
  await writeFigureFile(chartWithData(kind, table.name, columns), table.name, table.uri);
  return true;
}

/** Reads the columns with their data. Those of a grid come from its server. */
async function withData({ grid }: Table, chosen: readonly (readonly TableColumn[])[]) {
  if (grid === undefined) return chosen.map((list) => list.map(({ name, data = [] }) => ({ name, data })));
  const content = await grid.connection.client.grids.content(grid.fid);
  if (!content.ok) {
    void window.showErrorMessage(content.error.sentence);
    return undefined;
  }
  const byUid = new Map(Object.values(content.value.cols).map(({ uid, data }) => [uid, data]));
  return chosen.map((list) => list.map(({ name, uid }) => ({ name, data: byUid.get(uid ?? "") ?? [] })));
}
