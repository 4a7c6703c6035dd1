import { HOME } from "../../plotsApi/bodies/file.ts";
import * as z from "zod";
import { fileText, typedText } from "../bodies/anyFile.ts";
import { arrayText, joinObjects, memberText } from "../bodies/jsonText.ts";
import { referencedFids } from "../../figure/data/inline/inline.ts";
import type { Figure } from "../../figure/model/figure.ts";
import { parseFid } from "../../plotsApi/bodies/fid.ts";
import { ownFile, readableFile } from "../http/access.ts";
import { mayRead } from "../store/files/permission.ts";
import { HttpError, notFound } from "../http/httpError.ts";
import type { ServiceContext } from "../http/environment.ts";
import { acting, reading, sharedQuery } from "../http/operation.ts";
import type { Resources } from "../http/resources.ts";
import { json } from "../http/respond.ts";
import type { FileRecord } from "../store/files/fileRecord.ts";
import { parentField, pathNames, WHICH_PARENT } from "./fields/newFile.ts";

/** A collection whose files can be found by path, thrown away and brought back. */
export interface FileCollection {
  /** Its part of the path: `plots`. */
  readonly name: string;
  /** The type of its files; undefined where it holds all types. */
  readonly filetype: string | undefined;
}

const lookupQuery = z.object({
  path: z.string("Send the path to look up, such as folder/name."),
  parent: z.union([z.literal("").transform(() => HOME), parentField], WHICH_PARENT).optional(),
  user: z.string().optional(),
  exists: z.string().optional(),
  share_key: z.string().optional(),
});

/**
 * Adds the resources that all collections have. Add them before `/v2/<name>/:fid`, which would take "lookup" for a fid.
 */
export function fileActions(api: Resources, collection: FileCollection): void {
  const { name, filetype } = collection;
  api.add(`/v2/${name}/lookup`, {
    GET: reading("Find a file by the names of its folders and its own.", lookupQuery, (c, query) =>
      lookup(c, query, collection),
    ),
  });
  api.add(`/v2/${name}/:fid/trash`, {
    POST: acting("Move to the trash; a folder takes along what is in it.", (c) =>
      changed(c, collection, (file) => c.var.store.trash.trash(file, c.var.now())),
    ),
  });
  api.add(`/v2/${name}/:fid/restore`, {
    POST: acting("Bring back from the trash.", (c) =>
      changed(c, collection, (file) => c.var.store.trash.restore(file)),
    ),
  });
  const remove = acting("Delete for good what is in the trash.", (c) => permanentDelete(c, filetype));
  // One old client sends POST.
  api.add(`/v2/${name}/:fid/permanent_delete`, { DELETE: remove, POST: remove });
  api.add(`/v2/${name}/:fid/sources`, {
    GET: reading("List the grids that a plot refers to, as far as the reader may see them.", sharedQuery, (c) =>
      sources(c, filetype),
    ),
  });
}

/** Makes the operation that deletes a file at once and for good, without the trash. */
export function deleteAtOnce(filetype: string) {
  return acting("Delete at once and for good.", (c) => {
    const { database, trash } = c.var.store;
    database.write(() => trash.remove(ownFile(c, filetype, { trashed: true })));
    return c.body(null, 204);
  });
}

/** Writes the file as its collection shows it, as JSON text. */
export function shownText(c: ServiceContext, file: FileRecord, { filetype }: FileCollection): string {
  return filetype === undefined ? fileText(file, c.var) : typedText(file, c.var);
}

/** Looks among files of all types, since names clash among all; then the collection wants its own type. */
function lookup(c: ServiceContext, query: z.output<typeof lookupQuery>, collection: FileCollection): Response {
  const { store, viewer } = c.var;
  const owner = query.user === undefined || query.user === "" ? viewer : store.users.find(query.user);
  const file = owner && store.folders.lookup(owner, query.parent ?? HOME, pathNames(query.path));
  if (file === undefined || !mayRead(file, viewer, c.req.query("share_key"))) throw notFound();
  if (collection.filetype !== undefined && file.filetype !== collection.filetype) throw notFound();
  // The client's documentation says that a flag comes back; its name is our choice.
  if (query.exists?.toLowerCase() === "true") return c.json({ exists: true, fid: file.fid });
  return json(c, shownText(c, file, collection));
}

function changed(c: ServiceContext, collection: FileCollection, change: (file: FileRecord) => FileRecord): Response {
  const file = c.var.store.database.write(() => change(ownFile(c, collection.filetype, { trashed: true })));
  return json(c, shownText(c, file, collection));
}

/** Refuses a file that is not in the trash, as documented. Status and words of the refusal are our choice. */
function permanentDelete(c: ServiceContext, filetype: string | undefined): Response {
  const { database, trash } = c.var.store;
  database.write(() => {
    const file = ownFile(c, filetype, { trashed: true });
    if (!file.deleted) throw new HttpError(400, "Move the file to the trash before you delete it for good.");
    trash.remove(file);
  });
  return c.body(null, 204);
}

/** Lists the grids that a plot refers to. All that is known is that the resource exists: the members are our choice. */
function sources(c: ServiceContext, filetype: string | undefined): Response {
  const { store, viewer } = c.var;
  const file = readableFile(c, filetype);
  const plot = file.filetype === "plot" ? store.plots.of(file) : undefined;
  const figure: Figure = plot === undefined ? { data: [] } : JSON.parse(plot.figure);
  const texts = referencedFids(figure).flatMap((text) => {
    const fid = parseFid(text);
    const grid = fid && store.files.find(fid.owner, fid.idlocal);
    return grid?.filetype === "grid" && mayRead(grid, viewer) ? [fileText(grid, c.var)] : [];
  });
  const head = JSON.stringify({ count: texts.length, next: null, previous: null });
  return json(c, joinObjects(head, memberText("results", arrayText(texts))));
}
