import { commands, Disposable, type LogOutputChannel, ProgressLocation, window } from "vscode";
import { commands as commandIds } from "../../manifest.ts";
import type { PlotsClient } from "../../plotsApi/resources/client.ts";
import type { Failure } from "../../plotsApi/errors/result.ts";
import { parseRoot } from "../../plotsApi/requests/root.ts";
import { toSignal } from "../tasks/cancellation.ts";
import type { PlotViews } from "../plotsView/plotViews.ts";
import { addressOf, type Server, serverEntry, titleOf } from "../servers/server.ts";
import { forServer } from "./forServer.ts";
import type { Servers } from "../servers/servers.ts";
import { forgetServer, saveServer, setDefaultServer } from "../servers/serverSettings.ts";
import { messageOf } from "../../figure/model/messageOf.ts";

/** Registers the commands that add, name, test and remove servers. */
export function registerServerCommands(servers: Servers, plots: PlotViews, log: LogOutputChannel): Disposable {
  const withServer = (purpose: string, run: (server: Server) => Promise<void>, remote = true) =>
    forServer(servers, { purpose, remote }, run);
  return Disposable.from(
    commands.registerCommand(commandIds.addServer, () => addServer(servers, plots)),
    commands.registerCommand(commandIds.renameServer, withServer("Which server do you want to rename?", rename)),
    commands.registerCommand(
      commandIds.testServer,
      withServer("Which server do you want to test?", (server) => test(servers, plots, server), false),
    ),
    commands.registerCommand(
      commandIds.removeServer,
      withServer("Which server do you want to remove?", (server) => remove(servers, server)),
    ),
    commands.registerCommand(
      commandIds.setDefaultServer,
      withServer("Where do new plots go?", (server) => setDefaultServer(server), false),
    ),
    commands.registerCommand(commandIds.showLog, () => log.show()),
  );
}

async function addServer(servers: Servers, plots: PlotViews, value = ""): Promise<void> {
  const title = "Add Server";
  const typed = await window.showInputBox({
    title,
    prompt: "Address of an on-premises Chart Studio, Figlinq or another server of the Plots API",
    placeHolder: "https://plots.example.com",
    value,
    ignoreFocusOut: true,
    validateInput(text) {
      if (text.trim() === "") return undefined;
      const root = parseRoot(text);
      if (!root.ok) return root.error.sentence;
      const known = servers.list().find((server) => server.root === root.value.root);
      return known === undefined ? undefined : `${titleOf(known)} is one of your servers already.`;
    },
  });
  if (typed === undefined || typed.trim() === "") return;
  const parsed = parseRoot(typed);
  if (!parsed.ok) return;
  const { root, host, warning } = parsed.value;
  if (warning !== undefined) {
    const go = await window.showWarningMessage(warning, { modal: true }, "Add Anyway");
    if (go === undefined) return;
  }
  const tested = await examine(servers, root, host);
  if (tested === undefined) return;
  if (!tested.ok && !tested.wantsAccount) {
    const action = await window.showErrorMessage(tested.sentence, "Add Anyway", "Change Address");
    if (action === undefined) return;
    if (action === "Change Address") return addServer(servers, plots, typed);
  }
  const name = await window.showInputBox({
    title,
    prompt: `What should ${host} be called? Leave it empty to use its address.`,
    placeHolder: host,
    ignoreFocusOut: true,
  });
  if (name === undefined) return;
  const server = serverEntry({ url: root, name });
  await plots.showAdded(server.id, () => saveServer(root, name.trim()));
  if (!tested.ok && !tested.wantsAccount) return;
  const added = `${name.trim() || host} was added.`;
  const wants = tested.wantsAccount ? " It shows its plots only to those who sign in." : "";
  const sign = await window.showInformationMessage(`${added}${wants}`, "Sign In…");
  if (sign !== undefined) await commands.executeCommand(commandIds.signIn, server);
}

interface Tested {
  readonly ok: boolean;
  /** Why the server cannot be used. */
  readonly sentence: string;
  /** Whether it is a plot server that wants to know who asks. */
  readonly wantsAccount: boolean;
}

/** Asks a server for its plots, as the views will do, and for who we are there. Undefined where the person cancels. */
async function examine(servers: Servers, root: string, name: string, known?: PlotsClient): Promise<Tested | undefined> {
  const client = known ?? (await servers.clientFor(root, name));
  const options = { location: ProgressLocation.Notification, title: `Connecting to ${name}`, cancellable: true };
  return window.withProgress(options, async (_, token): Promise<Tested | undefined> => {
    const signal = toSignal(token);
    const plots = await client.plots.list({}, signal);
    if (token.isCancellationRequested) return undefined;
    if (!plots.ok) return failed(plots.error);
    const user = await client.users.current(signal);
    if (token.isCancellationRequested) return undefined;
    return user.ok ? { ok: true, sentence: "", wantsAccount: false } : failed(user.error);
  });
}

function failed({ code, sentence }: Failure): Tested {
  return { ok: false, sentence, wantsAccount: code === "unauthorized" };
}

async function test(servers: Servers, plots: PlotViews, server: Server): Promise<void> {
  const connected = await servers.connect(server.id);
  const tested = connected.ok
    ? await examine(servers, server.root, server.label, connected.value.client)
    : failed(connected.error);
  if (tested === undefined) return;
  plots.retry(server.id);
  if (!tested.ok) {
    const sign = await window.showErrorMessage(tested.sentence, ...(tested.wantsAccount ? ["Sign In…"] : []));
    if (sign !== undefined) await commands.executeCommand(commandIds.signIn, server);
    return;
  }
  const username = connected.ok ? connected.value.username : undefined;
  // Keep it short: a notification without buttons shows one line.
  const who = username === undefined ? "not signed in" : `signed in as ${username}`;
  void window.showInformationMessage(`${titleOf(server)} answers: Plots API v2, ${who}.`);
}

async function rename(server: Server): Promise<void> {
  const address = addressOf(server);
  const name = await window.showInputBox({
    title: "Rename Server",
    prompt: `What should ${address} be called? Leave it empty to use its address.`,
    value: server.label === address ? "" : server.label,
    placeHolder: address,
  });
  if (name !== undefined) await saveServer(server.root, name.trim());
}

async function remove(servers: Servers, server: Server): Promise<void> {
  const sure = await window.showWarningMessage(
    `Remove ${server.label} from your servers?`,
    { modal: true, detail: "Its plots stay where they are. VS Code forgets your user name and API key for it." },
    "Remove",
  );
  if (sure === undefined) return;
  try {
    await servers.accounts.removeAll(server.root);
  } catch (error) {
    const reason = messageOf(error);
    void window.showWarningMessage(`The API key for ${server.label} could not be removed: ${reason}`);
  }
  await forgetServer(server);
}
