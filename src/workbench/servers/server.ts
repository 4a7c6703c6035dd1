import { parseRoot } from "../../plotsApi/requests/root.ts";
import type { ServerSetting } from "../../manifest.ts";
import type { Failure } from "../../plotsApi/errors/result.ts";

/** A server that plots come from: the service inside the extension, or one of the setting `plots.servers`. */
export interface Server {
  /** The authority of its `plots:` addresses: "embedded", or made of the root's host, port and path. */
  readonly id: string;
  /** Its name for the person: "this computer", the name that they gave it, or its host. */
  readonly label: string;
  /** The URL of its v2 root. */
  readonly root: string;
  readonly embedded: boolean;
}

/** A server as the setting describes it. It has a failure where its address cannot be used. */
export interface ServerEntry extends Server {
  readonly failure?: Failure;
}

/** The service inside the extension. Its `fetch` is the service itself, so that its address never reaches a network. */
export const embeddedServer: Server = {
  id: "embedded",
  label: "this computer",
  root: "http://embedded.invalid/v2",
  embedded: true,
};

/** The server's address for the person: host and port, and the path where it is not just `/v2`. */
export function addressOf({ root }: Pick<Server, "root">): string {
  const url = URL.parse(root);
  return url ? `${url.host}${url.pathname.replace(/\/v2$/, "")}` : root;
}

/** The label for the beginning of a line: "This Computer". */
export function titleOf({ label, embedded }: Pick<Server, "label" | "embedded">): string {
  return embedded ? "This Computer" : label;
}

/**
 * The id of the server at a root. It is the same wherever the server stands in the setting, and in lower case, since
 * VS Code writes the authority of a URI so: `plots.example.com:8080`, `plots.example.com~team` for `/team/v2`.
 */
export function serverId(root: string): string {
  const url = new URL(root);
  // The port tells http from https.
  const host = url.protocol === "http:" && url.port === "" ? `${url.host}:80` : url.host;
  const path = url.pathname.split("/").filter((segment) => segment !== "");
  return [host, ...path.slice(0, -1)].join("~").toLowerCase();
}

/** The server that a command was given, by itself or as an item of a tree. */
export function serverOf(given: unknown): Server | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  if ("root" in given && "id" in given) return given as Server;
  return "server" in given ? serverOf(given.server) : undefined;
}

/** Reads an entry of the setting. One without a usable address gives a server too, so that the views can say so. */
export function serverEntry({ url, name }: ServerSetting): ServerEntry {
  const parsed = parseRoot(url);
  const label = name?.trim() ?? "";
  if (parsed.ok) {
    const { root, host } = parsed.value;
    return { id: serverId(root), label: label || host, root, embedded: false };
  }
  const shown = url.trim().slice(0, 100) || "(no address)";
  const id = `unusable-${shown.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, "-")}`;
  return { id, label: label || shown, root: url, embedded: false, failure: parsed.error };
}
