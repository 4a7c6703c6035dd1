import { userBody } from "../bodies/userBody.ts";
import { notFound } from "../http/httpError.ts";
import { noQuery, reading } from "../http/operation.ts";
import type { Resources } from "../http/resources.ts";

export function userRoutes(api: Resources): void {
  api.add("/v2/users/current", {
    GET: reading("Get the user whose API key was sent, or an anonymous one.", noQuery, (c) =>
      c.json(userBody(c.var.viewer, c.var.links)),
    ),
  });
  api.add("/v2/users/:username", {
    GET: reading("Get a user by name.", noQuery, (c) => {
      const user = c.var.store.users.find(c.req.param("username") ?? "");
      if (user === undefined) throw notFound();
      return c.json(userBody(user, c.var.links));
    }),
  });
}
