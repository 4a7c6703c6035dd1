import { openApiDocument } from "../http/openApi.ts";
import { noQuery, reading } from "../http/operation.ts";
import type { Resources } from "../http/resources.ts";
import { json } from "../http/respond.ts";

const COLLECTIONS = ["files", "folders", "grids", "images", "plots", "search", "users"];

export function rootRoutes(api: Resources): void {
  api.add("/v2", {
    GET: reading("List the resources and their addresses.", noQuery, (c) =>
      c.json(Object.fromEntries(COLLECTIONS.map((name) => [name, c.var.links.collection(name)]))),
    ),
  });
  let document: string | undefined;
  api.add("/v2/openapi.json", {
    GET: reading("Get this API as an OpenAPI document.", noQuery, (c) =>
      json(c, (document ??= JSON.stringify(openApiDocument(api.all)))),
    ),
  });
}
