import type { Span } from "../outline.ts";
import { BACKSLASH } from "./characters.ts";
import { decodeString } from "./strings.ts";

/** Objects with more keys than this are looked up by a map; the others, nearly all, by their offsets alone. */
const FEW = 40;

/** The keys of one object, by their offsets: `offsets[first]` begins the first, `offsets[first + 1]` ends it. */
export class Keys {
  readonly #text: string;
  readonly #offsets: readonly number[];
  readonly #first: number;
  readonly #end: number;
  #map: Map<string, Span> | undefined;

  constructor(text: string, offsets: readonly number[], first: number, end: number) {
    this.#text = text;
    this.#offsets = offsets;
    this.#first = first;
    this.#end = end;
    // Two spellings of one key are seen to be equal by the map alone.
    if (end - first > 2 * FEW || this.#anyEscaped()) this.#map = this.#read();
  }

  /** Whether some key is written more than once. */
  anyTwice(): boolean {
    if (this.#map !== undefined) return this.#map.size < (this.#end - this.#first) / 2;
    const offsets = this.#offsets;
    for (let one = this.#first + 2; one < this.#end; one += 2) {
      const length = offsets[one + 1]! - offsets[one]!;
      for (let other = this.#first; other < one; other += 2) {
        const otherLength = offsets[other + 1]! - offsets[other]!;
        if (otherLength === length && this.#keyAt(one) === this.#keyAt(other)) return true;
      }
    }
    return false;
  }

  /** Where `key` is written last. */
  last(key: string): Span | undefined {
    if (this.#map !== undefined) return this.#map.get(key);
    const offsets = this.#offsets;
    for (let at = this.#end - 2; at >= this.#first; at -= 2) {
      const [start, end] = [offsets[at]!, offsets[at + 1]!];
      // Quotes may be missing in what is no JSON.
      if (end - start - key.length <= 2 && end - start >= key.length && this.#keyAt(at) === key) return { start, end };
    }
    return undefined;
  }

  #keyAt(at: number): string {
    return decodeString(this.#text, this.#offsets[at]!, this.#offsets[at + 1]!);
  }

  #anyEscaped(): boolean {
    const text = this.#text;
    for (let at = this.#first; at < this.#end; at += 2)
      for (let place = this.#offsets[at]! + 1; place < this.#offsets[at + 1]!; place++)
        if (text.charCodeAt(place) === BACKSLASH) return true;
    return false;
  }

  #read(): Map<string, Span> {
    const keys = new Map<string, Span>();
    for (let at = this.#first; at < this.#end; at += 2)
      keys.set(this.#keyAt(at), { start: this.#offsets[at]!, end: this.#offsets[at + 1]! });
    return keys;
  }
}
