import * as z from "zod";
import { HttpError } from "./httpError.ts";

/** Files a page unless the request says otherwise: our choice. */
const PAGE_SIZE = 20;
/**
 * The most files a page, since a page is made in one stretch. Clients asked for more; they get this many, and links.
 */
const MAX_PAGE_SIZE = 1000;

const whole = z
  .string()
  .regex(/^\d{1,9}$/, "Send a whole number.")
  .transform(Number);

export const pageFields = { page: whole.optional(), page_size: whole.optional() };

/** One page of a list that is read by page numbers, counted from 1. */
export class PageNumber {
  readonly page: number;
  readonly size: number;

  /** Throws 404 "Invalid page." for the page 0, as Django REST framework does. */
  constructor(query: { readonly page?: number | undefined; readonly page_size?: number | undefined }) {
    this.page = query.page ?? 1;
    // A size that is too small or too large counts as the nearest one: our choice.
    this.size = Math.min(MAX_PAGE_SIZE, Math.max(1, query.page_size ?? PAGE_SIZE));
    if (this.page < 1) throw new HttpError(404, "Invalid page.");
  }

  get offset(): number {
    return (this.page - 1) * this.size;
  }

  /**
   * Makes the recorded members in front of `results`. The links are the request's own address with another page. Throws
   * 404 "Invalid page." beyond the last page, as Django REST framework does.
   */
  head(requestUrl: string, count: number): Record<"count" | "next" | "previous" | "first" | "last", unknown> {
    const pages = Math.max(1, Math.ceil(count / this.size));
    if (this.page > pages) throw new HttpError(404, "Invalid page.");
    const link = (page: number): string => {
      const url = new URL(requestUrl);
      url.searchParams.set("page", String(page));
      return url.href;
    };
    return {
      count,
      next: this.page < pages ? link(this.page + 1) : null,
      previous: this.page > 1 ? link(this.page - 1) : null,
      first: link(1),
      last: link(pages),
    };
  }
}
