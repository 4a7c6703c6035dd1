import type { PlotsClient } from "../../plotsApi/resources/client.ts";
import { type Outcome, fail } from "../../plotsApi/errors/result.ts";
import type { Server } from "./server.ts";

/** A server, with a client to ask it. */
export interface Connection extends Server {
  readonly client: PlotsClient;
  /** The user name that we are signed in as; undefined for an anonymous reader. */
  readonly username: string | undefined;
}

/** A connection, or why there is none. */
export type Connected = Outcome<Connection>;

export function notConnected(code: string, sentence: string, detail = sentence): Connected {
  return fail({ code, sentence, detail });
}
