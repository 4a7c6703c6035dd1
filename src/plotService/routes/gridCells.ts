import * as z from "zod";
import { formatCount } from "../../figure/model/counts.ts";
import type { Json } from "../../figure/model/figure.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import { columnListText, columnRecordsText } from "../bodies/gridBody.ts";
import { largestAnswer } from "../../plotsApi/limits.ts";
import { ownFile, readableFile } from "../http/access.ts";
import { HttpError } from "../http/httpError.ts";
import type { ServiceContext } from "../http/environment.ts";
import { acting, reading, sharedQuery, writing } from "../http/operation.ts";
import { tooLarge } from "../http/refusals.ts";
import type { Resources } from "../http/resources.ts";
import { json } from "../http/respond.ts";
import type { FileRecord } from "../store/files/fileRecord.ts";
import { writtenInSteps, type ColumnData, type ColumnRecord } from "../store/grids/grids.ts";
import { cellsField, columnName, listField, listOf, refuseScalars } from "./fields/gridColumns.ts";

const shape = '[{"name": "x", "data": [...]}]';
/** Uids, parted by commas. */
const uidQuery = z.object({ uid: z.string().optional() });
const cell = z.custom<Json>((value) => value !== undefined).meta({ description: "A cell: any JSON." });

const addBody = z.object({
  cols: listField(z.looseObject({ name: columnName, data: cellsField }), "cols", shape),
});

const changeBody = z.object({
  cols: listField(
    z.looseObject({
      name: columnName.nullish(),
      data: cellsField,
      order: z.int("The order is a whole number.").nullish(),
    }),
    "cols",
    shape,
  ),
});

const rowBody = z.object({
  rows: listField(z.array(cell, "Send each row as a list with one cell a column."), "rows", "[[1, 2], [3, 4]]"),
});

/** Adds the resources that read and change the cells of a grid, by columns and by rows. */
export function gridCellRoutes(api: Resources): void {
  api.add("/v2/grids/:fid/col", {
    GET: reading("Get columns of a grid with their data.", uidQuery.extend(sharedQuery.shape), (c, { uid }) =>
      json(c, columnListText(readColumns(c, uid === undefined ? [] : uidsIn(uid)))),
    ),
    POST: writing("Add columns to a grid.", addBody, addColumns),
    PUT: {
      ...writing("Give columns other data, names or places; their uids stay.", changeBody, changeColumns),
      query: uidQuery.required(),
    },
    DELETE: { ...acting("Delete columns of a grid.", deleteColumns), query: uidQuery.required() },
  });
  api.add("/v2/grids/:fid/row", { POST: writing("Add rows to a grid.", rowBody, addRows) });
}

/**
 * Reads the columns with these uids in that order, or all where none is named. Throws 404 for an unknown uid: our
 * choice.
 */
export function readColumns(c: ServiceContext, uids: readonly string[] = []): ColumnData[] {
  const { database, grids } = c.var.store;
  if (new Set(uids).size < uids.length) throw eachOnce();
  return database.read(() => {
    const { id } = readableFile(c, "grid");
    let left = largestAnswer;
    return (uids.length > 0 ? uids : grids.columns(id).map(({ uid }) => uid)).map((uid) => {
      const column = grids.column(id, uid);
      if (column === undefined) throw new HttpError(404, [{ message: `Column ${uid} not found.`, field: "uid" }]);
      left -= column.data.length;
      if (left < 0) throw tooLarge();
      return column;
    });
  });
}

/** Answers 201, as clients expect of an addition. The status was not recorded: our choice. */
async function addColumns(c: ServiceContext, { cols }: z.output<typeof addBody>): Promise<Response> {
  refuseScalars(cols.map(({ name, data }, index) => ({ name, data, field: "cols", path: [index, "data"] })));
  const added = await inSlices(writtenInSteps(cols.map(({ name, data }) => ({ name, data: listOf(data) }))));
  const records = edit(c, ({ id }) => c.var.store.gridEdits.addColumns(id, added));
  return json(c, columnRecordsText(records), 201);
}

async function changeColumns(c: ServiceContext, { cols }: z.output<typeof changeBody>): Promise<Response> {
  const uids = uidsOf(c);
  if (uids.length !== cols.length) {
    const message = `You name ${formatCount(uids.length, "uid")} and send ${formatCount(cols.length, "column")}. Send one column for each uid.`;
    throw new HttpError(400, [{ message, field: "cols" }]);
  }
  refuseScalars(
    cols.flatMap(({ name, data }, index) =>
      data === undefined ? [] : [{ name: name ?? uids[index] ?? "", data, field: "cols", path: [index, "data"] }],
    ),
  );
  const asked = cols.map(({ name, data, order }, index) => ({
    uid: uids[index] ?? "",
    name: name ?? undefined,
    order: order ?? undefined,
    data: data === undefined ? undefined : listOf(data),
  }));
  const changes = await inSlices(writtenInSteps(asked));
  return json(c, columnRecordsText(edit(c, ({ id }) => c.var.store.gridEdits.changeColumns(id, changes))));
}

function deleteColumns(c: ServiceContext): Response {
  const uids = uidsOf(c);
  edit(c, ({ id }) => c.var.store.gridEdits.removeColumns(id, uids));
  return c.body(null, 204);
}

function addRows(c: ServiceContext, { rows }: z.output<typeof rowBody>): Response {
  edit(c, ({ id }) => c.var.store.gridEdits.appendRows(id, rows));
  return c.json({}, 201);
}

/** Changes the cells and the date of a grid in one transaction: while the date is the same, so are the cells. */
function edit<Result extends readonly ColumnRecord[] | void>(
  c: ServiceContext,
  change: (file: FileRecord) => Result,
): Result {
  const { database, files } = c.var.store;
  return database.write(() => {
    const file = ownFile(c, "grid");
    const result = change(file);
    files.touch(file, c.var.now());
    return result;
  });
}

function uidsIn(text: string): string[] {
  return text.split(",").filter((uid) => uid !== "");
}

/** Reads the uids, each once. Throws 400 where there are none: nobody means all columns by naming none. */
function uidsOf(c: ServiceContext): string[] {
  const uids = uidsIn(c.req.query("uid") ?? "");
  if (uids.length === 0 || new Set(uids).size < uids.length) throw eachOnce();
  return uids;
}

function eachOnce(): HttpError {
  return new HttpError(400, [
    { message: "Name the columns by their uids, each once: ?uid=a1b2c3,d4e5f6.", field: "uid" },
  ]);
}
