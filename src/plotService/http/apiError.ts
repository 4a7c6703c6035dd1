import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { FigurePath } from "../../figure/model/path.ts";
import { formatPath } from "../../figure/model/path.ts";

export interface ErrorItem {
  /** A whole sentence where the API's own words are not known. */
  readonly message: string;
  /** The member of the body, or the query parameter, that is refused. */
  readonly field?: string;
  /** The place inside `field`. */
  readonly path?: FigurePath;
}

/** An answer other than success. Thrown by the operations, turned into a body in one place. */
export class ApiError extends Error {
  override readonly name = "ApiError";
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

/** Missing, or private and not the reader's: both look the same (recorded). */
export function notFound(): ApiError {
  return new ApiError(404, "Not found.");
}

/**
 * The body of every error: clients read either `errors[]` or `detail`, so both are there, and `code` was `UNKNOWN` in
 * every recorded answer. `path` and `field` were null in all of them; that they name the place is our choice.
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
