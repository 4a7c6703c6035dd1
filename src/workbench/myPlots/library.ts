import type { LogOutputChannel } from "vscode";
import { views } from "../../manifest.ts";
import type { Failure } from "../../plotsApi/errors/result.ts";
import type { FolderPlace } from "../../plotsApi/resources/folders.ts";
import type { Connection } from "../servers/connection.ts";
import type { Server } from "../servers/server.ts";
import type { Servers } from "../servers/servers.ts";
import { ServerItem } from "../treeItems/serverItem.ts";
import { FileListing } from "./fileListing.ts";

/** The files of a signed-in person on one server, as far as they were looked at. It ends when the server changes or goes. */
export class Library {
  readonly server: Server;
  readonly node: ServerItem;
  /** Why there is nothing to show. */
  failure: Failure | undefined;
  readonly #servers: Servers;
  readonly #log: LogOutputChannel;
  readonly #listings = new Map<string, FileListing>();
  #connection: Connection | undefined;
  #ended = false;

  constructor(server: Server, node: ServerItem, servers: Servers, log: LogOutputChannel) {
    this.server = server;
    this.node = node;
    this.#servers = servers;
    this.#log = log;
  }

  /** The connection that the server was last asked through. */
  get connection(): Connection | undefined {
    return this.#connection;
  }

  /** Has every place read anew the next time that it is looked at. */
  restart(): void {
    // They stay in their places, so that those that follow know how far they were read.
    for (const listing of this.#listings.values()) listing.end();
  }

  /** Stops what is being read; nothing more is. */
  end(): void {
    this.#ended = true;
    this.restart();
  }

  /** The listing of a place, with its first pages read. Undefined where the server cannot be asked; `failure` says why. */
  async begun(place: FolderPlace): Promise<FileListing | undefined> {
    const connection = await this.#connect();
    // The server may be another one now, or somebody else be signed in: who asks is asked anew.
    if (connection === undefined || this.#ended) return undefined;
    const key = typeof place === "string" ? place : place.fid;
    const before = this.#listings.get(key);
    const listing = before === undefined || before.ended ? new FileListing(connection, place, before) : before;
    this.#listings.set(key, listing);
    await listing.begin();
    if (listing.failure !== undefined && listing.failure.code !== "cancelled") {
      this.#log.warn(`${views.myPlots}: ${listing.failure.detail}`);
    }
    return listing;
  }

  /** True where neither star nor trash holds anything. */
  async hasEmptyShelves(): Promise<boolean> {
    const shelves = await Promise.all([this.begun("starred"), this.begun("trashed")]);
    return shelves.every((listing) => listing === undefined || listing.files.length === 0);
  }

  /** Has the server's node tell how it stands. True where it looks another way now. */
  show(): boolean {
    const preferred = this.#servers.preferredServer()?.id === this.server.id;
    return this.node.show({ username: this.#connection?.username, failure: this.failure, preferred });
  }

  async #connect(): Promise<Connection | undefined> {
    const connected = await this.#servers.connect(this.server.id);
    this.#connection = connected.ok ? connected.value : undefined;
    if (!connected.ok) this.failure = connected.error;
    else if (connected.value.username === undefined) {
      const sentence = `Sign in to ${connected.value.label} to see your plots there.`;
      this.failure = { code: "unauthorized", sentence, detail: sentence };
      return undefined;
    }
    return this.#connection;
  }
}
