/** Global fetch, or a service in the same process. */
export type Fetch = (request: Request) => Promise<Response> | Response;

/** The methods that the API knows. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What is sent to a server. */
export interface Exchange {
  readonly method: Method;
  readonly url: URL;
  /** Headers for every request on the URL's own origin. */
  readonly headers: Readonly<Record<string, string>>;
  /** Headers for the URL's own origin alone. They are not sent any more once a redirect has left it. */
  readonly privateHeaders: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly signal?: AbortSignal | undefined;
}

/** What a server said, of any status, read to its end. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body. Of an answer without success it is only the beginning (`MOST_ERROR_BYTES`). */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Method and address without secrets, and the status: for the log. */
  readonly summary: string;
}

/** Writes `GET https://host/v2/plots?order_by=views`, without the keys of shared files. */
export function summaryOf(method: string, url: URL): string {
  const shown = new URL(url);
  if (shown.searchParams.has("share_key")) shown.searchParams.set("share_key", "redacted");
  shown.username = "";
  shown.password = "";
  return `${method} ${shown.href.slice(0, 500)}`;
}
