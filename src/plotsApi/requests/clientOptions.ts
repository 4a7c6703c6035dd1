import type { Fetch } from "../transport/exchange.ts";
import type { Clock, RetryPolicy } from "../transport/retry.ts";
import type { Credentials } from "./credentials.ts";

export interface PlotsClientOptions {
  /** The v2 root, with or without trailing slash; text that people type goes through `parseRoot` first. */
  readonly root: string;
  /** Global fetch, or the embedded service's own. */
  readonly fetch: Fetch;
  /** Asked before each request where it is a function, so that a key may come, change and go. */
  readonly credentials?: Credentials | (() => Promise<Credentials | undefined>);
  /** Value of `Plotly-Client-Platform`: a name, a space, digits and dots. */
  readonly platform: string;
  /** The server's name in sentences; its host where none is given. */
  readonly name?: string;
  /** The longest silence of the server, in milliseconds (30,000); a whole exchange may take ten times as long. */
  readonly timeoutMs?: number;
  /** The largest answer that is read, in bytes (100 MB). */
  readonly maxBytes?: number;
  /** When reads are sent again; writes never are. */
  readonly retries?: RetryPolicy;
  /** The system's own unless a test brings one. */
  readonly clock?: Clock;
}
