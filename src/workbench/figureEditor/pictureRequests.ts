import type { Disposable } from "vscode";
import type { ToWebview } from "../../protocol.ts";

/** After this many milliseconds the webview counts as dead. A large figure takes a while to become a picture. */
const patienceMilliseconds = 60_000;

const closed = "The preview was closed.";
const hidden = "The preview was hidden before the picture was done. Show it and try again.";

interface Waiting {
  readonly question: Extract<ToWebview, { type: "export" }>;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
  isAsked: boolean;
}

/**
 * Asks the webview for pictures once the figure is drawn, and matches its answers to the questions. Each question has an
 * answer, also where the webview is closed, hidden or cannot draw. A webview that is loaded anew is asked again.
 */
export class PictureRequests implements Disposable {
  /** Sends a message, and says whether there was a webview to take it. */
  readonly #post: (message: ToWebview) => Thenable<boolean>;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #isDrawn = false;
  #isClosed = false;

  constructor(post: (message: ToWebview) => Thenable<boolean>) {
    this.#post = post;
  }

  /** Tells whether the page has drawn something since it began. Only the page knows what it shows now. */
  get isDrawn(): boolean {
    return this.#isDrawn;
  }

  request(format: "png" | "svg", scale: number, to: "file" | "clipboard" = "file"): Promise<Uint8Array> {
    if (this.#isClosed) return Promise.reject(new Error(closed));
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => this.#fail(id, "The preview did not answer within a minute."),
        patienceMilliseconds,
      );
      const question = { type: "export", id, format, scale, to } as const;
      this.#waiting.set(id, { question, resolve, reject, timer, isAsked: false });
      this.#ask();
    });
  }

  answer(id: number, bytes: Uint8Array | undefined, error: string | undefined): void {
    if (bytes === undefined) this.#fail(id, error ?? "The preview could not make a picture.");
    else this.#take(id)?.resolve(bytes);
  }

  /** Tells that a new page begins, which has drawn nothing and knows of no question. */
  pageBegan(): void {
    this.#isDrawn = false;
    for (const waiting of this.#waiting.values()) waiting.isAsked = false;
  }

  /** Tells that the page has drawn the figure. */
  drawn(): void {
    this.#isDrawn = true;
    this.#ask();
  }

  /** Tells that the page could not draw the figure, so that no picture will come. */
  notDrawn(reason: string): void {
    if (!this.#isDrawn) this.#failAll(`The figure is not drawn. ${reason}`);
  }

  /** Tells that the page is gone, since VS Code keeps no hidden page. */
  pageEnded(): void {
    this.#isDrawn = false;
    this.#failAll(hidden);
  }

  dispose(): void {
    this.#isClosed = true;
    this.#failAll(closed);
  }

  #ask(): void {
    if (!this.#isDrawn) return;
    for (const [id, waiting] of this.#waiting) {
      if (waiting.isAsked) continue;
      waiting.isAsked = true;
      this.#post(waiting.question).then(
        (isTaken) => {
          if (!isTaken) this.#fail(id, hidden);
        },
        () => this.#fail(id, hidden),
      );
    }
  }

  #failAll(message: string): void {
    for (const id of this.#waiting.keys()) this.#fail(id, message);
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
