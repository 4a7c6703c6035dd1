import { type TextDocument, window } from "vscode";
import type { FigureEdit } from "../../figure/edits/edit.ts";
import type { Json } from "../../figure/model/figure.ts";
import { askForChart, stepsOfTable } from "../createPlot/table/chartQuestions.ts";
import { figureOfChart } from "../createPlot/table/createFromTable.ts";
import { fileName } from "../editing/names.ts";
import type { Outlines } from "../figures/outlines.ts";
import { writeEdits, type WritingParts } from "../handEdits/writeEdits.ts";
import type { Connection } from "../servers/connection.ts";
import { copiedCells } from "./copiedCells.ts";
import { ownColumns } from "./ownColumns.ts";

/** Where a trace goes: the edits that make the place, and what the trace has then, such as `{yaxis: "y2"}`. */
export interface TracePlace {
  readonly edits: readonly FigureEdit[];
  readonly axes: Readonly<Record<string, string>>;
}

export interface AddTraceParts extends WritingParts {
  /** Connects to the server whose grids are meant; undefined where there is none, which the person is told. */
  readonly connect: () => Promise<Connection | undefined>;
}

/** Asks which trace goes to a place that is made for it: one of the figure's, or a new one. */
export async function placeTrace(document: TextDocument, parts: AddTraceParts, place: TracePlace): Promise<void> {
  const items = (await tracesOf(document, parts.outlines)).map(({ name, drawnAs }, index) => ({
    label: `$(graph) ${name ?? `trace ${index}`}`,
    description: drawnAs,
    index,
  }));
  const chosen = await window.showQuickPick([{ label: "$(add) A new trace…", index: undefined }, ...items], {
    title: "Which trace goes there?",
    matchOnDescription: true,
  });
  if (chosen === undefined) return;
  const { index } = chosen;
  if (index === undefined) return addTrace(document, parts, place);
  const moved = Object.entries(place.axes).map(([axis, value]): FigureEdit => ({
    act: "set",
    path: ["data", index, axis],
    value,
  }));
  await write(document, [...place.edits, ...moved], parts);
}

/** Asks for data and a chart of it, and puts that chart's traces behind those of the figure. */
export async function addTrace(
  document: TextDocument,
  parts: AddTraceParts,
  place: TracePlace = { edits: [], axes: {} },
): Promise<void> {
  const { outlines, connect } = parts;
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
      const { length } = await tracesOf(document, outlines);
      const edits = figure.data.map((trace, at): FigureEdit => ({
        act: "insert",
        path: ["data", length + at],
        value: { ...trace, ...place.axes } as Json,
      }));
      await write(document, [...place.edits, ...edits], parts);
      return true;
    },
  });
}

async function tracesOf(document: TextDocument, outlines: Outlines) {
  const { traces } = await outlines.ready(document);
  return traces.filter(({ path: [list] }) => list === "data");
}

async function write(document: TextDocument, edits: readonly FigureEdit[], parts: WritingParts): Promise<void> {
  const refusal = await writeEdits(document, edits, parts);
  if (refusal !== undefined) void window.showErrorMessage(refusal);
}
