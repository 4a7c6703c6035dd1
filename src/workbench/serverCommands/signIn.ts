import { ProgressLocation, type QuickPickItem, window } from "vscode";
import { toSignal } from "../tasks/cancellation.ts";
import type { Account } from "../servers/accounts.ts";
import type { Server } from "../servers/server.ts";
import type { Servers } from "../servers/servers.ts";
import { messageOf } from "../../figure/model/messageOf.ts";

/** Asks for user name and API key until the server accepts them. Undefined where the person gives up. */
export async function signIn(servers: Servers, server: Server, proposed = ""): Promise<Account | undefined> {
  const title = `Sign In to ${server.label}`;
  const username = await window.showInputBox({
    title: `${title} (1/2)`,
    prompt: "User name",
    value: proposed,
    ignoreFocusOut: true,
    validateInput: (text) => (text.includes(":") ? "A user name cannot contain a colon." : undefined),
  });
  if (!username?.trim()) return undefined;
  const apiKey = await window.showInputBox({
    title: `${title} (2/2)`,
    prompt: "API key, which the settings of your account there show",
    password: true,
    ignoreFocusOut: true,
  });
  if (!apiKey?.trim()) return undefined;
  const credentials = { username: username.trim(), apiKey: apiKey.trim() };
  const checked = await checkCredentials(servers, server, credentials);
  if (checked === undefined) return undefined;
  if (checked === "accepted") return keepAccount(servers, server, credentials);
  const again = await window.showErrorMessage(checked.sentence, "Try Again");
  return again === undefined ? undefined : signIn(servers, server, credentials.username);
}

/** Whether a server accepts these credentials, or why not. Undefined where the person cancels. */
export async function checkCredentials(
  servers: Servers,
  { root, label }: Server,
  credentials: { readonly username: string; readonly apiKey: string },
): Promise<"accepted" | { readonly sentence: string } | undefined> {
  const client = await servers.clientFor(root, label, credentials);
  const options = { location: ProgressLocation.Notification, title: `Signing in to ${label}`, cancellable: true };
  return window.withProgress(options, async (_, token) => {
    const user = await client.users.current(toSignal(token));
    if (token.isCancellationRequested) return undefined;
    if (!user.ok) return { sentence: user.error.sentence };
    // Some servers treat an unknown name like no name at all.
    if (user.value.username?.trim()) return "accepted";
    return { sentence: `${label} does not know ${credentials.username}. Check the user name and the API key.` };
  });
}

/** Keeps the account, or tells that the keyring is locked or missing. */
export async function keepAccount(
  servers: Servers,
  { root, label }: Server,
  credentials: { readonly username: string; readonly apiKey: string },
): Promise<Account | undefined> {
  try {
    return await servers.accounts.save(root, credentials);
  } catch (error) {
    const reason = messageOf(error);
    void window.showErrorMessage(
      `VS Code could not keep the API key for ${label}, so you are not signed in: ${reason} Unlock or set up the keyring of this computer and try again.`,
    );
    return undefined;
  }
}

/** Asks for one of the accounts on a server, where there are several or where `another` offers a new one. */
export async function chooseAccount(
  accounts: readonly Account[],
  placeHolder: string,
  another?: string,
): Promise<Account | "another" | undefined> {
  if (another === undefined && accounts.length < 2) return accounts[0];
  const items: (QuickPickItem & { account: Account | "another" })[] = accounts.map((account, at) => ({
    label: `$(account) ${account.username}`,
    description: at === 0 ? "in use" : "",
    account,
  }));
  if (another !== undefined) items.push({ label: `$(add) ${another}`, account: "another" });
  return (await window.showQuickPick(items, { placeHolder }))?.account;
}
