import { type Disposable, EventEmitter, type LogOutputChannel, type Uri } from "vscode";
import type { ChangeNotice } from "../../plotService/changes.ts";
import type { ListeningService, ListenOptions } from "../../plotService/listen.ts";
import type { PlotService } from "../../plotService/service.ts";
import { type Outcome, fail, ok } from "../../plotsApi/errors/result.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { messageOf } from "../../figure/model/messageOf.ts";

export type { PlotService };

/** The plot service as the entry on Node hands it in. It is loaded when it is first asked for. */
export interface NodeService {
  /** Opens the service with its database below `storage`. `report` is called with errors that should not happen. */
  open(storage: Uri, report: (error: unknown) => void): Promise<PlotService>;
  /** Serves it to programs on this computer by HTTP. Rejects with Node's own error where the port cannot be had. */
  listen(service: PlotService, options: ListenOptions): Promise<ListeningService>;
  /** Whether the server at this address serves the plots of the same database. */
  servesTheSame(service: PlotService, url: string): Promise<boolean>;
}

export interface EmbeddedServiceOptions {
  /** Undefined where there is no Node. */
  readonly node: NodeService | undefined;
  readonly storage: Uri;
  readonly log: LogOutputChannel;
}

/** The plot service inside the extension. It is opened once a window, when it is first asked for. */
export class EmbeddedService implements Disposable {
  readonly #options: EmbeddedServiceOptions;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<ChangeNotice>());
  #service: Promise<PlotService> | undefined;

  /** Fires when files were created, changed or removed in its database, by this window or by another process. */
  readonly onDidChangeFiles = this.#changed.event;

  constructor(options: EmbeddedServiceOptions) {
    this.#options = options;
  }

  /** Undefined where there is no Node. */
  get node(): NodeService | undefined {
    return this.#options.node;
  }

  async open(): Promise<Outcome<PlotService>> {
    const { node, storage, log } = this.#options;
    if (node === undefined) {
      const sentence =
        "The plot service inside this extension needs VS Code on a computer. Add a server to see its plots.";
      return fail({ code: "no-server", sentence, detail: sentence });
    }
    if (this.#store.disposed) {
      const sentence = "This window is closing.";
      return fail({ code: "cancelled", sentence, detail: sentence });
    }
    const opening = (this.#service ??= this.#openWith(node));
    try {
      return ok(await opening);
    } catch (error) {
      // Another call may have tried again meanwhile.
      if (this.#service === opening) this.#service = undefined;
      log.error("The plot database could not be opened.", error);
      const reason = messageOf(error);
      const sentence = `The plot database in ${storage.fsPath} could not be opened: ${reason}`;
      return fail({ code: "storage", sentence, detail: sentence });
    }
  }

  dispose(): void {
    this.#store.dispose();
    void this.#service?.then(
      (service) => service.close(),
      () => undefined,
    );
  }

  async #openWith(node: NodeService): Promise<PlotService> {
    const { storage, log } = this.#options;
    const service = await node.open(storage, (error) => log.error("The plot service failed.", error));
    // This listener ends with the service.
    service.onDidChange((notice) => this.#changed.fire(notice));
    return service;
  }
}
