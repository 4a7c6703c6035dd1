import type { Disposable } from "vscode";
import type { ToWebview } from "../../protocol.ts";

/** A large figure takes a while to become a picture; after this the webview is taken for dead. */
const patienceMilliseconds = 60_000;

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Asks the webview for pictures and matches its answers to the questions. */
export class PictureRequests implements Disposable {
  readonly #post: (message: ToWebview) => void;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(post: (message: ToWebview) => void) {
    this.#post = post;
  }

  request(format: "png" | "svg", scale: number): Promise<Uint8Array> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => this.#fail(id, "The preview did not answer within a minute."),
        patienceMilliseconds,
      );
      this.#waiting.set(id, { resolve, reject, timer });
      this.#post({ type: "export", id, format, scale });
    });
  }

  answer(id: number, bytes: Uint8Array | undefined, error: string | undefined): void {
    if (bytes === undefined) this.#fail(id, error ?? "The preview could not make a picture.");
    else this.#take(id)?.resolve(bytes);
  }

  dispose(): void {
    for (const id of this.#waiting.keys()) this.#fail(id, "The preview was closed.");
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
