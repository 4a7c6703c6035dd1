import type { PlotsClient } from "../../plotsApi/client.ts";
import type { Failure } from "../../plotsApi/result.ts";
import type { Server } from "./server.ts";

/** A server with what is needed to ask it. */
export interface Connection extends Server {
  readonly client: PlotsClient;
  /** The name we are signed in as, or undefined for an anonymous reader. */
  readonly username: string | undefined;
}

export type Connected =
  | { readonly ok: true; readonly connection: Connection }
  | { readonly ok: false; readonly error: Failure };

export function notConnected(code: string, sentence: string, detail = sentence): Connected {
  return { ok: false, error: { code, sentence, detail } };
}
