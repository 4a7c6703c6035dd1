import { window } from "vscode";
import type { Connected, Connection } from "./connection.ts";
import { addressOf, type Server, titleOf } from "./server.ts";
import type { Servers } from "./servers.ts";

/** Asks for one of several servers; a single one is taken without asking. Undefined where there is none, or where they give up. */
export async function pickServer(choices: readonly Server[], question: string): Promise<Server | undefined> {
  if (choices.length < 2) return choices[0];
  const items = choices.map((server) => ({
    label: titleOf(server),
    description: server.embedded ? "the service inside this extension" : addressOf(server),
    server,
  }));
  return (await window.showQuickPick(items, { placeHolder: question, matchOnDescription: true }))?.server;
}

/**
 * Connects to the server that the person chooses, the default one first in the list. `question` is what the list asks:
 * "Where do the plots go?". Undefined where they give up, or where connecting fails, which they are told.
 */
export async function pickConnection(servers: Servers, question: string): Promise<Connection | undefined> {
  const preferred = servers.preferredServer();
  if (preferred !== undefined) {
    const others = servers.list().filter((server) => server !== preferred);
    const server = await pickServer([preferred, ...others], question);
    return server && connectOrTell(servers, server);
  }
  // There is none, and connecting says why.
  return preferredOrTell(servers);
}

/** Connects to the default server. Undefined where there is none, or where that fails, which the person is told. */
export async function preferredOrTell(servers: Servers): Promise<Connection | undefined> {
  return told(await servers.preferred());
}

/** Connects to a server. Undefined where that fails, which the person is told. */
export async function connectOrTell(servers: Servers, { id }: Pick<Server, "id">): Promise<Connection | undefined> {
  return told(await servers.connect(id));
}

function told(connected: Connected): Connection | undefined {
  if (connected.ok) return connected.value;
  void window.showErrorMessage(connected.error.sentence);
  return undefined;
}
