import type { Hono } from "hono";
import type { ServiceEnvironment } from "../http/environment.ts";
import { noQuery, reading, resource } from "../http/operation.ts";

const COLLECTIONS = ["files", "grids", "plots", "users"];

export function rootRoutes(app: Hono<ServiceEnvironment>): void {
  resource(app, "/v2", {
    GET: reading("The resources and their addresses.", noQuery, (c) =>
      c.json(Object.fromEntries(COLLECTIONS.map((name) => [name, c.var.links.collection(name)]))),
    ),
  });
  app.get("/", (c) => c.redirect("/v2/"));
}
