import {
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  type Memento,
  type SecretStorage,
  Uri,
} from "vscode";
import { PlotsClient } from "../../../src/plotsApi/resources/client.ts";
import { type PlotsClientOptions } from "../../../src/plotsApi/requests/clientOptions.ts";
import { type Connected, type Connection, notConnected } from "../../../src/workbench/servers/connection.ts";
import { type Failure, ok } from "../../../src/plotsApi/errors/result.ts";
import type { Server } from "../../../src/workbench/servers/server.ts";
import type { Servers } from "../../../src/workbench/servers/servers.ts";

/** A log that keeps its lines. */
export function keptLog(): { log: LogOutputChannel; lines: string[] } {
  const lines: string[] = [];
  const write = (...parts: readonly unknown[]) => void lines.push(parts.map(String).join(" "));
  const log = { trace: write, debug: write, info: write, warn: write, error: write, show: () => undefined };
  return { log: log as unknown as LogOutputChannel, lines };
}

/** Secrets in memory. */
export class MemorySecrets implements SecretStorage {
  readonly #changed = new EventEmitter<{ readonly key: string }>();
  readonly onDidChange = this.#changed.event;
  readonly kept = new Map<string, string>();

  keys(): Promise<string[]> {
    return Promise.resolve([...this.kept.keys()]);
  }

  get(key: string): Promise<string | undefined> {
    return Promise.resolve(this.kept.get(key));
  }

  store(key: string, value: string): Promise<void> {
    this.kept.set(key, value);
    this.#changed.fire({ key });
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    this.kept.delete(key);
    this.#changed.fire({ key });
    return Promise.resolve();
  }
}

export class MemoryMemento implements Memento {
  readonly #values = new Map<string, unknown>();

  keys(): readonly string[] {
    return [...this.#values.keys()];
  }

  get<T>(key: string, otherwise?: T): T | undefined {
    return this.#values.has(key) ? (this.#values.get(key) as T) : otherwise;
  }

  update(key: string, value: unknown): Promise<void> {
    this.#values.set(key, value);
    return Promise.resolve();
  }
}

/** What the extension's parts use of the context that VS Code hands to `activate`. */
export function contextWith(secrets: SecretStorage): ExtensionContext {
  return {
    secrets,
    globalState: new MemoryMemento(),
    globalStorageUri: Uri.file("/storage-of-the-tests"),
    extension: { packageJSON: { version: "0.0.0" } },
  } as unknown as ExtensionContext;
}

/** A connection to a server at this root, over the host's own fetch unless another one is given. */
export function connectionTo(
  root: string,
  { username, ...options }: Partial<PlotsClientOptions> & { readonly username?: string } = {},
): Connection {
  const { host } = new URL(root);
  const client = new PlotsClient({
    root,
    fetch: (request) => fetch(request),
    platform: "plot-files 0.0.0",
    retries: { attempts: 1, firstPause: 0, longest: 0 },
    ...options,
  });
  return { id: host, label: host, root, embedded: false, username, client };
}

/** Stands in for `Servers` where a test says which servers there are; the first is preferred. */
export class ChosenServer {
  readonly #changed = new EventEmitter<readonly string[]>();
  readonly onDidChange = this.#changed.event;
  #connections: readonly Connection[];
  /** What every server answers instead of its connection, where it cannot be reached. */
  failure: Failure | undefined;

  constructor(...connections: Connection[]) {
    this.#connections = connections;
  }

  list(): readonly Server[] {
    return this.#connections;
  }

  connect(id: string): Promise<Connected> {
    const connection = this.#connections.find((each) => each.id === id);
    if (this.failure !== undefined) return Promise.resolve({ ok: false, error: this.failure });
    return Promise.resolve(
      connection === undefined ? notConnected("unknown-server", `No server ${id}.`) : ok(connection),
    );
  }

  preferred(): Promise<Connected> {
    return this.connect(this.preferredServer()?.id ?? "");
  }

  preferredServer(): Server | undefined {
    return this.#connections[0];
  }

  /** Others take the place of the servers before. */
  use(...connections: Connection[]): void {
    const ids = [...this.#connections, ...connections].map(({ id }) => id);
    this.#connections = connections;
    this.#changed.fire(ids);
  }

  /** Another account is in use on this server. */
  changed(id: string): void {
    this.#changed.fire([id]);
  }

  /** As the extension's parts take it. */
  get servers(): Servers {
    return this as unknown as Servers;
  }
}
