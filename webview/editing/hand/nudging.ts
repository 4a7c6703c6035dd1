import type { FigurePart } from "../figureParts/part.ts";

/** A burst of arrow keys is over when none has come for so many milliseconds. */
const pause = 400;

const steps: { readonly [key: string]: readonly [number, number] } = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export interface NudgingEvents {
  /** The part is shown so many pixels of the drawing from its place. */
  shown(part: FigurePart, right: number, down: number): void;
  /** The burst is over. */
  done(part: FigurePart, right: number, down: number): void;
}

/** Moves a part by arrow keys, a pixel of the drawing at a time. A burst of them is one edit. */
export class Nudging {
  readonly #events: NudgingEvents;
  #part: FigurePart | undefined;
  #right = 0;
  #down = 0;
  #due: ReturnType<typeof setTimeout> | undefined;

  constructor(events: NudgingEvents) {
    this.#events = events;
  }

  /** Returns false where the key moves nothing. `isFar`: ten pixels. */
  key(key: string, isFar: boolean, part: FigurePart): boolean {
    const by = steps[key];
    if (by === undefined || (part.nudger ?? part.mover) === undefined) return false;
    if (this.#part !== undefined && this.#part.key !== part.key) this.finish();
    this.#part = part;
    const far = isFar ? 10 : 1;
    this.#right += by[0] * far;
    this.#down += by[1] * far;
    this.#events.shown(part, this.#right, this.#down);
    clearTimeout(this.#due);
    this.#due = setTimeout(() => this.finish(), pause);
    return true;
  }

  /** The figure was drawn anew in the middle of a burst, which goes on from there. */
  goOn(find: (key: string) => FigurePart | undefined): void {
    if (this.#part === undefined) return;
    this.#part = find(this.#part.key);
    if (this.#part === undefined) this.giveUp();
    else this.#events.shown(this.#part, this.#right, this.#down);
  }

  finish(): void {
    const part = this.#part;
    const [right, down] = [this.#right, this.#down];
    this.giveUp();
    if (part !== undefined) this.#events.done(part, right, down);
  }

  giveUp(): void {
    clearTimeout(this.#due);
    this.#part = undefined;
    this.#right = 0;
    this.#down = 0;
  }
}
