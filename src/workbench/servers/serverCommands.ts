import { commands, ConfigurationTarget, Disposable, type LogOutputChannel, window, workspace } from "vscode";
import { commands as commandIds, contextKeys } from "../../manifest.ts";
import { PlotsClient } from "../../plotsApi/client.ts";
import { parseRoot } from "../../plotsApi/root.ts";
import { readSetting } from "../settings.ts";
import type { Servers } from "./servers.ts";

/** Choosing a server, signing in and out. */
export function registerServerCommands(servers: Servers, log: LogOutputChannel): Disposable {
  const followSignIn = async () => {
    const connected = await servers.current();
    const signedIn = connected.ok && !connected.connection.embedded && connected.connection.username !== undefined;
    await commands.executeCommand("setContext", contextKeys.signedIn, signedIn);
  };
  return Disposable.from(
    servers.onDidChange(() => void followSignIn()),
    commands.registerCommand(commandIds.connectServer, () => connectServer()),
    commands.registerCommand(commandIds.signIn, () => signIn(servers)),
    commands.registerCommand(commandIds.signOut, () => signOut(servers)),
    commands.registerCommand(commandIds.showLog, () => log.show()),
  );
}

async function connectServer(): Promise<void> {
  const typed = await window.showInputBox({
    title: "Connect to a Server",
    prompt:
      "Address of an on-premises Chart Studio, Figlinq or another server of the Plots API. Empty: the service inside this extension.",
    placeHolder: "https://plots.example.com/v2",
    value: readSetting("server.url"),
    ignoreFocusOut: true,
    validateInput: (text) => {
      if (text.trim() === "") return undefined;
      const root = parseRoot(text);
      return root.ok ? undefined : root.error.sentence;
    },
  });
  if (typed === undefined) return;
  const root = typed.trim() === "" ? undefined : parseRoot(typed);
  if (root !== undefined && !root.ok) return;
  if (root?.value.warning !== undefined) {
    const go = await window.showWarningMessage(root.value.warning, { modal: true }, "Connect Anyway");
    if (go === undefined) return;
  }
  await workspace.getConfiguration("plots").update("server.url", root?.value.root ?? "", ConfigurationTarget.Global);
  await commands.executeCommand("plots.public.focus");
}

async function signIn(servers: Servers): Promise<void> {
  const root = parseRoot(readSetting("server.url"));
  if (!root.ok) {
    void window.showInformationMessage(
      "The service inside this extension needs no sign-in. Connect to a server first.",
    );
    return;
  }
  const title = `Sign In to ${root.value.host}`;
  const username = await window.showInputBox({ title: `${title} (1/2)`, prompt: "User name", ignoreFocusOut: true });
  if (!username?.trim()) return;
  const apiKey = await window.showInputBox({
    title: `${title} (2/2)`,
    prompt: "API key",
    password: true,
    ignoreFocusOut: true,
  });
  if (!apiKey?.trim()) return;
  const credentials = { username: username.trim(), apiKey: apiKey.trim() };
  const client = new PlotsClient({
    root: root.value.root,
    fetch: (request) => fetch(request),
    credentials,
    platform: "plot-files",
    timeoutMs: readSetting("server.timeout") * 1000,
  });
  const user = await client.currentUser();
  if (!user.ok) {
    const again = await window.showErrorMessage(user.error.sentence, "Try Again");
    if (again !== undefined) await signIn(servers);
    return;
  }
  await servers.credentials.set(root.value.root, credentials);
}

async function signOut(servers: Servers): Promise<void> {
  const root = parseRoot(readSetting("server.url"));
  if (root.ok) await servers.credentials.delete(root.value.root);
}
