import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { FigurePath } from "../../figure/model/path.ts";
import { formatPath } from "../../figure/model/path.ts";

export interface ErrorItem {
  /** The API's own words where they are known, and a whole sentence elsewhere. */
  readonly message: string;
  /** The member of the body, or the query parameter, that is refused. */
  readonly field?: string;
  /** The place inside `field`. */
  readonly path?: FigurePath;
}

/** An answer other than success. Operations throw it; one place turns it into a body. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly status: ContentfulStatusCode;
  readonly items: readonly ErrorItem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: ContentfulStatusCode,
    items: string | readonly ErrorItem[],
    headers: Readonly<Record<string, string>> = {},
  ) {
    const list = typeof items === "string" ? [{ message: items }] : items;
    super(list[0]?.message ?? `Status ${status}.`);
    this.status = status;
    this.items = list;
    this.headers = headers;
  }
}

/** 404 for a file that is missing, and for a private one of somebody else: both look the same (recorded). */
export function notFound(): HttpError {
  return new HttpError(404, "Not found.");
}

/**
 * Makes the body of every error: `{errors: [{code, message, path, field}], detail}`. Clients read either `errors` or
 * `detail`, so both are there. In every recorded answer `code` was `UNKNOWN`, and `path` and `field` were null; that
 * they name the place is our choice.
 */
export function errorBody(items: readonly ErrorItem[]): object {
  return {
    errors: items.map(({ message, path, field }) => ({
      code: "UNKNOWN",
      message,
      path: path === undefined ? null : formatPath(path),
      field: field ?? null,
    })),
    detail: items[0]?.message ?? "",
  };
}
