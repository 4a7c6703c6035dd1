import type { Skipper } from "../simd/skipper.ts";
import type { TextTally } from "../source/bytes.ts";
import { Elements } from "../source/elements.ts";
import type { Source } from "../source/source.ts";
import type { Levels } from "./levels.ts";
import type { Untold } from "./untold.ts";

/** Elements are skipped in long runs behind so many characters of an array, when it is no short one. */
const WORTH_SKIPPING = 256;

/** Reads elements of the open array many at a time, where they are only counted. */
export class Runs {
  /** Whether the last run ended behind a comma; else it ended at the bracket, or where something is wrong. */
  expectsElement = false;
  /** The place from which skipping may be of use again. */
  skipFrom = Infinity;
  readonly #source: Source;
  readonly #skipper: Skipper | null;
  readonly #elements: Elements;
  readonly #tally: TextTally;
  readonly #levels: Levels;
  readonly #untold: Untold;

  constructor(source: Source, tally: TextTally, levels: Levels, untold: Untold) {
    const { skipper } = source;
    skipper?.begin();
    this.#skipper = skipper;
    this.#source = source;
    this.#elements = new Elements(source, tally);
    this.#tally = tally;
    this.#levels = levels;
    this.#untold = untold;
  }

  /** A container opens at `at`; no array in one that is skipped, since such ones mostly hold little. */
  opened(at: number): void {
    if (this.#skipper !== null) this.skipFrom = at + WORTH_SKIPPING;
  }

  /** Skips elements with SIMD instructions, up to about `until`. Where to go on; `at` itself where it could skip none. */
  skip(at: number, until: number): number {
    const skipper = this.#skipper!;
    const { whole } = this.#source;
    let end = at;
    let ended = false;
    while (end < until && skipper.skip(whole, end)) {
      this.#levels.count += skipper.count;
      this.#tally.extra += skipper.extra;
      this.#untold.holdRun(skipper);
      end = skipper.position;
      ({ ended } = skipper);
      if (ended || skipper.resume > end) break;
    }
    this.skipFrom = skipper.resume;
    this.expectsElement = !ended;
    return end;
  }

  /** Reads elements a character at a time. Where to go on; `at` itself where the first is not sound. */
  read(at: number): number {
    const elements = this.#elements;
    elements.read(at, this.#untold.depth > 0 ? this.skipFrom : Infinity);
    if (elements.count === 0) return at;
    this.#levels.count += elements.count;
    this.#untold.hold(elements.kinds);
    this.expectsElement = elements.expectsElement;
    return elements.position;
  }
}
