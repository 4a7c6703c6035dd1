import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ServiceContext } from "./environment.ts";

/** Answers with text that is JSON already. */
export function json(c: ServiceContext, text: string, status: ContentfulStatusCode = 200): Response {
  return c.body(text, status, { "Content-Type": "application/json" });
}
