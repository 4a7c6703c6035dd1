import type { PlotsClient } from "../../plotsApi/client.ts";

/** A server that plots come from: the service inside the extension, or a v2 root. */
export interface Connection {
  /** Authority of its `plots:` documents: "embedded", or host and port of the root. */
  readonly id: string;
  /** How the person knows it: "this computer", or its host. */
  readonly label: string;
  /** URL of the v2 root. */
  readonly root: string;
  readonly embedded: boolean;
  readonly client: PlotsClient;
  /** The name we are signed in as, or undefined for an anonymous reader. */
  readonly username: string | undefined;
}
