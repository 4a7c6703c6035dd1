import { arrayPieces } from "../../src/figure/data/arrays/arrayValues.ts";
import { axisAt, renameAxis } from "../../src/figure/language/axisRename.ts";
import { ColumnSummarizer } from "../../src/figure/data/columns/columnSummary.ts";
import { figureColors } from "../../src/figure/language/figureColors.ts";
import { foldingSpans, selectionSpans } from "../../src/figure/language/figureRanges.ts";
import { figureSymbols } from "../../src/figure/language/figureSymbols.ts";
import type { Outline } from "../../src/figure/text/outline/outline.ts";
import { scanFigure } from "../../src/figure/text/scan/scan.ts";
import { formatEdits } from "../../src/figure/format/formatText.ts";
import { layoutOf, usualWidth } from "../../src/figure/format/layout.ts";
import { srcCompletionAt } from "../../src/figure/language/srcCompletion.ts";
import { readStructureInSteps, type Structure } from "../../src/figure/text/structure/structure.ts";
import { compare, type Measurement } from "./measurement.ts";

/** As many milliseconds may a feature keep the extension host to itself. */
const LIMIT = 50;

/** The longest time that any feature of a figure's text keeps the extension host to itself, in figures of 20 MB. */
export async function language20mb(): Promise<Measurement> {
  const figures = [fewTraces(), manyTraces(), map()].map((figure) => JSON.stringify(figure));
  return await compare(
    "language-20mb",
    "The longest stretch of processor time of any feature of a figure's text (structure, outline, folding, selection, colours, completion of a reference, hover of an array, formatting, rename of an axis) in three figures of about 20 MB (4 traces, 10,000 traces, a map), against the limit.",
    5,
    () => Promise.resolve(Math.max(...figures.map(longestStretch))),
    () => Promise.resolve(LIMIT),
  );
}

function longestStretch(text: string): number {
  const outline = scanFigure(text);
  const reading = readStructureInSteps(text, outline);
  let structure: Structure | undefined;
  let longest = 0;
  const measure = <T>(work: () => T): T => {
    const begin = process.threadCpuUsage();
    const result = work();
    const { user, system } = process.threadCpuUsage(begin);
    longest = Math.max(longest, (user + system) / 1000);
    return result;
  };
  while (structure === undefined) {
    const step = measure(() => reading.next());
    if (step.done === true) structure = step.value;
  }
  features(text, outline, structure, measure);
  return longest;
}

function features(text: string, outline: Outline, structure: Structure, measure: <T>(work: () => T) => T): void {
  const last = text.length - 20;
  measure(() => figureSymbols(structure, outline));
  measure(() => foldingSpans(structure, outline).take(5000).toArray());
  measure(() => selectionSpans(structure, last));
  measure(() => figureColors(text, structure, outline));
  measure(() => srcCompletionAt(text, structure, last));
  const [array] = outline.arrays;
  const pieces = array && arrayPieces(text, array);
  const summarizer = new ColumnSummarizer();
  for (let done = pieces === undefined; !done;) {
    done = measure(() => {
      const piece = pieces?.next();
      if (piece?.done === false) summarizer.add(piece.value);
      return piece?.done !== false;
    });
  }
  const formatting = formatEdits(text, layoutOf(text, usualWidth));
  while (measure(() => formatting.next()).done !== true);
  measure(() => {
    const axis = axisAt(structure, text.lastIndexOf('"xaxis2"') + 2);
    return axis && renameAxis(structure, axis, "xaxis9");
  });
}

const values = (length: number): number[] => Array.from({ length }, (_, index) => Math.sin(index / 500) * 100);

const layout = { xaxis2: { title: { text: "Hour" } }, paper_bgcolor: "white" };

function fewTraces(): unknown {
  const trace = { type: "scatter", name: "Line", x: values(140_000), y: values(140_000), line: { color: "red" } };
  return { data: [trace, trace, trace, trace], layout };
}

function manyTraces(): unknown {
  const data = Array.from({ length: 10_000 }, (_, index) => ({
    type: "scatter",
    name: `Line ${index}`,
    x: values(45),
    y: values(45),
    xaxis: "x2",
    textsrc: "me:1:abc123",
    marker: { color: "#abc", line: { color: "rgb(1, 2, 3)", width: 1 } },
  }));
  return { data, layout };
}

function map(): unknown {
  const ring = values(400).map((value) => [value, -value]);
  const islands = Array.from({ length: 1250 }, () => ({ type: "Feature", geometry: { coordinates: [ring] } }));
  return { data: [{ type: "choropleth", geojson: { features: islands }, z: values(1250) }], layout };
}
