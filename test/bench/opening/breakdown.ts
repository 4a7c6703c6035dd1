// `node test/bench/opening/breakdown.ts` prints where the time from a click to the drawing goes, beside VS Code's own floor.
import { createWriteStream, linkSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { exitOnSignals } from "../../host/vscode/signals.ts";
import { main } from "../../host/vscode/trouble.ts";
import { BenchWindow } from "./benchWindow.ts";
import { emptyEnding } from "./emptyEditor.ts";
import { floatsFigure, lineFigure, megabyteFigure, smallFigure } from "./figures.ts";

const rounds = 5;
const title = "Broken down";

const figures: Record<string, () => Iterable<string>> = {
  small: () => [smallFigure(title)],
  "1 MB": () => [megabyteFigure(title)],
  "8 MB": () => [lineFigure(title, 1_000_000)],
  "50 MB": () => floatsFigure(title, 50_000_000),
};

/** What the page knows of itself, by its clock: when its scripts had come, and how long it took from the bytes to the drawing. */
const times = `(() => {
  const resources = performance.getEntriesByType("resource");
  const last = (part) =>
    Math.max(...resources.filter(({ name }) => name.includes(part)).map(({ responseEnd }) => responseEnd));
  const taken = /in ([\\d,]+) ms/.exec(document.querySelector(".status")?.title ?? "")?.[1]?.replaceAll(",", "");
  return { page: performance.timeOrigin + last("/preview.js"), engine: performance.timeOrigin + last("/dist/engine/"), taken: Number(taken) };
})()`;

interface Times {
  readonly page: number;
  readonly engine: number;
  readonly taken: number;
}

/** Milliseconds from the click until each was there; `bytes` are those of the figure in the page. */
interface Row {
  readonly webview: number;
  readonly page: number;
  readonly engine: number;
  readonly bytes: number;
  readonly drawn: number;
}

async function breakdown(): Promise<number> {
  const load = () => loadavg()[0]?.toFixed(1);
  console.log(`Load before: ${load()}`);
  const table: Record<string, Partial<Row>> = {};
  for (const [size, text] of Object.entries(figures)) {
    const name = (round: number) => `figure-${round}.plotly.json`;
    const empty = (round: number) => `empty-${round}${emptyEnding}`;
    await using bench = await BenchWindow.open(async (folder) => {
      await pipeline(Readable.from(text()), createWriteStream(join(folder, name(0))));
      for (let round = 1; round <= rounds; round++) linkSync(join(folder, name(0)), join(folder, name(round)));
      for (let round = 0; round <= rounds; round++) writeFileSync(join(folder, empty(round)), "");
    });
    const [rows, floors]: [Row[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round++) {
      floors.push(await bench.click(empty(round), empty(round)));
      await bench.close();
      const { pressed, since, at } = await bench.clicked(name(round), title);
      const preview = bench.window.preview();
      await preview.drawn();
      const { page, engine, taken } = await (await preview.page()).evaluate<Times>(times);
      rows.push({
        webview: since - pressed,
        page: page - pressed,
        engine: engine - pressed,
        bytes: at - taken - pressed,
        drawn: at - pressed,
      });
      await bench.close();
    }
    // The first of a window warms up.
    table[`${size}, first`] = whole(rows.slice(0, 1));
    table[size] = whole(rows.slice(1));
    table[`${size}, empty editor`] = { drawn: Math.round(median(floors.slice(1))) };
  }
  console.table(table);
  console.log(`Milliseconds from the click; medians of ${rounds}. Load after: ${load()}`);
  return 0;
}

const whole = (rows: readonly Row[]): Row => {
  const of = (key: keyof Row) => Math.round(median(rows.map((row) => row[key])));
  return { webview: of("webview"), page: of("page"), engine: of("engine"), bytes: of("bytes"), drawn: of("drawn") };
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

exitOnSignals();
await main(breakdown);
