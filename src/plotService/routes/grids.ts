import * as z from "zod";
import type { Json } from "../../figure/figure.ts";
import { columnListText, gridContentText, gridText } from "../bodies/gridBody.ts";
import { readableFile } from "../http/access.ts";
import { ApiError, notFound } from "../http/apiError.ts";
import type { ServiceContext } from "../http/environment.ts";
import { noQuery, reading, writing } from "../http/operation.ts";
import type { Resources } from "../http/resources.ts";
import { parseJson } from "../http/readBody.ts";
import { json } from "../http/respond.ts";
import type { ColumnData, NewColumn } from "../store/grids.ts";
import type { User } from "../store/users.ts";
import { newFile, newFileFields } from "./newFile.ts";

/** Columns keyed by name. That `data` is a list is checked by hand: it may hold millions of cells. */
const columns = z.record(
  z.string().refine((name) => name.isWellFormed(), "Name columns in whole Unicode characters."),
  z.looseObject({ data: z.unknown().optional(), order: z.number("The order is a number.").nullish() }),
  'Send the columns as {"<name>": {"data": [...], "order": 0}}.',
);

const gridData = z.object(
  { cols: columns, metadata: z.record(z.string(), z.unknown(), "Send metadata as an object.").nullish() },
  'Send {"cols": {...}} as data.',
);

const createBody = z.object({
  /** An object, or the same as a string of JSON. */
  data: z
    .unknown()
    .transform((data) => (typeof data === "string" ? parseJson(data, "data") : data))
    .pipe(gridData),
  ...newFileFields,
});

export function gridRoutes(api: Resources): void {
  api.add("/v2/grids", {
    POST: writing("Create a grid from columns.", createBody, createGrid),
  });
  api.add("/v2/grids/:fid", {
    GET: reading("What is known of a grid, its columns without their data.", noQuery, (c) => {
      const grid = c.var.store.grids.of(readableFile(c, "grid"));
      if (grid === undefined) throw notFound();
      return json(c, gridText(grid, c.var));
    }),
  });
  api.add("/v2/grids/:fid/content", {
    GET: reading("All columns of a grid with their data, keyed by name.", noQuery, (c) =>
      json(c, gridContentText(readColumns(c, undefined))),
    ),
  });
  api.add("/v2/grids/:fid/col", {
    GET: reading("Columns of a grid with their data.", z.object({ uid: z.string().optional() }), (c, { uid }) =>
      json(c, columnListText(readColumns(c, uid?.split(",")))),
    ),
  });
}

function createGrid(c: ServiceContext, body: z.output<typeof createBody>, owner: User): Response {
  const { store } = c.var;
  // The public service's name for a grid without one is not known: our choice, after that of plots.
  const file = newFile(c, owner, body, { filetype: "grid", defaultName: "grid from API" });
  const newColumns = columnsOf(body.data.cols);
  const metadata = JSON.stringify(body.data.metadata ?? {});
  const grid = store.database.write(() => store.grids.insert(store.files.insert(file), newColumns, metadata));
  return json(c, `{"file":${gridText(grid, c.var)}}`, 201);
}

/** In the order asked for; columns without one stand as they were sent. They are then numbered from 0: our choice. */
function columnsOf(cols: z.output<typeof columns>): NewColumn[] {
  const entries = Object.entries(cols);
  const scalars = entries.filter(([, { data }]) => !Array.isArray(data));
  if (scalars.length > 0) {
    throw new ApiError(
      400,
      scalars.map(([name]) => ({
        message: `Column ${name} data is not a list`,
        field: "data",
        path: ["cols", name, "data"],
      })),
    );
  }
  return entries
    .map(([name, { data, order }], index) => ({ name, data: listOf(data), order: order ?? index }))
    .toSorted((one, other) => one.order - other.order);
}

function listOf(data: unknown): readonly Json[] {
  return Array.isArray(data) ? data : [];
}

/** The columns with these uids in that order, or all of them. An unknown uid is 404: our choice. */
function readColumns(c: ServiceContext, uids: readonly string[] | undefined): ColumnData[] {
  const { database, grids } = c.var.store;
  return database.read(() => {
    const { id } = readableFile(c, "grid");
    return (uids ?? grids.columns(id).map(({ uid }) => uid)).map((uid) => {
      const column = grids.column(id, uid);
      if (column === undefined) throw new ApiError(404, [{ message: `Column ${uid} not found.`, field: "uid" }]);
      return column;
    });
  });
}
