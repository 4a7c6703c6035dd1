import { commands, Disposable, type LogOutputChannel, window } from "vscode";
import { commands as commandIds, contextKeys } from "../../manifest.ts";
import { forServer } from "./forServer.ts";
import type { Server } from "../servers/server.ts";
import type { Servers } from "../servers/servers.ts";
import { chooseAccount, signIn } from "./signIn.ts";

/** Registers the commands that sign in to servers, as one person or another, and out. */
export function registerAccountCommands(servers: Servers, log: LogOutputChannel): Disposable {
  let latest: symbol | undefined;
  const follow = async () => {
    const remote = servers.list().filter(({ embedded }) => !embedded);
    const asked = Symbol("follow");
    latest = asked;
    const connected = await Promise.all(remote.map(({ id }) => servers.connect(id)));
    // A later call will tell.
    if (latest !== asked) return;
    const signedIn = connected.some((each) => each.ok && each.value.username !== undefined);
    await commands.executeCommand("setContext", contextKeys.hasServers, remote.length > 0);
    await commands.executeCommand("setContext", contextKeys.signedIn, signedIn);
  };
  void follow();
  return Disposable.from(
    servers.onDidChange(() => void follow()),
    commands.registerCommand(
      commandIds.signIn,
      forServer(servers, { purpose: "Which server do you sign in to?", remote: true }, (server) =>
        signInOrSwitch(servers, server, log),
      ),
    ),
    commands.registerCommand(
      commandIds.signOut,
      forServer(servers, { purpose: "Which server do you sign out of?", remote: true }, (server) =>
        signOut(servers, server),
      ),
    ),
  );
}

/** Signs in as another person, or switches to an account that is signed in already. */
async function signInOrSwitch(servers: Servers, server: Server, log: LogOutputChannel): Promise<void> {
  const known = await servers.accounts.list(server.root).catch((error: unknown) => {
    log.error(`The accounts on ${server.label} could not be read.`, error);
    return [];
  });
  const chosen =
    known.length === 0 ? "another" : await chooseAccount(known, `Who are you on ${server.label}?`, "Another account…");
  if (chosen === "another") await signIn(servers, server);
  else if (chosen !== undefined) await servers.accounts.use(chosen);
}

async function signOut(servers: Servers, server: Server): Promise<void> {
  const account = await chooseAccount(await servers.accounts.list(server.root), `Who signs out of ${server.label}?`);
  if (account === undefined || account === "another") return;
  await servers.accounts.remove(account.id);
  void window.showInformationMessage(
    `${account.username} is signed out of ${server.label}. VS Code has forgotten the API key.`,
  );
}
