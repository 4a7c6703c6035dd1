import { type Disposable, EventEmitter } from "vscode";
import type { ChangeNotice, FileChange } from "../../plotService/changes.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import type { EmbeddedService } from "./embeddedService.ts";
import { embeddedServer } from "./server.ts";

/** Changes to the files of a server, whoever made them. */
export interface News {
  /** The server's id. */
  readonly server: string;
  /** One change a file, in the order of the first changes. A file that was moved to the trash is "changed". */
  readonly changes: readonly FileChange[];
  /** False where there were more changes than these: read everything anew. */
  readonly complete: boolean;
}

/** A script's requests come one by one. All their changes within this many milliseconds are told of together. */
const TOGETHER = 200;

/** Tells of changes in the service inside the extension, by this window, others, scripts and `npm run serve`. */
export class NewsFeed implements Disposable {
  readonly #store = new DisposableStore();
  readonly #told = this.#store.add(new EventEmitter<News>());
  readonly #changes = new Map<string, FileChange>();
  #complete = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidTell = this.#told.event;

  constructor(embedded: EmbeddedService) {
    this.#store.add(embedded.onDidChangeFiles((notice) => this.#collect(notice)));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }

  #collect({ changes, complete }: ChangeNotice): void {
    this.#complete &&= complete;
    for (const change of changes) {
      const before = this.#changes.get(change.fid);
      const isNew = before?.kind === "created" && change.kind === "changed";
      this.#changes.set(change.fid, isNew ? before : change);
    }
    this.#timer ??= setTimeout(() => this.#tell(), TOGETHER);
  }

  #tell(): void {
    this.#timer = undefined;
    const news = { server: embeddedServer.id, changes: [...this.#changes.values()], complete: this.#complete };
    this.#changes.clear();
    this.#complete = true;
    this.#told.fire(news);
  }
}
