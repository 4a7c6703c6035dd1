import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { encodeCursor } from "../../src/plotService/http/cursor.ts";
import { openPlotService } from "../../src/plotService/service.ts";
import type { PlotService } from "../../src/plotService/service.ts";
import { fromDate } from "../../src/plotService/model/time.ts";
import { compare, type Measurement, time } from "./measurement.ts";
import { creationTime, inFolder, writePlots } from "./plotDatabase.ts";

/** One page is below a clock's grain; this many make a round. */
const pages = 100;
/** Enough that most of them meet code that has been compiled, on either side. */
const rounds = 75;

/** The first page of a service with 100,000 plots, answer and all, against the bare SQL for the same ten rows and JSON of them. */
export function list100k(): Promise<Measurement> {
  const plots = 100_000;
  return inFolder(async (folder) => {
    const database = join(folder, "plots.sqlite");
    writePlots(database, plots);
    const service = openPlotService({ database });
    const bare = new DatabaseSync(database, { readOnly: true });
    try {
      const select = bare.prepare(
        `SELECT files.*, users.username, users.joined, plots.figure
         FROM files JOIN users ON users.id = files.owner_id JOIN plots ON plots.file_id = files.id
         WHERE filetype = 'plot' AND world_readable = 1 AND deleted IS NULL
         ORDER BY created DESC, files.id DESC LIMIT 10`,
      );
      const answer = (await (await page(service)).json()) as { results: { filename: string }[] };
      const rows = select.all().map((row) => row["filename"]);
      if (rows.length !== 10 || String(answer.results.map(({ filename }) => filename)) !== String(rows))
        throw new Error("The two lists differ.");
      return await compare(
        "list-100k",
        `The first page of GET /v2/plots of ${plots} plots, read to its last byte, against SELECT of the same 10 rows and JSON.stringify of the same answer; ${pages} times each.`,
        rounds,
        () => readPages(service),
        () =>
          time(() => {
            for (let count = 0; count < pages; count++) {
              select.all();
              JSON.stringify(answer);
            }
          }),
      );
    } finally {
      bare.close();
      service.close();
    }
  });
}

/** The first page and one from the middle, of a million plots against those of a thousand. */
export function listGrowth(): Promise<Measurement> {
  const [many, few] = [1_000_000, 1000];
  return inFolder(async (folder) => {
    const services = [many, few].map((plots) => {
      const database = join(folder, `${plots}.sqlite`);
      writePlots(database, plots);
      const value = fromDate(creationTime(plots / 2));
      const cursor = encodeCursor("created", { reverse: false, position: { value, id: undefined } });
      return { service: openPlotService({ database }), middle: `?cursor=${encodeURIComponent(cursor)}` };
    });
    try {
      const [large, small] = services;
      if (large === undefined || small === undefined) throw new Error("There are two services.");
      for (const { service, middle } of services) {
        const { results } = (await (await page(service, middle)).json()) as { results: unknown[] };
        if (results.length !== 10) throw new Error("The page from the middle is not full.");
      }
      const both = async ({ service, middle }: typeof large): Promise<number> =>
        (await readPages(service)) + (await readPages(service, middle));
      return await compare(
        "list-growth",
        `The first page of GET /v2/plots and one from the middle, of ${many} plots against those of ${few} plots; ${pages} times each.`,
        rounds,
        () => both(large),
        () => both(small),
      );
    } finally {
      for (const { service } of services) service.close();
    }
  });
}

function page(service: PlotService, query = ""): Promise<Response> {
  return service.fetch(new Request(`http://localhost/v2/plots${query}`));
}

/** Milliseconds. */
function readPages(service: PlotService, query = ""): Promise<number> {
  return time(async () => {
    for (let count = 0; count < pages; count++) await (await page(service, query)).arrayBuffer();
  });
}
