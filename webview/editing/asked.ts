import type { FigureAct } from "../../src/figure/edits/acts/figureAct.ts";
import type { FigureEdit } from "../../src/figure/edits/edit.ts";
import type { FromWebview } from "../../src/protocol.ts";

/** The edits that the host was asked to write, and the versions of the text that they made. */
export class Asked {
  readonly #post: (message: FromWebview) => void;
  readonly #waiting = new Map<number, (error: string | undefined) => void>();
  readonly #own = new Set<number>();
  #last = 0;

  constructor(post: (message: FromWebview) => void) {
    this.#post = post;
  }

  /** Resolves to a sentence where the edits were not written. */
  async ask(version: number, edits: readonly FigureEdit[], label: string): Promise<string | undefined> {
    return await this.#answer((id) => ({ type: "edit", id, version, label, edits }));
  }

  /** The same for a change that takes the figure's data to know. */
  async askToAct(version: number, act: FigureAct, label: string): Promise<string | undefined> {
    return await this.#answer((id) => ({ type: "act", id, version, label, act }));
  }

  async #answer(message: (id: number) => FromWebview): Promise<string | undefined> {
    this.#last += 1;
    const { promise, resolve } = Promise.withResolvers<string | undefined>();
    this.#waiting.set(this.#last, resolve);
    this.#post(message(this.#last));
    return await promise;
  }

  answered(id: number, error: string | undefined, version: number | undefined): void {
    if (version !== undefined) this.#own.add(version);
    this.#waiting.get(id)?.(error);
    this.#waiting.delete(id);
  }

  /** Whether the text has this version because of an edit of this page. */
  isOwn(version: number): boolean {
    return this.#own.has(version);
  }
}
