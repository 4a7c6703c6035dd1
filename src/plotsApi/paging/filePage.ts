import type { FileMetadata, NumberedPage } from "../bodies/fileSchemas.ts";

/** One page of a listing of files. Its link is reduced to a number, so that no address of another host is followed. */
export interface FilePage {
  readonly results: readonly FileMetadata[];
  /** Of all pages together, where the server says. */
  readonly count?: number;
  /** The number to ask for next; absent on the last page. */
  readonly next?: number;
}

export function filePage(body: NumberedPage, page: number): FilePage {
  const next = body.results.length > 0 ? nextNumber(body.next, page) : undefined;
  return {
    results: body.results,
    ...(typeof body.count === "number" && { count: body.count }),
    ...(next !== undefined && { next }),
  };
}

/** A link that names no later page, or none at all, leads to the page after this one: the numbers only ever rise. */
function nextNumber(link: string | null | undefined, page: number): number | undefined {
  if (!link) return undefined;
  const named = Number(URL.parse(link, "http://localhost")?.searchParams.get("page") ?? "");
  return Number.isSafeInteger(named) && named > page ? named : page + 1;
}
