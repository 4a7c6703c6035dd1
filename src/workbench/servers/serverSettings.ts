import { ConfigurationTarget, workspace } from "vscode";
import * as z from "zod/mini";
import type { ServerSetting } from "../../manifest.ts";
import { parseRoot } from "../../plotsApi/requests/root.ts";
import { readSetting } from "../settings.ts";
import { embeddedServer, type Server, type ServerEntry, serverEntry } from "./server.ts";

// oxlint-disable-next-line promise/valid-params -- it is zod's, and no promise
const entry = z.object({ url: z.string(), name: z.catch(z.optional(z.string()), undefined) });

/** Reads the servers of the setting, each once. Leaves out what is no entry at all, since the settings editor marks that. */
export function readServers(): readonly ServerEntry[] {
  const known = new Map<string, ServerEntry>();
  for (const setting of entries()) {
    const server = serverEntry(setting);
    if (!known.has(server.id)) known.set(server.id, server);
  }
  return [...known.values()];
}

/** Whether the setting `plots.defaultServer` names this server: by its address, or by "embedded". */
export function isDefault(server: Server): boolean {
  const chosen = readSetting("defaultServer").trim();
  if (chosen === "") return false;
  if (chosen === embeddedServer.id) return server.embedded;
  const root = parseRoot(chosen);
  return root.ok && root.value.root === server.root;
}

/** Adds a server to the setting, or renames the one with this root. */
export async function saveServer(root: string, name: string | undefined): Promise<void> {
  const id = serverEntry({ url: root }).id;
  const setting: ServerSetting = { url: root, ...(name !== undefined && name !== "" && { name }) };
  const before = entries();
  const known = before.some((each) => serverEntry(each).id === id);
  await write(
    "servers",
    known ? before.map((each) => (serverEntry(each).id === id ? setting : each)) : [...before, setting],
  );
}

export async function forgetServer(server: Server): Promise<void> {
  if (isDefault(server)) await setDefaultServer(undefined);
  const rest = entries().filter((each) => serverEntry(each).id !== server.id);
  await write("servers", rest.length === 0 ? undefined : rest);
}

export async function setDefaultServer(server: Server | undefined): Promise<void> {
  await write("defaultServer", server?.embedded === true ? embeddedServer.id : server?.root);
}

function entries(): readonly ServerSetting[] {
  const setting: unknown = readSetting("servers");
  if (!Array.isArray(setting)) return [];
  return setting.flatMap((each: unknown) => {
    const { data } = entry.safeParse(each);
    return data === undefined ? [] : [{ url: data.url, ...(data.name !== undefined && { name: data.name }) }];
  });
}

async function write(name: "servers" | "defaultServer", value: unknown): Promise<void> {
  await workspace.getConfiguration("plots").update(name, value, ConfigurationTarget.Global);
}
