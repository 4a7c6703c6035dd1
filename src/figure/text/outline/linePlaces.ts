/** Bytes looked through at a stretch by `linePlacesInSlices`. */
const SLICE = 256 * 1024;

const [LF, CR] = [0x0a, 0x0d];

/**
 * Converts offsets to lines and columns, both from 0, as editors count them: a line ends with LF, CR or both. It is
 * made once for a text, however many offsets are asked about.
 */
export class LinePlaces {
  /** The offset at which each line begins. */
  readonly #starts: Uint32Array;

  /** The text whole, or where its lines begin. */
  constructor(text: string | LineStarts) {
    const starts = typeof text === "string" ? new LineStarts().add(text) : text;
    this.#starts = starts.found;
  }

  /** The offset at which a line begins; undefined after the last. */
  startOf(line: number): number | undefined {
    return this.#starts[line];
  }

  at(offset: number): { readonly line: number; readonly character: number } {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - this.#starts[low]! };
  }
}

/**
 * Makes the `LinePlaces` of a file's bytes (UTF-8), in slices of some milliseconds. Offsets are those of the decoded
 * text, in which a byte order mark is one unit. The text itself is not kept.
 */
export function* linePlacesInSlices(bytes: Uint8Array, slice: number = SLICE): Generator<number, LinePlaces> {
  const starts = new LineStarts();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  for (let at = 0; at < bytes.length; at += slice) {
    const isLast = at + slice >= bytes.length;
    starts.add(decoder.decode(bytes.subarray(at, at + slice), { stream: !isLast }));
    yield at;
  }
  return new LinePlaces(starts);
}

/** Collects the offsets at which lines begin, from a text that comes in parts. */
class LineStarts {
  #found = new Uint32Array(64);
  #count = 1;
  #length = 0;
  /** The last part ended with CR, whose LF may follow. */
  #isOpen = false;

  get found(): Uint32Array {
    return this.#found.subarray(0, this.#count);
  }

  add(part: string): this {
    if (part === "") return this;
    const before = this.#length;
    let at = 0;
    if (this.#isOpen && part.charCodeAt(0) === LF) {
      this.#found[this.#count - 1] = before + 1;
      at = 1;
    }
    if (part.includes("\r")) {
      for (; at < part.length; at++) {
        const code = part.charCodeAt(at);
        if (code !== LF && code !== CR) continue;
        if (code === CR && part.charCodeAt(at + 1) === LF) at++;
        this.#push(before + at + 1);
      }
    } else for (at = part.indexOf("\n", at); at !== -1; at = part.indexOf("\n", at + 1)) this.#push(before + at + 1);
    this.#isOpen = part.charCodeAt(part.length - 1) === CR;
    this.#length += part.length;
    return this;
  }

  #push(start: number): void {
    if (this.#count === this.#found.length) {
      const longer = new Uint32Array(this.#count * 2);
      longer.set(this.#found);
      this.#found = longer;
    }
    this.#found[this.#count++] = start;
  }
}
