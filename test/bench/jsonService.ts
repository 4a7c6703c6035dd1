import { readFileSync } from "node:fs";
import type { JSONDocument, LanguageService } from "vscode-json-languageservice";
import { loadEngine } from "../../build/schema/engine.ts";
import { figureJsonSchema } from "../../build/schema/json/jsonSchema.ts";
import type { PlotSchema } from "../../build/schema/plotSchema.ts";
import older from "../../build/schema/olderDataAttributes.json" with { type: "json" };
import { jsonService, TextDocument } from "../unit/build/jsonService.ts";
import { compare, type Measurement } from "./measurement.ts";

const described = new URL("../../node_modules/plotly.js/dist/plot-schema.json", import.meta.url);

/** What VS Code's JSON service does after a keystroke in a figure of 10 MB, with our schema against without any. */
export async function jsonServiceCost(): Promise<Measurement> {
  const engine = loadEngine().PlotSchema.get() as unknown as PlotSchema;
  const plotSchema = JSON.parse(readFileSync(described, "utf8")) as PlotSchema;
  const [ours, plain] = [
    jsonService(figureJsonSchema(engine, plotSchema, older.removed), ["*.plotly.json"]),
    jsonService(),
  ];
  const text = figureText(10_000_000);
  if ((await keystroke(ours, text, 0)) < 40 || (await keystroke(plain, text, 0)) > 20)
    throw new Error("The schema is not in use, or is where it should not be.");
  return await compare(
    "json-service",
    "VS Code's JSON service after a keystroke in a 10 MB figure of 100 traces (parsing, validation, completion of an attribute), with the figure schema against without a schema; processor time of its thread.",
    25,
    (round) => processorTime(() => keystroke(ours, text, round)),
    (round) => processorTime(() => keystroke(plain, text, round)),
  );
}

/** Milliseconds that this thread was busy: the difference is small, and other programs would hide it. */
async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const begin = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(begin);
  return (user + system) / 1000;
}

/** How much is proposed. */
async function keystroke(service: LanguageService, text: string, round: number): Promise<number> {
  const document = TextDocument.create("file:///bench/figure.plotly.json", "json", round, text);
  const json: JSONDocument = service.parseJSONDocument(document);
  await service.doValidation(document, json, { schemaValidation: "warning" });
  const position = document.positionAt(text.lastIndexOf(`"name"`) + 1);
  const completion = await service.doComplete(document, position, json);
  return completion?.items.length ?? 0;
}

/** 100 lines of points in about `bytes` bytes, with a colour for each point. */
function figureText(bytes: number): string {
  const traces = 100;
  const length = Math.round(bytes / traces / 44);
  const values = (phase: number): number[] =>
    Array.from({ length }, (_, index) => Math.sin(index / 500 + phase) + Math.sin(index * 12.9898 + phase) / 20);
  return JSON.stringify({
    data: Array.from({ length: traces }, (_, trace) => ({
      type: "scatter",
      mode: "markers+lines",
      x: Array.from({ length }, (_unused, index) => index),
      y: values(trace),
      marker: { color: values(trace / 2), colorscale: "Viridis", size: 5, line: { width: 0 } },
      line: { color: "#1f77b4", width: 2 },
      name: `Line ${trace}`,
    })),
    layout: { title: { text: "Ten megabytes" }, xaxis: { title: { text: "x" } } },
  });
}
