import { type Disposable, EventEmitter, type ExtensionContext, type LogOutputChannel } from "vscode";
import { PlotsClient } from "../../plotsApi/resources/client.ts";
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

/** The servers that plots come from, and one kept connection to each. */
export class Servers implements Disposable {
  readonly accounts: Accounts;
  readonly #context: ExtensionContext;
  readonly #embeddedService: EmbeddedService;
  readonly #log: LogOutputChannel;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<readonly string[]>());
  /** Of the servers that could be connected to, as whoever one is there. */
  readonly #connections = new KeptAnswers<Connected>({
    isKept: (connected) => connected.ok && !this.#locked.has(connected.value.id),
  });
  /** Servers that are asked without a key since the keyring does not hand it out. */
  readonly #locked = new Set<string>();
  #entries: readonly ServerEntry[];

  /**
   * Servers came, went or changed, or who we are there: their ids. Connections to them are to be had anew. With no
   * id, another one is preferred.
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

  /** The one inside the extension first, where there is Node; then those of the setting. */
  list(): readonly Server[] {
    return this.#entries;
  }

  /** The connection to a server of the list, which `plots://<id>/…` documents name too. */
  connect(id: string): Promise<Connected> {
    const entry = this.#entries.find((each) => each.id === id);
    if (entry === undefined) {
      const sentence = `The server ${id} is none of yours. Add it with “Plots: Add Server…” to open its plots.`;
      return Promise.resolve(notConnected("unknown-server", sentence));
    }
    return this.#connections.get(id, () => (entry.embedded ? this.#embedded() : this.#remote(entry)));
  }

  /** Where new plots go, and where the grids of figure files are looked for: the default server, or else the first. */
  preferred(): Promise<Connected> {
    const server = this.preferredServer();
    if (server !== undefined) return this.connect(server.id);
    // Says why there is none inside either.
    return this.#embedded();
  }

  preferredServer(): Server | undefined {
    return this.#entries.find((entry) => isDefault(entry)) ?? this.#entries[0];
  }

  /** A client of a server that need not be of the list, to try it before it is kept. */
  clientFor(root: string, name: string, credentials?: Credentials): PlotsClient {
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
    const client = this.clientFor(root, label, credentials);
    return ok({ id, label, root, embedded: false, username: credentials?.username, client });
  }

  /** A keyring may be locked or broken; what everyone may read can be read all the same. */
  async #credentialsOf(id: string, root: string): Promise<Credentials | undefined> {
    try {
      const credentials = await this.accounts.credentials(root);
      this.#locked.delete(id);
      return credentials;
    } catch (error) {
      // Asked for again, it is tried again; said it is once.
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
    const client = this.#client(
      embeddedServer.root,
      "This computer",
      (request) => service.fetch(request),
      service.user,
    );
    return ok({ ...embeddedServer, username: service.user.username, client });
  }

  #client(root: string, name: string, send: Fetch, credentials: Credentials | undefined): PlotsClient {
    const extension = this.#context.extension.packageJSON as { version: string };
    return new PlotsClient({
      root,
      name,
      fetch: send,
      ...(credentials !== undefined && { credentials }),
      platform: `plot-files ${extension.version}`,
      timeoutMs: readSetting("server.timeout") * 1000,
    });
  }
}
