import { type Disposable, EventEmitter } from "vscode";
import type { ChangeNotice, FileChange } from "../../plotService/changes.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import type { EmbeddedService } from "./embeddedService.ts";
import { embeddedServer } from "./server.ts";

/** What happened to the files of a server, whoever did it. */
export interface News {
  /** The server's id. */
  readonly server: string;
  /** One a file, in the order of their first change. Moved to the trash is "changed". */
  readonly changes: readonly FileChange[];
  /** False where more happened than is known: read everything anew. */
  readonly complete: boolean;
}

/** A script's requests come one by one; what they do within this many milliseconds is told of at once. */
const TOGETHER = 200;

/** Tells of changes by this window, by others, by scripts and by `npm run serve`, some milliseconds' worth at a time. */
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
