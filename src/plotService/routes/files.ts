import * as z from "zod";
import { fileText } from "../bodies/anyFile.ts";
import { gridContentText } from "../bodies/gridBody.ts";
import { ownFile, readableFile } from "../http/access.ts";
import { HttpError, notFound } from "../http/httpError.ts";
import type { ServiceContext } from "../http/environment.ts";
import { acting, reading, sharedQuery, uploading, writing } from "../http/operation.ts";
import type { Resources } from "../http/resources.ts";
import { json } from "../http/respond.ts";
import type { FileRecord } from "../store/files/fileRecord.ts";
import type { User } from "../store/accounts/users.ts";
import { changeFile, changeFileFields } from "./fields/changeFile.ts";
import { copyBody, copyFile } from "./copyFile.ts";
import { fileActions } from "./fileActions.ts";
import type { FileCollection } from "./fileActions.ts";
import { readColumns } from "./gridCells.ts";
import { contentQuery, plotContent } from "./plots.ts";

const MAX_IMAGE_BYTES = 1024 * 1024;
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const IMAGE_NAMES = ["default", "block-thumb", "list-thumb"] as const;

const FILES: FileCollection = { name: "files", filetype: undefined };

const changeBody = z.object(changeFileFields);
const imageQuery = sharedQuery.extend({
  image_name: z.enum(IMAGE_NAMES, `Choose one of ${IMAGE_NAMES.join(", ")} as image_name.`).optional(),
});

export function fileRoutes(api: Resources): void {
  fileActions(api, FILES);
  const change = writing("Rename, move or share a file.", changeBody, (c, body) => {
    const { database } = c.var.store;
    return json(
      c,
      fileText(
        database.write(() => changeFile(c, ownFile(c), body)),
        c.var,
      ),
    );
  });
  api.add("/v2/files/:fid", {
    GET: reading("Get a file of any type, without the members that only its type has.", sharedQuery, (c) =>
      json(c, fileText(readableFile(c), c.var)),
    ),
    PUT: change,
    PATCH: change,
  });
  api.add("/v2/files/:fid/content", {
    GET: reading("Get the content of a plot or a grid.", contentQuery, (c, query) =>
      readableFile(c).filetype === "grid" ? json(c, gridContentText(readColumns(c))) : plotContent(c, query),
    ),
  });
  api.add("/v2/files/:fid/path", {
    // All that is known is that the resource exists: the member is our choice.
    GET: reading("Get the names of the file's folders and its own.", sharedQuery, (c) =>
      c.json({ path: c.var.store.folders.path(readableFile(c)).join("/") }),
    ),
  });
  api.add("/v2/files/:fid/copy", { POST: writing("Copy a plot or a grid.", copyBody, copyFile) });
  api.add("/v2/files/:fid/star", {
    POST: acting("Give a file a star.", (c, user) => json(c, fileText(star(c, user, true), c.var))),
    DELETE: acting("Take the star back.", (c, user) => {
      star(c, user, false);
      return c.body(null, 204);
    }),
  });
  api.add("/v2/files/:fid/image", {
    GET: reading("Get the picture of a plot, where one has been drawn.", imageQuery, getImage),
    PUT: uploading("Keep a picture of a plot.", { mediaType: "image/png", maxBytes: MAX_IMAGE_BYTES }, putImage),
  });
}

function star(c: ServiceContext, user: User, given: boolean): FileRecord {
  const { database, stars } = c.var.store;
  return database.write(() => {
    const { id } = readableFile(c);
    if (given) stars.add(id, user);
    else stars.remove(id, user);
    return readableFile(c);
  });
}

/** Answers with the same picture for all three names, and with 404 until a preview has drawn it. */
function getImage(c: ServiceContext): Response {
  const image = c.var.store.images.of(readableFile(c).id);
  if (image === undefined) throw notFound();
  const headers = { ETag: `"${image.modified}"`, "Cache-Control": "private, no-cache" };
  if (c.req.header("if-none-match") === headers.ETag) return c.body(null, 304, headers);
  return c.body(image.png, 200, { ...headers, "Content-Type": "image/png" });
}

/**
 * Keeps a picture that a preview drew: our own addition to the API, since the public service drew the pictures itself.
 * Whoever may read a plot may give it its first picture; only its owner may give it another.
 */
function putImage(c: ServiceContext, png: Uint8Array<ArrayBuffer>): Response {
  const file = readableFile(c, "plot");
  if (!PNG_SIGNATURE.every((byte, index) => png[index] === byte))
    throw new HttpError(400, "This is not a PNG picture.");
  const { database, images } = c.var.store;
  database.write(() => {
    if (images.of(file.id) !== undefined) ownFile(c, "plot");
    images.put(file.id, { png, modified: c.var.now() });
  });
  return c.body(null, 204);
}
