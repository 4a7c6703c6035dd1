import * as z from "zod";
import { fileBody, ownerBody } from "../bodies/fileBody.ts";
import { userBody } from "../bodies/userBody.ts";
import { readableFile } from "../http/access.ts";
import { ApiError, notFound } from "../http/apiError.ts";
import type { ServiceContext } from "../http/environment.ts";
import { noQuery, reading, uploading } from "../http/operation.ts";
import type { Resources } from "../http/resources.ts";

const MAX_IMAGE_BYTES = 1024 * 1024;
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const imageQuery = z.object({ image_name: z.enum(["default", "block-thumb", "list-thumb"]).optional() });

export function fileRoutes(api: Resources): void {
  api.add("/v2/files/:fid", {
    GET: reading("What is known of a file of any type, without what only its type has.", noQuery, (c) => {
      const file = readableFile(c);
      const grid = file.filetype === "grid" ? c.var.store.grids.of(file) : undefined;
      return c.json({
        ...fileBody(file, grid?.preview ?? "", c.var),
        user: userBody(file.owner, c.var.links),
        ...ownerBody(file, c.var.viewer),
      });
    }),
  });
  api.add("/v2/files/:fid/image", {
    GET: reading("The picture of a plot, where one has been drawn.", imageQuery, getImage),
    PUT: uploading("Keep a picture of a plot.", { mediaType: "image/png", maxBytes: MAX_IMAGE_BYTES }, putImage),
  });
}

/** One picture serves all three names; 404 until a preview has drawn it. */
function getImage(c: ServiceContext): Response {
  const image = c.var.store.images.of(readableFile(c).id);
  if (image === undefined) throw notFound();
  const headers = { ETag: `"${image.modified}"`, "Cache-Control": "private, no-cache" };
  if (c.req.header("if-none-match") === headers.ETag) return c.body(null, 304, headers);
  return c.body(image.png, 200, { ...headers, "Content-Type": "image/png" });
}

/**
 * Our own addition to the API: the public service drew the pictures itself, this one keeps what a preview drew. Every
 * user who may read the plot may do so.
 */
function putImage(c: ServiceContext, png: Uint8Array<ArrayBuffer>): Response {
  const file = readableFile(c, "plot");
  if (!PNG_SIGNATURE.every((byte, index) => png[index] === byte)) throw new ApiError(400, "This is not a PNG picture.");
  const { database, images } = c.var.store;
  database.write(() => images.put(file.id, { png, modified: c.var.now() }));
  return c.body(null, 204);
}
