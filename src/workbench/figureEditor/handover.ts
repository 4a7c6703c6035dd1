import type { Disposable } from "vscode";
import type { FromWebview, ToWebview } from "../../protocol.ts";
import { asBytes } from "./pageMessages.ts";

/** What a page shows, for the page of another editor that comes in its place. */
export interface Handover {
  /** What the page keeps: zoom, hidden traces, whether its list of problems is open. JSON that only a page reads. */
  readonly kept: string;
  /** What is drawn; undefined where there is no drawing. */
  readonly picture: HandedPicture | undefined;
}

/** A drawing as a PNG, and where on the page it is, in CSS pixels. */
export interface HandedPicture {
  readonly png: Uint8Array;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A large drawing takes long to become a picture. The next page then begins without it, after so many milliseconds. */
const PATIENCE = 700;

/** Asks a page for its handover. */
export class HandingOver implements Disposable {
  readonly #post: (message: ToWebview) => Thenable<boolean>;
  #end: (() => void) | undefined;
  #answer: Handover | undefined;

  constructor(post: (message: ToWebview) => Thenable<boolean>) {
    this.#post = post;
  }

  /** Resolves to what the page has said in time; undefined where that is nothing. */
  ask(): Promise<Handover | undefined> {
    this.#end?.();
    this.#answer = undefined;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#end?.(), PATIENCE);
      this.#end = () => {
        clearTimeout(timer);
        this.#end = undefined;
        resolve(this.#answer);
      };
      void this.#post({ type: "handOver" });
    });
  }

  answer({ kept, picture, isWhole }: Extract<FromWebview, { type: "handedOver" }>): void {
    this.#answer = { kept, picture: picture && { ...picture, png: asBytes(picture.png) } };
    if (isWhole) this.#end?.();
  }

  dispose(): void {
    this.#end?.();
  }
}
