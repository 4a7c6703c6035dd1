import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Figure, Json } from "../../src/figure/model/figure.ts";
import { openPlotService } from "../../src/plotService/service.ts";
import type { PlotService } from "../../src/plotService/service.ts";
import { compare, type Measurement, time } from "./measurement.ts";
import { inFolder } from "./plotDatabase.ts";

const columns = 10;

/** A plot of ten columns with 1000 numbers each, with its data. */
export function contentInline(): Promise<Measurement> {
  return inline("content-inline", 1000, 20);
}

/** A plot of a million numbers, with its data. */
export function inline1mCells(): Promise<Measurement> {
  return inline("inline-1m-cells", 100_000, 1);
}

/** @param times How often makes a round. */
function inline(name: string, cells: number, times: number): Promise<Measurement> {
  return inFolder(async (folder) => {
    const database = join(folder, "plots.sqlite");
    const service = openPlotService({ database, library: [] });
    const bare = new DatabaseSync(database, { readOnly: true });
    try {
      const path = await createPlot(service, cells);
      const request = () => ask(service, "GET", path);
      const answer = (await (await request()).json()) as Figure;
      const [figure, data] = [
        bare.prepare("SELECT figure FROM plots"),
        bare.prepare("SELECT name, uid, data FROM columns ORDER BY ord"),
      ];
      const select = () => [figure.all(), data.all()];
      if (select()[1]?.length !== columns || JSON.stringify(answer).length < 8 * cells * columns)
        throw new Error("The answer holds no data.");
      return await compare(
        name,
        `GET /v2/plots/{fid}/content?inline_data=true of ${columns} columns with ${cells} numbers each, read to its last byte, against SELECT of the figure and the columns and JSON.stringify of the same answer; ${times} times each.`,
        25,
        () =>
          time(async () => {
            for (let count = 0; count < times; count++) await (await request()).arrayBuffer();
          }),
        () =>
          time(() => {
            for (let count = 0; count < times; count++) {
              select();
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

/** Path of the plot's content with its data. */
async function createPlot(service: PlotService, cells: number): Promise<string> {
  const names = Array.from({ length: columns }, (_, number) => `column ${number}`);
  const values = (phase: number): Json => Array.from({ length: cells }, (_, index) => Math.sin(index / 50 + phase));
  const cols = Object.fromEntries(names.map((name, order) => [name, { data: values(order), order }]));
  const grid = await created(service, "/v2/grids", { data: { cols } });
  const uids = names.map((name) => grid.cols.find((column) => column.name === name)?.uid ?? "");
  const data = uids.map((uid) => ({ type: "scatter", ysrc: `${grid.fid}:${uid}` }));
  const plot = await created(service, "/v2/plots", { figure: { data, layout: { title: { text: "Waves" } } } });
  return `/v2/plots/${plot.fid}/content?inline_data=true`;
}

async function created(service: PlotService, path: string, body: Json): Promise<NewFile> {
  const response = await ask(service, "POST", path, JSON.stringify(body));
  if (response.status !== 201) throw new Error(await response.text());
  return ((await response.json()) as { file: NewFile }).file;
}

interface NewFile {
  readonly fid: string;
  readonly cols: readonly { readonly name: string; readonly uid: string }[];
}

function ask(service: PlotService, method: string, path: string, body?: string): Promise<Response> {
  const { username, apiKey } = service.user;
  const headers = { authorization: `Basic ${btoa(`${username}:${apiKey}`)}` };
  return service.fetch(
    new Request(`http://localhost${path}`, { method, headers, ...(body !== undefined && { body }) }),
  );
}
