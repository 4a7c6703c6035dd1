import { LONGEST_PLACE, MOST_REDIRECTS } from "../limits.ts";
import type { ApiError } from "../errors/apiError.ts";
import type { Result } from "../errors/result.ts";
import { fail, ok } from "../errors/result.ts";
import { type Exchange, summaryOf } from "./exchange.ts";

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** One request and its answer. Follows no redirect, or follows them unseen. */
export type Send = (
  url: URL,
  headers: Readonly<Record<string, string>>,
  redirect: "manual" | "follow",
) => Promise<Response>;

/** The last answer, and the address that gave it. */
export interface Followed {
  readonly response: Response;
  readonly url: URL;
}

/**
 * Sends a request and follows its redirects. Private headers never leave the address's own origin. Gives `redirected`
 * for a write, for too many redirects, and where one leads to an unsafe address.
 */
export async function followRedirects(exchange: Exchange, server: string, send: Send): Promise<Result<Followed>> {
  let { url } = exchange;
  let headers = { ...exchange.headers, ...exchange.privateHeaders };
  for (let count = 0; ; count++) {
    const response = await send(url, headers, "manual");
    if (response.type === "opaqueredirect") {
      // A browser hides where a redirect leads. Following it unseen is safe only without credentials.
      if (exchange.method !== "GET" || "Authorization" in headers) {
        return fail(redirectedError(exchange, server, url, undefined));
      }
      return ok({ response: await send(url, headers, "follow"), url });
    }
    if (!REDIRECTS.has(response.status)) return ok({ response, url });
    response.body?.cancel().catch(() => undefined);
    const location = response.headers.get("location");
    const next = location === null ? null : URL.parse(location, url.href);
    if (exchange.method !== "GET" || count === MOST_REDIRECTS || !next || !isSafe(url, next)) {
      return fail(redirectedError(exchange, server, url, next ?? undefined));
    }
    if (next.origin !== exchange.url.origin) {
      const accept = exchange.headers["Accept"];
      headers = accept === undefined ? {} : { Accept: accept };
    }
    url = next;
  }
}

/** A redirect may go to another host, without credentials, but never from an encrypted connection to a plain one. */
function isSafe(from: URL, to: URL): boolean {
  if (to.username !== "" || to.password !== "") return false;
  return to.protocol === "https:" || (to.protocol === "http:" && from.protocol === "http:");
}

function redirectedError({ method }: Exchange, server: string, from: URL, to: URL | undefined): ApiError {
  const where = to ? `to ${to.origin}${to.pathname.slice(0, LONGEST_PLACE)}` : "without a usable address";
  return {
    code: "redirected",
    sentence: redirectedSentence(method, server, from, to),
    detail: `${summaryOf(method, from)}: redirected ${where}`,
  };
}

function redirectedSentence(method: string, server: string, from: URL, to: URL | undefined): string {
  if (to === undefined || !isSafe(from, to)) {
    return `${server} sends this request on to an address that cannot be followed safely, so it was given up. Check the server's address.`;
  }
  return method === "GET"
    ? `${server} sends this request on and on, last to ${to.host}, so it was given up. Check the server's address.`
    : `${server} sends this request on to ${to.host}, and what would change something is not sent on. If you trust that address, set it as the server's.`;
}
