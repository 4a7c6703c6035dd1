import {
  type AuthenticationProvider,
  type AuthenticationProviderAuthenticationSessionsChangeEvent,
  type AuthenticationProviderSessionOptions,
  type AuthenticationSession,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  window,
} from "vscode";
import { DisposableStore } from "../tasks/disposable.ts";
import type { Account } from "../servers/accounts.ts";
import { addressOf, type Server, titleOf } from "../servers/server.ts";
import type { Servers } from "../servers/servers.ts";
import { signIn } from "./signIn.ts";

/**
 * Offers the accounts on servers to VS Code's Accounts menu and to other extensions. The scope of a session is the server's
 * v2 root, and its token is the API key.
 */
export class AccountProvider implements AuthenticationProvider, Disposable {
  readonly #servers: Servers;
  readonly #log: LogOutputChannel;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<AuthenticationProviderAuthenticationSessionsChangeEvent>());

  readonly onDidChangeSessions = this.#changed.event;

  constructor(servers: Servers, log: LogOutputChannel) {
    this.#servers = servers;
    this.#log = log;
    this.#store.add(
      servers.accounts.onDidChange(({ added, removed, changed }) => {
        // Whoever wants the key asks for the session.
        const told = (accounts: readonly Account[]) => accounts.map((account) => sessionOf(account, ""));
        this.#changed.fire({ added: told(added), removed: told(removed), changed: told(changed) });
      }),
    );
  }

  dispose(): void {
    this.#store.dispose();
  }

  async getSessions(
    scopes: readonly string[] | undefined,
    { account }: AuthenticationProviderSessionOptions,
  ): Promise<AuthenticationSession[]> {
    const { accounts } = this.#servers;
    try {
      const wanted = (await accounts.list()).filter(
        ({ id, root }) =>
          (account === undefined || account.id === id) &&
          (scopes === undefined || scopes.length === 0 || scopes.includes(root)),
      );
      const sessions = wanted.map(async (each) => {
        const credentials = await accounts.credentialsOf(each);
        return credentials === undefined ? [] : [sessionOf(each, credentials.apiKey)];
      });
      return (await Promise.all(sessions)).flat();
    } catch (error) {
      this.#log.error("The accounts could not be read.", error);
      return [];
    }
  }

  async createSession(scopes: readonly string[]): Promise<AuthenticationSession> {
    const server = await this.#serverOf(scopes);
    const account = server && (await signIn(this.#servers, server));
    const credentials = account && (await this.#servers.accounts.credentialsOf(account));
    // VS Code knows a cancelled sign-in by this word.
    if (account === undefined || credentials === undefined) throw new Error("Cancelled");
    return sessionOf(account, credentials.apiKey);
  }

  async removeSession(sessionId: string): Promise<void> {
    await this.#servers.accounts.remove(sessionId);
  }

  async #serverOf(scopes: readonly string[]): Promise<Server | undefined> {
    const remote = this.#servers.list().filter(({ embedded }) => !embedded);
    const [scope] = scopes;
    if (scope !== undefined) {
      const server = remote.find(({ root }) => root === scope);
      if (server === undefined)
        throw new Error(`${scope} is not one of the servers. Add it with “Plots: Add Server…”.`);
      return server;
    }
    if (remote.length === 0) throw new Error("There is no server to sign in to. Add one with “Plots: Add Server…”.");
    if (remote.length === 1) return remote[0];
    const items = remote.map((server) => ({ label: titleOf(server), description: addressOf(server), server }));
    return (await window.showQuickPick(items, { placeHolder: "Which server do you sign in to?" }))?.server;
  }
}

function sessionOf({ id, root, username }: Account, accessToken: string): AuthenticationSession {
  return { id, accessToken, account: { id, label: `${username} on ${addressOf({ root })}` }, scopes: [root] };
}
