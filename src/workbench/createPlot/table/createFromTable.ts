import { type Uri, window } from "vscode";
import { chartWithData } from "../../../figure/data/charts/chartWithData.ts";
import type { Figure } from "../../../figure/model/figure.ts";
import type { Connection } from "../../servers/connection.ts";
import { writeFigureFile } from "../draft/figureFile.ts";
import type { PlotDraft } from "../draft/plotDraft.ts";
import { type StepAnswer, back } from "../draft/steps.ts";
import type { Table, TableColumn } from "./table.ts";
import { draftOfChart, type TableChart } from "./tableDraft.ts";
import { askForChart, stepsOfTable } from "./chartQuestions.ts";
import { chooseTarget } from "./tableSteps.ts";

/** A plot has three steps more: name, readers, a last look. */
const totalSteps = stepsOfTable + 3;

export interface TableParts {
  /** Connects to the server that plots go to; undefined where there is none, which the person is told. */
  readonly connect: () => Promise<Connection | undefined>;
  readonly publish: (draft: PlotDraft, connection: Connection, firstStep: number) => Promise<StepAnswer<unknown>>;
}

/** Makes a chart from a CSV file or a grid: a figure file with the data in it, or a plot on a server. */
export function createFromTable(parts: TableParts, csv?: Uri): Promise<StepAnswer<true>> {
  return askForChart({
    title: "Create Plot",
    totalSteps,
    csv,
    connect: parts.connect,
    async finish(made, place) {
      const answer = await chooseTarget(made.table, place);
      if (answer === undefined || answer === back) return answer;
      return answer === "file" ? writeFile(made) : publishPlot(made, parts);
    },
  });
}

async function publishPlot(chart: TableChart, parts: TableParts): Promise<StepAnswer<true>> {
  // The plot of a grid goes to the server that has the grid.
  const connection = chart.table.grid?.connection ?? (await parts.connect());
  if (connection === undefined) return undefined;
  const published = await parts.publish(draftOfChart(chart), connection, stepsOfTable + 1);
  return published === undefined || published === back ? published : true;
}

async function writeFile(chart: TableChart): Promise<StepAnswer<true>> {
  const figure = await figureOfChart(chart);
  if (figure === undefined) return undefined;
  await writeFigureFile(figure, chart.table.name, chart.table.uri);
  return true;
}

/** The chart with its data in it; undefined where that cannot be had, which the person is told. */
export async function figureOfChart({ table, kind, chosen }: TableChart): Promise<Figure | undefined> {
  const columns = await withData(table, chosen);
  return columns && chartWithData(kind, table.name, columns);
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
