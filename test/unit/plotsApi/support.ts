import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { createServer } from "node:http";
import type { ApiError } from "../../../src/plotsApi/errors/apiError.ts";
import type { PlotsClientOptions } from "../../../src/plotsApi/requests/clientOptions.ts";
import { PlotsClient } from "../../../src/plotsApi/resources/client.ts";
import type { Result } from "../../../src/plotsApi/errors/result.ts";

/** Each request is sent once. */
export const once = { attempts: 1, firstPause: 0, longest: 0 };

/** A client over Node's own fetch and real sockets, which sends each request once unless told otherwise. */
export function clientFor(root: string, options: Partial<PlotsClientOptions> = {}): PlotsClient {
  return new PlotsClient({
    root,
    fetch: (request) => fetch(request),
    platform: "Plot-Files 1.0",
    retries: once,
    ...options,
  });
}

export function valueOf<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? "" : `${result.error.code}: ${result.error.detail}`);
  return result.value;
}

export function errorOf(result: Result<unknown>): ApiError {
  assert.ok(!result.ok, "An error was expected.");
  return result.error;
}

/** Whole sentences for a person: begin, end, no holes, no code words; and name what they have to name. */
export function assertSentence(sentence: string, ...named: readonly string[]): void {
  assert.match(sentence, /^.{10,600}[.]$/, sentence);
  assert.doesNotMatch(sentence, /undefined|null|\[object|NaN|\n| {2}|\.\./, sentence);
  for (const text of named) assert.ok(sentence.includes(text), `“${sentence}” does not name ${text}`);
}

interface Closable {
  close(): Promise<void>;
}

const open = new Set<Closable>();

/** Has `closeAll` close the server, so that a failing test leaves none behind. */
export function kept<T extends Closable>(server: T): T {
  open.add(server);
  return server;
}

export async function closeAll(): Promise<void> {
  const servers = [...open];
  open.clear();
  await Promise.all(servers.map((server) => server.close()));
}

/** A bare server on loopback, for what the seed's server does not do; closed by `closeAll`. */
export async function serve(listener: RequestListener): Promise<{ readonly origin: string } & Closable> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  assert.ok(address !== null && typeof address === "object");
  return kept({
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        // It may be closed already.
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
