import { ConfigurationTarget, workspace } from "vscode";
import type { SettingName } from "../../../src/manifest.ts";
import type { Server } from "../../../src/workbench/servers/server.ts";

/** A setting of the user; undefined takes it away. */
export async function setSetting(name: SettingName, value: unknown): Promise<void> {
  await workspace.getConfiguration("plots").update(name, value, ConfigurationTarget.Global);
}

/** The server at this root is among the person's, and the one that new plots go to; undefined takes it away. */
export async function useServer(root: string | undefined): Promise<void> {
  await setSetting("servers", root === undefined ? undefined : [{ url: root }]);
  await setSetting("defaultServer", root);
}

/** The server at this root as the extension's commands take it. */
export function server({ root, host }: { readonly root: string; readonly host: string }): Server {
  return { id: host, label: host, root, embedded: false };
}
