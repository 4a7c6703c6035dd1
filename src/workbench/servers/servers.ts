import { type Disposable, EventEmitter, type ExtensionContext, type LogOutputChannel } from "vscode";
import type { PlotsClient } from "../../plotsApi/resources/client.ts";
import type { Credentials } from "../../plotsApi/requests/credentials.ts";
import { ok } from "../../plotsApi/errors/result.ts";
import type { Fetch } from "../../plotsApi/transport/exchange.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { KeptAnswers } from "../tasks/keptAnswers.ts";
import { onDidChangeSetting, readSetting } from "../settings.ts";
import type { Connected } from "./connection.ts";
import { notConnected } from "./connection.ts";
import type { Accounts } from "./accounts.ts";
import type { EmbeddedService } from "./embeddedService.ts";
import { embeddedServer, type Server, type ServerEntry } from "./server.ts";
import { isDefault, readServers } from "./serverSettings.ts";

/** Knows the servers that plots come from, and keeps one connection to each. */
export class Servers implements Disposable {
  readonly accounts: Accounts;
  readonly #context: ExtensionContext;
  readonly #embeddedService: EmbeddedService;
  readonly #log: LogOutputChannel;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<readonly string[]>());
  /** The connections to servers, each as the account in use there. */
  readonly #connections = new KeptAnswers<Connected>({
    isKept: (connected) => connected.ok && !this.#locked.has(connected.value.id),
  });
  /** The servers that are asked without a key, since the keyring does not give it. */
  readonly #locked = new Set<string>();
  #entries: readonly ServerEntry[];

  /**
   * Fires with the ids of servers that came, went or changed, or where another account is used. Connect to them anew. It
   * fires without ids when another server is preferred.
   */
  readonly onDidChange = this.#changed.event;

  constructor(context: ExtensionContext, embedded: EmbeddedService, accounts: Accounts, log: LogOutputChannel) {
    this.#context = context;
    this.#embeddedService = embedded;
    this.#log = log;
    this.accounts = accounts;
    this.#entries = this.#read();
    this.#store.add(onDidChangeSetting(["servers"], () => this.#reread()));
    this.#store.add(onDidChangeSetting(["defaultServer"], () => this.#changed.fire([])));
    this.#store.add(onDidChangeSetting(["server.timeout"], () => this.#reset(this.#entries.map(({ id }) => id))));
    this.#store.add(
      accounts.onDidChange(({ added, removed, changed }) => {
        const roots = new Set([...added, ...removed, ...changed].map(({ root }) => root));
        const ids = this.#entries.filter(({ root }) => roots.has(root)).map(({ id }) => id);
        if (ids.length > 0) this.#reset(ids);
      }),
    );
  }

  /** All servers: first the service inside the extension, where there is Node, then those of the setting. */
  list(): readonly Server[] {
    return this.#entries;
  }

  /** Connects to a server of the list. `plots://<id>/…` addresses have the same id. */
  connect(id: string): Promise<Connected> {
    const entry = this.#entries.find((each) => each.id === id);
    if (entry === undefined) {
      const sentence = `The server ${id} is not one of yours. Add it with “Plots: Add Server…” to open its plots.`;
      return Promise.resolve(notConnected("unknown-server", sentence));
    }
    return this.#connections.get(id, () => (entry.embedded ? this.#embedded() : this.#remote(entry)));
  }

  /** Connects to the server for new plots and for the grids of figure files: the default server, or else the first. */
  preferred(): Promise<Connected> {
    const server = this.preferredServer();
    if (server !== undefined) return this.connect(server.id);
    // This says why there is no service inside either.
    return this.#embedded();
  }

  preferredServer(): Server | undefined {
    return this.#entries.find((entry) => isDefault(entry)) ?? this.#entries[0];
  }

  /** Makes a client of any server, to try it before it is put into the list. */
  clientFor(root: string, name: string, credentials?: Credentials): Promise<PlotsClient> {
    return this.#client(root, name, (request) => fetch(request), credentials);
  }

  dispose(): void {
    this.#store.dispose();
  }

  #read(): readonly ServerEntry[] {
    const own = this.#embeddedService.node === undefined ? [] : [embeddedServer];
    return [...own, ...readServers()];
  }

  #reread(): void {
    const before = this.#entries;
    this.#entries = this.#read();
    const same = (one: ServerEntry) => (other: ServerEntry) => JSON.stringify(one) === JSON.stringify(other);
    const gone = before.filter((entry) => !this.#entries.some(same(entry)));
    const come = this.#entries.filter((entry) => !before.some(same(entry)));
    this.#reset([...new Set([...gone, ...come].map(({ id }) => id))]);
  }

  #reset(ids: readonly string[]): void {
    for (const id of ids) this.#connections.delete(id);
    this.#changed.fire(ids);
  }

  async #remote(entry: ServerEntry): Promise<Connected> {
    if (entry.failure !== undefined) return { ok: false, error: entry.failure };
    const { id, label, root } = entry;
    const credentials = await this.#credentialsOf(id, root);
    const client = await this.clientFor(root, label, credentials);
    return ok({ id, label, root, embedded: false, username: credentials?.username, client });
  }

  /** The credentials of a server. None where the keyring is locked or broken: what is public can be read without. */
  async #credentialsOf(id: string, root: string): Promise<Credentials | undefined> {
    try {
      const credentials = await this.accounts.credentials(root);
      this.#locked.delete(id);
      return credentials;
    } catch (error) {
      // Each connection tries again, but the log says it once.
      if (!this.#locked.has(id))
        this.#log.error(`The API key for ${root} could not be read. The server is asked without one.`, error);
      this.#locked.add(id);
      return undefined;
    }
  }

  async #embedded(): Promise<Connected> {
    const opened = await this.#embeddedService.open();
    if (!opened.ok) return opened;
    const service = opened.value;
    const client = await this.#client(
      embeddedServer.root,
      "This computer",
      (request) => service.fetch(request),
      service.user,
    );
    return ok({ ...embeddedServer, username: service.user.username, client });
  }

  async #client(root: string, name: string, send: Fetch, credentials: Credentials | undefined): Promise<PlotsClient> {
    // No figure waits for the shapes of all that servers answer.
    const client = await import("../../plotsApi/resources/client.ts");
    const extension = this.#context.extension.packageJSON as { version: string };
    return new client.PlotsClient({
      root,
      name,
      fetch: send,
      ...(credentials !== undefined && { credentials }),
      platform: `plot-files ${extension.version}`,
      timeoutMs: readSetting("server.timeout") * 1000,
    });
  }
}
