import generated from "./program.generated.json" with { type: "json" };
import { instantiate } from "./instantiate.ts";
import { results, TEXT } from "./memory.ts";

/** Writes a text's UTF-16 code units, little endian, to the start of `into`, which has room for them. */
export type CopyUnits = (text: string, into: Uint8Array<ArrayBuffer>) => void;

/** Bytes or code units copied at once: the least, where it is not known yet whether more is of use, and the most. */
const LEAST = 4 * 1024;
const MOST = 64 * 1024;

/** Behind the last byte of a copy, so that every loop ends. */
const ZEROS = 128;

/** What stops so near the end of a copy may be whole in the next one. */
const AHEAD = 8;

/** Arrays of that depth in the one that is read are worth another try, once they are opened. */
const SHALLOW = 4;

/** After something that it does not read, so much is left to others. */
const REST = 1024;

interface Program {
  readonly memory: { readonly buffer: ArrayBuffer };
  skip(utf8: number): number;
  plain(ascii: number): number;
  narrow(units: number): void;
}

/**
 * Skips long runs of numbers, strings, words and arrays of them with SIMD instructions, in WebAssembly: see program.ts.
 * It never takes for JSON what is not, but stops wherever it is not sure; the reader of single characters goes on there.
 *
 * What it earns: the bench lines `scan-bytes-*` and `scan-string-*` of 10 MB take 1 to 14 ms with it and 9 to 101 ms
 * without, a fourth of the time for long numbers, a tenth for short ones and texts.
 */
export class Skipper {
  /** The place where the last run ended: behind a comma, or at the bracket that closes the array. */
  position = 0;
  /** Whether it is the bracket. */
  ended = false;
  /** Elements of the array in the run. */
  count = 0;
  /** The kinds of the elements, as in `Content`; depths count from the array. */
  kinds = 0;
  leaves = 0;
  nesting = 1;
  second = 0;
  third = 0;
  /** Bytes above the UTF-16 code units that they stand for; 0 in a text. */
  extra = 0;
  /** The place before which another run is not worth its copy. */
  resume = 0;

  readonly #program: Program;
  readonly #copyUnits: CopyUnits | undefined;
  readonly #text: Uint8Array<ArrayBuffer>;
  readonly #found: Int32Array<ArrayBuffer>;
  readonly #encoder = new TextEncoder();
  #size = LEAST;

  private constructor(program: Program, copyUnits: CopyUnits | undefined) {
    this.#program = program;
    this.#copyUnits = copyUnits;
    const { buffer } = program.memory;
    // UTF-8 has up to three bytes a code unit.
    this.#text = new Uint8Array(buffer, TEXT, 3 * MOST + ZEROS);
    this.#found = new Int32Array(buffer, 0, results.length);
  }

  /** Null where there is no WebAssembly, or none with SIMD. */
  static make(copyUnits?: CopyUnits): Skipper | null {
    const program = instantiate(generated.wasm);
    return program === undefined ? null : new Skipper(program as Program, copyUnits);
  }

  /** To be called before each source. */
  begin(): void {
    this.#size = LEAST;
    this.resume = 0;
  }

  /** Skips elements of an array, from the first character of one; false where it could not skip even one. */
  skip(source: string | Uint8Array, at: number): boolean {
    const size = this.#size;
    const length = this.#copy(source, at, size);
    const inBytes = typeof source !== "string";
    const utf8 = inBytes || this.#copyUnits === undefined;
    const reached = this.#program.skip(utf8 ? 1 : 0) - TEXT;
    const found = this.#found;
    this.count = found[0]!;
    this.kinds = found[1]!;
    this.leaves = found[2]!;
    this.nesting = found[3]!;
    this.second = found[4]!;
    this.third = found[5]!;
    this.extra = inBytes ? found[6]! : 0;
    this.ended = found[7] === 1;
    this.position = at + reached - (inBytes ? 0 : found[6]!);
    if (this.ended) {
      if (reached < size >> 2) this.#size = Math.max(LEAST, size >> 2);
    } else if (found[9]! - TEXT + AHEAD > length) {
      this.#size = Math.min(MOST, size << 2);
      const depth = found[8]!;
      this.resume = reached > 0 || (depth > 0 && depth <= SHALLOW) ? 0 : at + size;
    } else {
      this.#size = LEAST;
      this.resume = this.position + REST;
    }
    return this.ended || reached > 0;
  }

  /**
   * The first place from `from` on that does not stand for itself in a string, for which another look is needed: in
   * bytes, all outside ASCII is such. About `until` it goes no further.
   */
  plainEnd(source: string | Uint8Array, from: number, until: number): number {
    let at = from;
    // Once more each time, since most that is long is very long.
    for (let size = LEAST / 4; ; size = Math.min(MOST, size << 2)) {
      const length = this.#copy(source, at, size);
      const ascii = typeof source !== "string" || this.#copyUnits === undefined;
      const plain = Math.min(this.#program.plain(ascii ? 1 : 0) - TEXT, length);
      at += plain;
      if (plain < length || plain < size || at >= until) return at;
    }
  }

  /** Writes a byte for each UTF-16 code unit: itself in ASCII, else 0x80 or more. False where it cannot. */
  narrow(text: string, into: Uint8Array): boolean {
    if (this.#copyUnits === undefined || text.length > MOST) return false;
    this.#copy(text, 0, text.length);
    into.set(this.#text.subarray(0, text.length));
    return true;
  }

  /** Copies a part of the source. Answers the number of bytes. */
  #copy(source: string | Uint8Array, at: number, size: number): number {
    const bytes = this.#text;
    let length;
    if (typeof source === "string") {
      const part = source.substring(at, at + size);
      if (this.#copyUnits === undefined) length = this.#encoder.encodeInto(part, bytes).written;
      else {
        ({ length } = part);
        this.#copyUnits(part, bytes);
        this.#program.narrow(length);
      }
    } else {
      const part = source.subarray(at, at + size);
      ({ length } = part);
      bytes.set(part);
    }
    bytes.fill(0, length, length + ZEROS);
    return length;
  }
}

let shared: Skipper | null | undefined;

/**
 * The one skipper of texts without a host's `CopyUnits`. It is compiled when it is first needed and keeps nothing of
 * what it read.
 */
export function ownSkipper(): Skipper | null {
  return (shared ??= Skipper.make());
}
