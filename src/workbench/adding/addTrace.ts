import { type TextDocument, window } from "vscode";
import type { FigureEdit } from "../../figure/edits/edit.ts";
import type { Json } from "../../figure/model/figure.ts";
import { askForChart, stepsOfTable } from "../createPlot/table/chartQuestions.ts";
import { figureOfChart } from "../createPlot/table/createFromTable.ts";
import { fileName } from "../editing/names.ts";
import type { Outlines } from "../figures/outlines.ts";
import { writeEdits } from "../handEdits/writeEdits.ts";
import type { Connection } from "../servers/connection.ts";
import { copiedCells } from "./copiedCells.ts";
import { ownColumns } from "./ownColumns.ts";

/** Asks for data and a chart of it, and puts that chart's traces behind those of the figure. */
export async function addTrace(
  document: TextDocument,
  outlines: Outlines,
  connect: () => Promise<Connection | undefined>,
): Promise<void> {
  await askForChart({
    title: `Add a Trace to ${fileName(document.uri)}`,
    totalSteps: stepsOfTable - 1,
    connect,
    sources: [
      {
        label: "$(graph) This figure's columns",
        description: "data that is in it already",
        read: () => ownColumns(document, outlines),
      },
      {
        label: "$(clippy) Copied cells",
        description: "of a spreadsheet, with their column names",
        read: copiedCells,
      },
    ],
    async finish(chart) {
      const figure = await figureOfChart(chart);
      if (figure === undefined) return undefined;
      const count = (await outlines.ready(document)).traces.length;
      const edits = figure.data.map((trace, at): FigureEdit => ({
        act: "insert",
        path: ["data", count + at],
        value: trace as Json,
      }));
      const refusal = await writeEdits(document, edits, outlines);
      if (refusal !== undefined) void window.showErrorMessage(refusal);
      return true;
    },
  });
}
