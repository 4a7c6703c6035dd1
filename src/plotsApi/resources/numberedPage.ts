import type { FileMetadata, NumberedPage } from "../bodies/file.ts";
import { linkNumber } from "../paging/links.ts";
import type { Page } from "../paging/page.ts";

/** Which page, where pages are numbered. */
export interface PageQuery {
  /** The page's number, from 1. The first one without a number. */
  readonly page?: number;
  /** How many files a page has. */
  readonly pageSize?: number;
}

/** Writes the parameters of a query for that page. */
export function pageParameters({ page, pageSize }: PageQuery): Readonly<Record<string, string>> {
  return {
    ...(page !== undefined && { page: String(page) }),
    ...(pageSize !== undefined && { page_size: String(pageSize) }),
  };
}

/** Makes a page of files of what the server sent. A page without files is the last, whatever its link says. */
export function numberedPage({ count, next, results }: NumberedPage, page = 1): Page<FileMetadata, number> {
  const number = results.length > 0 ? linkNumber(next, page) : undefined;
  return {
    results,
    ...(typeof count === "number" && { count }),
    ...(number !== undefined && { next: number }),
  };
}
