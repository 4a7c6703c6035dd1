import { parseArgs } from "node:util";
import { exitOnSignals } from "../host/vscode/signals.ts";
import { main } from "../host/vscode/trouble.ts";
import { activation, activationJson } from "./activation.ts";
import { columns20mb, editColumns20mb, wire1m } from "./columns.ts";
import { csv1mRows } from "./csv.ts";
import { edit20mb } from "./edit.ts";
import { edits20mb } from "./handEdits.ts";
import { inspectorOpen } from "./inspectorOpen.ts";
import { jsonServiceCost } from "./jsonService.ts";
import { format20mb } from "./format.ts";
import { contentInline, inline1mCells } from "./inline.ts";
import { language20mb } from "./language.ts";
import { latexFigure } from "./latexFigure.ts";
import { list100k, listGrowth } from "./list.ts";
import type { Measurement } from "./measurement.ts";
import { numbersMean, numbersMeasurements } from "./numbers.ts";
import { open1mb, open50mb, open8mb, openFloor, openNext, openSmall, traces1000 } from "./opening/openLines.ts";
import { memory50mb, open1gb, open200mb } from "./opening/largeLines.ts";
import { heatmap16m, hover1m, line1m, pan1m } from "./opening/pageLines.ts";
import { editToDrawn, editToText } from "./opening/handLines.ts";
import { requestsPerSecond } from "./requests.ts";
import { folder200k, pagesGrowth, search200k } from "./pages.ts";
import { scanMeans, scanMeasurements } from "./scan.ts";

const measurements: Record<string, () => Promise<Measurement>> = {
  activation,
  "activation-json": activationJson,
  "open-floor": openFloor,
  "open-small": openSmall,
  "open-1mb": open1mb,
  "open-8mb": open8mb,
  "open-50mb": open50mb,
  "open-next": openNext,
  "line-1m": line1m,
  "heatmap-16m": heatmap16m,
  "pan-1m": pan1m,
  "hover-1m": hover1m,
  "traces-1000": traces1000,
  "open-200mb": open200mb,
  "memory-50mb": memory50mb,
  "latex-figure": latexFigure,
  "inspector-open": inspectorOpen,
  "list-100k": list100k,
  "list-growth": listGrowth,
  "folder-200k": folder200k,
  "search-200k": search200k,
  "pages-growth": pagesGrowth,
  "content-inline": contentInline,
  "inline-1m-cells": inline1mCells,
  "columns-20mb": columns20mb,
  "edit-columns-20mb": editColumns20mb,
  "wire-1m": wire1m,
  requests: requestsPerSecond,
  "csv-1m-rows": csv1mRows,
  "json-service": jsonServiceCost,
  "edit-20mb": edit20mb,
  "edits-20mb": edits20mb,
  "edit-to-text-1mb": editToText("1mb"),
  "edit-to-text-20mb": editToText("20mb"),
  "edit-to-drawn-1mb": editToDrawn("1mb"),
  "edit-to-drawn-20mb": editToDrawn("20mb"),
  "language-20mb": language20mb,
  "format-20mb": format20mb,
  ...numbersMeasurements,
};

/** These take minutes, and run only when their whole name is given. */
const onRequest: Record<string, () => Promise<Measurement>> = { "open-1gb": open1gb };

/**
 * `npm run bench -- [--json] [--only name] [--size megabytes]`: every figure beside a peer or the limit, from one run.
 * `--only scan` takes all whose names begin so; `--size 1,10,50,200` are those of the figures that are scanned, 10
 * unless told.
 */
async function bench(): Promise<number> {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      only: { type: "string", default: "" },
      size: { type: "string", default: "10" },
    },
  });
  const results: Measurement[] = [];
  const means: string[] = [];
  const run = async (group: Record<string, () => Promise<Measurement>>, megabytes?: number): Promise<void> => {
    const first = results.length;
    for (const [name, measure] of Object.entries(group)) {
      if (!name.startsWith(values.only)) continue;
      if (!values.json) console.error(`Measuring ${name}${megabytes === undefined ? "" : ` of ${megabytes} MB`}…`);
      const result = await measure();
      results.push(result);
      if (values.json) console.log(JSON.stringify(result));
    }
    for (const mean of megabytes === undefined ? [] : scanMeans(results.slice(first)))
      means.push(`${megabytes} MB: ${mean}`);
  };
  await run(measurements);
  if (values.only in onRequest) await run(onRequest);
  means.push(...numbersMean(results));
  for (const size of values.size.split(",").map(Number)) await run(scanMeasurements(size), size);
  if (!values.json) {
    console.table(
      results.map(({ name, ours, other, ratio, unit, limit = "" }) => ({
        name,
        ours: `${ours} ${unit}`,
        other: `${other} ${unit}`,
        ratio,
        limit,
      })),
    );
    for (const { name, what } of results) console.log(`${name}: ${what}`);
    for (const mean of means) console.log(mean);
  }
  return 0;
}

exitOnSignals();
await main(bench);
