import { commands, window } from "vscode";
import { commands as commandIds } from "../../manifest.ts";
import { type Server, serverOf } from "../servers/server.ts";
import { pickServer } from "../servers/serverPicker.ts";
import type { Servers } from "../servers/servers.ts";

export interface ServerChoice {
  /** The question of the list of servers. */
  readonly purpose: string;
  /** Leaves out the service inside the extension. */
  readonly remote: boolean;
}

/** Makes a command on a server: the one whose node it was called on, or one that the person chooses. */
export function forServer(
  servers: Servers,
  choice: ServerChoice,
  run: (server: Server) => Promise<void>,
): (given?: unknown) => Promise<void> {
  return async (given) => {
    const called = serverOf(given);
    // Take it from the list: it may have been renamed since.
    const known = servers.list().find(({ id }) => id === called?.id);
    const server = known ?? called ?? (await chooseServer(servers, choice));
    if (server !== undefined) await run(server);
  };
}

/** Asks for a server, and offers to add one where there is none. */
async function chooseServer(servers: Servers, { purpose, remote }: ServerChoice): Promise<Server | undefined> {
  const list = servers.list().filter(({ embedded }) => !(remote && embedded));
  if (list.length === 0) {
    const add = await window.showInformationMessage("There is no server to choose yet. Add one first.", "Add Server…");
    if (add !== undefined) await commands.executeCommand(commandIds.addServer);
    return undefined;
  }
  return pickServer(list, purpose);
}
