import type { Fetch } from "../transport/exchange.ts";
import type { Clock, RetryPolicy } from "../transport/retry.ts";
import type { Credentials } from "./credentials.ts";

/** What a client of one server is built with. */
export interface PlotsClientOptions {
  /** The v2 root, with or without a trailing slash. What people type goes through `parseRoot` first. */
  readonly root: string;
  /** Global fetch, or the embedded service's own. */
  readonly fetch: Fetch;
  /** A function is asked before each request, so that a key may come, change and go. */
  readonly credentials?: Credentials | (() => Promise<Credentials | undefined>);
  /** The header `Plotly-Client-Platform`: a name, a space, digits and dots. */
  readonly platform: string;
  /** The server's name in sentences. Its host where none is given. */
  readonly name?: string;
  /**
   * The longest silence of the server, in milliseconds. `LONGEST_SILENCE` unless given; a whole exchange may take ten
   * times as long.
   */
  readonly timeoutMs?: number;
  /** The largest answer that is read, in bytes. `largestAnswer` unless given. */
  readonly maxBytes?: number;
  /** When a read is sent again. A write never is. */
  readonly retries?: RetryPolicy;
  /** The system's own unless a test brings one. */
  readonly clock?: Clock;
}
