import * as z from "zod";
import { listedText } from "../bodies/anyFile.ts";
import { folderText } from "../bodies/folderBody.ts";
import { arrayText, joinObjects, memberText } from "../bodies/jsonText.ts";
import { userBody } from "../bodies/userBody.ts";
import { ownFile, readableFile, requireUser } from "../http/access.ts";
import { HttpError, notFound } from "../http/httpError.ts";
import type { ServiceContext } from "../http/environment.ts";
import { reading, sharedQuery, writing } from "../http/operation.ts";
import { pageFields, PageNumber } from "../http/pageNumber.ts";
import type { Resources } from "../http/resources.ts";
import { json } from "../http/respond.ts";
import type { FileOrder, FileScope } from "../store/lists/fileList.ts";
import { NameTakenError } from "../store/files/files.ts";
import { HOME } from "../../plotsApi/bodies/file.ts";
import type { User } from "../store/accounts/users.ts";
import { changeFile, changeFileFields } from "./fields/changeFile.ts";
import { deleteAtOnce, fileActions } from "./fileActions.ts";
import { folderNames, newFileFields, parentOf } from "./fields/newFile.ts";

const FOLDERS = { name: "folders", filetype: "fold" };
/**
 * `shared` lists a user's own files with a secret link: our choice, since nothing is shared with single users here.
 * `themes_shared` lists the user's own themes and the public ones: we know its name alone.
 */
const VIEWS = ["home", "shared", "starred", "trashed", "all", "themes_shared"] as const;

const createBody = z.object({ path: z.string("Send the path of the new folder."), parent: newFileFields.parent });
const changeBody = z.object(changeFileFields);
const listQuery = sharedQuery.extend({
  user: z.string().optional(),
  /** One type, or several parted by commas: `plot,grid`. */
  filetype: z.string().optional(),
  /** A member, with or without `-` in front. Others are ignored, as in Django REST framework. */
  order_by: z.string().optional(),
  ...pageFields,
});
type ListQuery = z.output<typeof listQuery>;

/** A map and no object, since every object has members such as `constructor`. */
const ORDERS: ReadonlyMap<string, FileOrder> = new Map([
  ["creation_time", "created"],
  ["date_modified", "modified"],
  ["filename", "filename"],
  ["filetype", "filetype"],
  ["views", "views"],
]);

export function folderRoutes(api: Resources): void {
  api.add("/v2/folders", {
    POST: writing("Create a folder, and those on the way that are missing.", createBody, createFolder),
  });
  fileActions(api, FOLDERS);
  for (const view of VIEWS) {
    api.add(`/v2/folders/${view}`, {
      GET: reading(`List the files of ${view}, in pages.`, listQuery, (c, query) => listView(c, query, view)),
    });
  }
  const change = writing("Rename, move or share a folder.", changeBody, (c, body) => {
    const { database } = c.var.store;
    return json(
      c,
      folderText(
        database.write(() => changeFile(c, ownFile(c, "fold"), body)),
        c.var,
      ),
    );
  });
  api.add("/v2/folders/:fid", {
    GET: reading("Get a folder and the files in it, in pages.", listQuery, (c, query) => {
      const folder = readableFile(c, "fold");
      const scope: FileScope = { kind: "folder", owner: folder.owner, parent: folder.idlocal };
      return json(c, joinObjects(folderText(folder, c.var), childrenText(c, query, scope)));
    }),
    PUT: change,
    PATCH: change,
    DELETE: deleteAtOnce("fold"),
  });
}

/** Answers in the wrapper of the other creates. The official client looks for 400 with "already exists". */
function createFolder(c: ServiceContext, body: z.output<typeof createBody>, owner: User): Response {
  const { database, folders } = c.var.store;
  const names = folderNames(body.path, "path");
  const last = names.at(-1);
  if (last === undefined) throw new HttpError(400, [{ message: "Name the new folder.", field: "path" }]);
  try {
    const folder = database.write(() => {
      const start = parentOf(c, owner, { parent: body.parent, parent_path: undefined }) ?? HOME;
      const parent = folders.ensure(owner, start, names.slice(0, -1), c.var.now());
      return folders.create(owner, parent, last, c.var.now());
    });
    return json(c, `{"file":${folderText(folder, c.var)}}`, 201);
  } catch (error) {
    if (!(error instanceof NameTakenError)) throw error;
    throw new HttpError(400, [
      { message: `A file or folder named '${error.filename}' already exists.`, field: "path" },
    ]);
  }
}

/** Answers with a view, such as home. Views are no files: the members that they have all the same are our choice. */
function listView(c: ServiceContext, query: ListQuery, view: (typeof VIEWS)[number]): Response {
  const { store, viewer, links } = c.var;
  const owner = query.user === undefined || query.user === "" ? requireUser(c) : store.users.find(query.user);
  const isPublic = view === "home" || view === "all";
  if (owner === undefined || (!isPublic && owner.id !== viewer?.id)) throw notFound();
  const scope = scopeOf(view, owner);
  const head = { filename: view, filetype: "fold", owner: owner.username, parent: null, user: userBody(owner, links) };
  return json(c, joinObjects(JSON.stringify(head), childrenText(c, query, scope)));
}

function scopeOf(view: (typeof VIEWS)[number], owner: User): FileScope {
  if (view === "home") return { kind: "folder", owner, parent: HOME };
  return view === "themes_shared" ? { kind: "themes", owner: undefined } : { kind: view, owner };
}

function childrenText(c: ServiceContext, query: ListQuery, scope: FileScope): string {
  const page = new PageNumber(query);
  const named = query.order_by ?? "-creation_time";
  const order = ORDERS.get(named.replace(/^-/, ""));
  const { files, count } = c.var.store.fileList.page({
    scope,
    viewer: c.var.viewer,
    filetypes: query.filetype === undefined || query.filetype === "" ? undefined : query.filetype.split(","),
    order: order ?? "created",
    descending: order === undefined || named.startsWith("-"),
    offset: page.offset,
    limit: page.size,
  });
  const results = arrayText(files.map(({ file, preview }) => listedText(file, preview, c.var)));
  const head = JSON.stringify(page.head(c.req.url, count));
  return memberText("children", joinObjects(head, memberText("results", results)));
}
