import { createWriteStream, linkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { compare, type Measurement } from "../measurement.ts";
import { BenchWindow } from "./benchWindow.ts";
import { emptyEnding } from "./emptyEditor.ts";
import { floatsFigure, lineFigure, megabyteFigure, smallFigure, tracesFigure } from "./figures.ts";

const rounds = 7;

export const fileOf = (round: number) => `figure-${round}.plotly.json`;

/** What VS Code itself takes to show a word, in the same window. */
export async function openFloor(): Promise<Measurement> {
  const empty = (round: number) => `empty-${round}${emptyEnding}`;
  await using bench = await BenchWindow.open((folder) => {
    for (let round = 0; round <= rounds; round++) {
      writeFileSync(join(folder, fileOf(round)), smallFigure("Twenty points"));
      writeFileSync(join(folder, empty(round)), smallFigure("Twenty points"));
    }
  });
  return await compare(
    "open-floor",
    "From the click on a scatter of 20 points to its drawing, against an empty custom editor over bytes in the same window.",
    rounds,
    (round) => alone(bench, fileOf(round), "Twenty points"),
    (round) => alone(bench, empty(round), empty(round)),
    3,
  );
}

export const openSmall = (): Promise<Measurement> =>
  againstBarePage("open-small", "a scatter of 20 points", 0.7, rounds, [smallFigure("Twenty points")], "Twenty points");

export const open1mb = (): Promise<Measurement> =>
  againstBarePage("open-1mb", "two lines in 1 MB", 0.8, rounds, [megabyteFigure("One megabyte")], "One megabyte");

export const open8mb = (): Promise<Measurement> =>
  againstBarePage(
    "open-8mb",
    "a line of 1,000,000 points in 8 MB",
    0.6,
    5,
    [lineFigure("A million points", 1_000_000)],
    "A million points",
  );

export const open50mb = (): Promise<Measurement> =>
  againstBarePage(
    "open-50mb",
    "four lines of floats in 50 MB",
    0.4,
    3,
    floatsFigure("Fifty megabytes", 50_000_000),
    "Fifty megabytes",
  );

export const traces1000 = (): Promise<Measurement> =>
  againstBarePage(
    "traces-1000",
    "1,000 lines of 20 points to the first picture",
    0.5,
    5,
    [tracesFigure("A thousand lines", 1000)],
    "A thousand lines",
  );

/** The second file in the same window, whose tab takes the place of the first. */
export async function openNext(): Promise<Measurement> {
  const title = (round: number) => `Twenty points, ${round}`;
  await using bench = await BenchWindow.open((folder) => {
    for (let round = -1; round <= rounds; round++)
      writeFileSync(join(folder, fileOf(round)), smallFigure(title(round)));
  });
  await bench.click(fileOf(-1), title(-1));
  return await compare(
    "open-next",
    "From the click on a scatter of 20 points to its drawing, where another one is open in the preview tab, against a bare page with the full bundle.",
    rounds,
    async (round) => {
      // As a person does, who looks at the one before going to the next: by then, nothing is left to do for it.
      await bench.window.page.waitForTimeout(2000);
      return await bench.click(fileOf(round), title(round));
    },
    (round) => bench.bare.draw(fileOf(round), title(round)),
    0.6,
  );
}

/** A click on a file whose tab is the only one, and which was not open before. */
async function alone(bench: BenchWindow, file: string, title: string): Promise<number> {
  const taken = await bench.click(file, title);
  await bench.close();
  return taken;
}

async function againstBarePage(
  name: string,
  figure: string,
  limit: number,
  times: number,
  text: Iterable<string>,
  title: string,
): Promise<Measurement> {
  await using bench = await BenchWindow.open((folder) => writeRounds(folder, times, text));
  return await compare(
    name,
    `From the click on ${figure} to its drawing, against a bare page with the full bundle.`,
    times,
    (round) => alone(bench, fileOf(round), title),
    (round) => bench.bare.draw(fileOf(round), title),
    limit,
  );
}

/** A webview keeps nothing from another file's, so each round has a file of its own: one text under many names. */
export async function writeRounds(folder: string, times: number, text: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(text), createWriteStream(join(folder, fileOf(0))));
  for (let round = 1; round <= times; round++) linkSync(join(folder, fileOf(0)), join(folder, fileOf(round)));
}
