import { type Disposable, EventEmitter, type ExtensionContext, type LogOutputChannel } from "vscode";
import { PlotsClient } from "../../plotsApi/client.ts";
import type { Failure } from "../../plotsApi/result.ts";
import { parseRoot } from "../../plotsApi/root.ts";
import type { Fetch } from "../../plotsApi/transport.ts";
import { DisposableStore } from "../disposable.ts";
import { onDidChangeSetting, readSetting } from "../settings.ts";
import type { Connection } from "./connection.ts";
import { type Credentials, CredentialStore } from "./credentials.ts";
import type { EmbeddedService } from "./embeddedService.ts";

export type Connected =
  | { readonly ok: true; readonly connection: Connection }
  | { readonly ok: false; readonly error: Failure };

/** The root of the service inside the extension. Its `fetch` is the service itself; the name never meets a network. */
const embeddedRoot = "http://embedded.invalid/v2";

/** Chooses the one server in use: the setting's, or the service inside the extension. */
export class Servers implements Disposable {
  readonly credentials: CredentialStore;
  readonly #context: ExtensionContext;
  readonly #embeddedService: EmbeddedService;
  readonly #log: LogOutputChannel;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  #current: Promise<Connected> | undefined;

  /** The server in use, or who we are there, is another one now. */
  readonly onDidChange = this.#changed.event;

  constructor(context: ExtensionContext, embedded: EmbeddedService, log: LogOutputChannel) {
    this.#context = context;
    this.#embeddedService = embedded;
    this.#log = log;
    this.credentials = new CredentialStore(context.secrets);
    this.#store.add(onDidChangeSetting(["server.url", "server.timeout"], () => this.#reset()));
    this.#store.add(
      context.secrets.onDidChange(({ key }) => {
        if (key.startsWith("plots.credentials ")) this.#reset();
      }),
    );
  }

  current(): Promise<Connected> {
    this.#current ??= this.#connect();
    return this.#current;
  }

  /** The connection that `plots://<id>/…` documents belong to. */
  async byId(id: string): Promise<Connected> {
    const connected = await this.current();
    if (connected.ok && connected.connection.id !== id) {
      if (id === "embedded" && this.#embeddedService.node !== undefined) return this.#embedded();
      return failure(
        "other-server",
        `This plot belongs to the server ${id}, which is not the one in use. Connect to it to open the plot.`,
      );
    }
    return connected;
  }

  dispose(): void {
    this.#store.dispose();
  }

  #reset(): void {
    this.#current = undefined;
    this.#changed.fire();
  }

  async #connect(): Promise<Connected> {
    const url = readSetting("server.url").trim();
    if (url === "") return this.#embedded();
    const parsed = parseRoot(url);
    if (!parsed.ok) return { ok: false, error: parsed.error };
    const { root, host } = parsed.value;
    const credentials = await this.#credentialsOf(root);
    return {
      ok: true,
      connection: {
        id: host,
        label: host,
        root,
        embedded: false,
        username: credentials?.username,
        client: this.#client(root, host, (request) => fetch(request), credentials),
      },
    };
  }

  /** A keyring may be locked or broken; what everyone may read can be read all the same. */
  async #credentialsOf(root: string): Promise<Credentials | undefined> {
    try {
      return await this.credentials.get(root);
    } catch (error) {
      this.#log.error(`The API key for ${root} could not be read. The server is asked without one.`, error);
      return undefined;
    }
  }

  async #embedded(): Promise<Connected> {
    const opened = await this.#embeddedService.open();
    if (!opened.ok) {
      // Asked for again, it is tried again.
      this.#current = undefined;
      return opened;
    }
    const service = opened.value;
    return {
      ok: true,
      connection: {
        id: "embedded",
        label: "this computer",
        root: embeddedRoot,
        embedded: true,
        username: service.user.username,
        client: this.#client(embeddedRoot, "This computer", (request) => service.fetch(request), service.user),
      },
    };
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

function failure(code: string, sentence: string, detail = sentence): Connected {
  return { ok: false, error: { code, sentence, detail } };
}
