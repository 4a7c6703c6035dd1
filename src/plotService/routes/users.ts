import type { Hono } from "hono";
import { userBody } from "../bodies/userBody.ts";
import type { ServiceEnvironment } from "../http/environment.ts";
import { noQuery, reading, resource } from "../http/operation.ts";

export function userRoutes(app: Hono<ServiceEnvironment>): void {
  resource(app, "/v2/users/current", {
    GET: reading("The user whose API key was sent, or an anonymous one.", noQuery, (c) =>
      c.json(userBody(c.var.viewer, c.var.links)),
    ),
  });
}
