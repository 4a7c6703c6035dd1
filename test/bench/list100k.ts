import { DatabaseSync } from "node:sqlite";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LibraryPlot } from "../../src/plotService/library/libraryPlot.ts";
import { openPlotService } from "../../src/plotService/service.ts";
import { compare, type Measurement, time } from "./measurement.ts";

const plots = 100_000;
/** One page is below a clock's grain; this many make a round. */
const pages = 100;

/** The first page of a service with 100,000 plots, answer and all, against the bare SQL for the same ten rows and JSON of them. */
export async function list100k(): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), "plot-files-bench-"));
  const database = join(folder, "plots.sqlite");
  try {
    const service = openPlotService({ database, library: Array.from({ length: plots }, (_, number) => plot(number)) });
    const bare = new DatabaseSync(database, { readOnly: true });
    try {
      const select = bare.prepare(
        `SELECT files.*, users.username, users.joined, plots.figure
         FROM files JOIN users ON users.id = files.owner_id JOIN plots ON plots.file_id = files.id
         WHERE filetype = 'plot' AND world_readable = 1 AND deleted IS NULL
         ORDER BY created DESC, files.id DESC LIMIT 10`,
      );
      const request = () => service.fetch(new Request("http://localhost/v2/plots"));
      const answer = (await (await request()).json()) as { results: { filename: string }[] };
      const rows = select.all().map((row) => row["filename"]);
      if (String(answer.results.map(({ filename }) => filename)) !== String(rows))
        throw new Error("The two lists differ.");
      return await compare(
        "list-100k",
        `The first page of GET /v2/plots of ${plots} plots, read to its last byte, against SELECT of the same 10 rows and JSON.stringify of the same answer; ${pages} times each.`,
        15,
        () =>
          time(async () => {
            for (let page = 0; page < pages; page++) await (await request()).arrayBuffer();
          }),
        () =>
          time(() => {
            for (let page = 0; page < pages; page++) {
              select.all();
              JSON.stringify(answer);
            }
          }),
      );
    } finally {
      bare.close();
      service.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function plot(number: number): LibraryPlot {
  const created = new Date(Date.UTC(2019, 0, 1) + number * 60_000).toISOString();
  return {
    owner: `owner-${number % 50}`,
    filename: `plot ${number}`,
    created,
    modified: created,
    views: (number * 7919) % 5000,
    quality: number % 11,
    feed: false,
    worldReadable: true,
    figure: {
      data: [{ type: "scatter", mode: "lines", xsrc: "bench:1:abcdef", ysrc: "bench:1:123456" }],
      layout: { title: { text: `Plot ${number}` } },
    },
  };
}
