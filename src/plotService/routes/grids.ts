import * as z from "zod";
import { inSlices } from "../../figure/text/steps/slices.ts";
import { typedText } from "../bodies/anyFile.ts";
import { gridContentText, gridText } from "../bodies/gridBody.ts";
import { ownFile, readableFile } from "../http/access.ts";
import { notFound } from "../http/httpError.ts";
import type { ServiceContext } from "../http/environment.ts";
import { reading, sharedQuery, writing } from "../http/operation.ts";
import type { Resources } from "../http/resources.ts";
import { json } from "../http/respond.ts";
import { writtenInSteps } from "../store/grids/grids.ts";
import type { User } from "../store/accounts/users.ts";
import { changeFile, changeFileFields } from "./fields/changeFile.ts";
import { deleteAtOnce, fileActions } from "./fileActions.ts";
import type { FileCollection } from "./fileActions.ts";
import { columnsOf, gridDataField, metadataField } from "./fields/gridColumns.ts";
import { gridCellRoutes, readColumns } from "./gridCells.ts";
import { gridUploadRoute } from "./gridUpload.ts";
import { newFile, newFileFields } from "./fields/newFile.ts";

const createBody = z.object({
  data: gridDataField,
  ...newFileFields,
});

const changeBody = z.object({
  metadata: metadataField.nullish(),
  /** Seconds; null turns it off. */
  refresh_interval: z.int().min(60, "Choose a refresh_interval of at least 60 seconds.").nullish(),
  ...changeFileFields,
});

const GRIDS: FileCollection = { name: "grids", filetype: "grid" };

export function gridRoutes(api: Resources): void {
  api.add("/v2/grids", {
    POST: writing("Create a grid from columns.", createBody, createGrid),
  });
  gridUploadRoute(api);
  fileActions(api, GRIDS);
  const change = writing("Change a grid's metadata; what is left out stays.", changeBody, changeGrid);
  api.add("/v2/grids/:fid", {
    GET: reading("Get a grid and its columns, without their data.", sharedQuery, (c) =>
      json(c, typedText(readableFile(c, "grid"), c.var)),
    ),
    PUT: change,
    PATCH: change,
    DELETE: deleteAtOnce("grid"),
  });
  api.add("/v2/grids/:fid/content", {
    GET: reading("Get all columns of a grid with their data, keyed by name.", sharedQuery, (c) =>
      json(c, gridContentText(readColumns(c))),
    ),
  });
  gridCellRoutes(api);
}

async function createGrid(c: ServiceContext, body: z.output<typeof createBody>, owner: User): Promise<Response> {
  const { store } = c.var;
  const newColumns = await inSlices(writtenInSteps(columnsOf(body.data.cols)));
  const metadata = JSON.stringify(body.data.metadata ?? {});
  const grid = store.database.write(() => {
    // The name that the public service gave a grid without one is not known: our choice, after that of plots.
    const file = newFile(c, owner, body, { filetype: "grid", defaultName: "grid from API" });
    return store.grids.insert(store.files.insert(file), newColumns, metadata);
  });
  return json(c, `{"file":${gridText(grid, c.var)}}`, 201);
}

/** Changes a grid, but not its cells: those change by rows and columns alone, as documented. */
function changeGrid(c: ServiceContext, body: z.output<typeof changeBody>): Response {
  const { database, grids, gridEdits } = c.var.store;
  const { metadata, refresh_interval: refreshInterval } = body;
  const grid = database.write(() => {
    const more = refreshInterval === undefined ? {} : { refreshInterval };
    const file = changeFile(c, ownFile(c, "grid"), body, more);
    if (metadata !== null && metadata !== undefined) gridEdits.setMetadata(file.id, JSON.stringify(metadata));
    return grids.of(file);
  });
  if (grid === undefined) throw notFound();
  return json(c, gridText(grid, c.var));
}
