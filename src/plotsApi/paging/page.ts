/** The name by which a server hands out a page: a number from 1 (files), or a query (plots). */
export type PageKey = number | string;

/** One page of a list. */
export interface Page<Item, Key extends PageKey> {
  readonly results: readonly Item[];
  /** How many items all pages have together, where the server says. */
  readonly count?: number;
  /**
   * The next page; absent on the last one. It is a number or a query, never an address, so that no other host is asked.
   */
  readonly next?: Key;
}
