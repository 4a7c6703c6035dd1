import type { Disposable } from "vscode";
import type { ToWebview } from "../../protocol.ts";

/** A large figure takes a while to become a picture; after this the webview is taken for dead. */
const patienceMilliseconds = 60_000;

const closed = "The preview was closed.";
const gone = "The preview was hidden before the picture was done. Show it and try again.";

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Asks the webview for pictures and matches its answers to the questions. Each has an answer, also where the webview is
 * closed, hidden or loaded anew meanwhile, which all end the page that was asked.
 */
export class PictureRequests implements Disposable {
  /** Tells whether the webview was there to take it. */
  readonly #post: (message: ToWebview) => Thenable<boolean>;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #isClosed = false;

  constructor(post: (message: ToWebview) => Thenable<boolean>) {
    this.#post = post;
  }

  request(format: "png" | "svg", scale: number): Promise<Uint8Array> {
    if (this.#isClosed) return Promise.reject(new Error(closed));
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => this.#fail(id, "The preview did not answer within a minute."),
        patienceMilliseconds,
      );
      this.#waiting.set(id, { resolve, reject, timer });
      this.#post({ type: "export", id, format, scale }).then(
        (isTaken) => {
          if (!isTaken) this.#fail(id, gone);
        },
        () => this.#fail(id, gone),
      );
    });
  }

  /** The page that was asked is no more. */
  pageEnded(): void {
    for (const id of this.#waiting.keys()) this.#fail(id, gone);
  }

  answer(id: number, bytes: Uint8Array | undefined, error: string | undefined): void {
    if (bytes === undefined) this.#fail(id, error ?? "The preview could not make a picture.");
    else this.#take(id)?.resolve(bytes);
  }

  dispose(): void {
    this.#isClosed = true;
    for (const id of this.#waiting.keys()) this.#fail(id, closed);
  }

  #fail(id: number, message: string): void {
    this.#take(id)?.reject(new Error(message));
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    if (waiting !== undefined) clearTimeout(waiting.timer);
    this.#waiting.delete(id);
    return waiting;
  }
}
