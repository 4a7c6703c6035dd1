import type { FileMetadata, NumberedPage } from "../bodies/file.ts";
import { linkNumber } from "../paging/links.ts";
import type { Page } from "../paging/page.ts";

export interface PageQuery {
  /** From 1, which it is where none is given. */
  readonly page?: number;
  /** How many files a page has. */
  readonly pageSize?: number;
}

export function pageParameters({ page, pageSize }: PageQuery): Readonly<Record<string, string>> {
  return {
    ...(page !== undefined && { page: String(page) }),
    ...(pageSize !== undefined && { page_size: String(pageSize) }),
  };
}

/** A page of files as the server sent it. A page without files is the last, whatever its link says. */
export function numberedPage({ count, next, results }: NumberedPage, page = 1): Page<FileMetadata, number> {
  const number = results.length > 0 ? linkNumber(next, page) : undefined;
  return {
    results,
    ...(typeof count === "number" && { count }),
    ...(number !== undefined && { next: number }),
  };
}
