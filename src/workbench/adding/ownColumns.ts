import type { TextDocument } from "vscode";
import { arrayPieces } from "../../figure/data/arrays/arrayValues.ts";
import { formatCount } from "../../figure/model/counts.ts";
import type { Json } from "../../figure/model/figure.ts";
import { formatPath } from "../../figure/model/path.ts";
import type { DataArray } from "../../figure/text/outline/outline.ts";
import type { Table, TableColumn } from "../createPlot/table/table.ts";
import type { Outlines } from "../figures/outlines.ts";
import { longWork } from "../tasks/longWork.ts";

/** The figure's own lists of data as a table. Undefined where the person gave up. */
export async function ownColumns(document: TextDocument, outlines: Outlines): Promise<Table | undefined> {
  const outline = await outlines.ready(document);
  const { version } = document;
  const lists = outline.arrays.filter(({ nesting, path }) => nesting === 1 && path.includes("data"));
  const columns = await longWork(
    "Reading the figure's columns",
    readLists(outlines.text(document), lists),
    () => document.version === version,
  );
  return columns && { name: "", columns };
}

function* readLists(text: string, lists: readonly DataArray[]): Generator<void, TableColumn[]> {
  const columns: TableColumn[] = [];
  for (const list of lists) {
    const data: Json[] = [];
    const pieces = arrayPieces(text, list);
    for (let piece = pieces.next(); piece.done !== true; piece = pieces.next()) {
      for (let at = 0; at < piece.value.length; at++) data.push(piece.value[at]!);
      yield;
    }
    columns.push({ name: formatPath(list.path), note: formatCount(data.length, "value"), data });
  }
  return columns;
}
