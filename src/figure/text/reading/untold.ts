import { Content } from "../source/content.ts";
import type { Skipper } from "../simd/skipper.ts";
import type { Levels } from "./levels.ts";

/** The outermost open container that the visitor does not want to look into, and what it contains. */
export class Untold {
  /** Its depth; 0 for none. */
  depth = 0;
  /** Its contents, where it is an array. Objects in it are not looked into. */
  readonly content = new Content();
  /** Faults of the text up to where it begins. */
  faultsBefore = 0;
  readonly #levels: Levels;
  #objects = 0;

  constructor(levels: Levels) {
    this.#levels = levels;
  }

  /** It is the innermost container that is open. */
  begin(faults: number): void {
    this.faultsBefore = faults;
    this.depth = this.#levels.depth;
    this.#objects = this.#levels.objects;
    this.content.reset();
  }

  /** Elements of such kinds, no containers, stand in the array that is open. */
  hold(kinds: number): void {
    if (this.isPlain) this.content.elements(this.#levels.depth - this.depth, kinds);
  }

  /** Notes everything that was skipped at once. */
  holdRun(skipper: Skipper): void {
    if (this.isPlain) this.content.run(this.#levels.depth - this.depth, skipper);
  }

  /** The array that is open ends. What the outermost one holds so far; undefined within an object. */
  holdArray(): Content | undefined {
    if (!this.isPlain) return undefined;
    this.content.array(this.#levels.depth - this.depth, this.#levels.count);
    return this.content;
  }

  /** Whether arrays alone are open in it. */
  get isPlain(): boolean {
    return this.depth > 0 && this.#levels.objects === this.#objects;
  }
}
