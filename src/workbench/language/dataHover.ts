import { type CancellationToken, Hover } from "vscode";
import { arrayPieces } from "../../figure/data/arrays/arrayValues.ts";
import type { ColumnSummary } from "../../figure/data/columns/columnSummary.ts";
import { formatPath } from "../../figure/model/path.ts";
import type { DataArray } from "../../figure/text/outline/outline.ts";
import { toRange } from "../editing/ranges.ts";
import { formatCount } from "../../figure/model/counts.ts";
import type { FigureVersion } from "../figures/figureReader.ts";
import { code, markdown, summaryParagraphs } from "./markdown.ts";
import { summarizeSlowly } from "./slowSummary.ts";

/** Makes the hover over an array of data: what it holds, its range, and a picture. */
export async function dataHover(
  figure: FigureVersion,
  offset: number,
  token: CancellationToken,
): Promise<Hover | undefined> {
  const array = arrayAt(figure, offset);
  if (array === undefined) return undefined;
  const read = await summarizeSlowly(arrayPieces(figure.text, array), token);
  if (read === undefined) return undefined;
  const { summary, isAll } = read;
  const onKey = offset <= array.key.end;
  const shape = array.shape !== undefined && array.shape.length > 1 ? `, ${array.shape.join(" × ")}` : "";
  const packed = array.encoding === "base64" ? ", packed in base64" : "";
  const title = `**${code(formatPath(array.path))}**${shape}${packed}`;
  if (summary.count === 0 && !isAll)
    return new Hover(markdown([title, "Its values cannot be read."]), toRange(figure.document, array.key));
  const note = isAll ? undefined : partNote(summary, array);
  // VS Code would highlight the whole of a long array; one line of it is enough.
  const range = onKey ? toRange(figure.document, array.key) : undefined;
  return new Hover(markdown([title, ...summaryParagraphs(summary, note)]), range);
}

function partNote({ count }: ColumnSummary, { length, shape }: DataArray): string {
  const all = shape?.reduce((product, each) => product * each, 1) ?? length;
  return all === undefined || all <= count ? "as far as they were read" : `the first of ${formatCount(all, "value")}`;
}

function arrayAt({ outline: { arrays } }: FigureVersion, offset: number): DataArray | undefined {
  let low = 0;
  let high = arrays.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (arrays[middle]!.value.end < offset) low = middle + 1;
    else high = middle;
  }
  const found = arrays[low];
  return found !== undefined && found.key.start <= offset ? found : undefined;
}
