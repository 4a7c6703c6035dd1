import {
  BACKSLASH,
  CLOSE_BRACKET,
  COLON,
  isDigit,
  isSpace,
  LOWER_N,
  MINUS,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  SPACE,
} from "../../text/source/characters.ts";
import { elementBits } from "../../text/source/elementKinds.ts";
import { Growing } from "../../text/numbers/growing.ts";
import { NumberFeed } from "../../text/numbers/numberFeed.ts";
import type { NumbersProgram } from "../../text/numbers/program.ts";
import { Base64Feed } from "./base64Feed.ts";
import type { Condensed, Held, StandIn } from "./standIn.ts";

/** Shorter values stay in the skeleton. */
const LEAST = 2048;

const KEY = "bdata";

/** Longer texts are read another way. */
const NEAR = 256;

const encoder = new TextEncoder();

/** The value that is left out, if it turns out to be what it seems. */
interface Open {
  /** Its first byte, in the file. */
  readonly from: number;
  readonly feed: NumberFeed | Base64Feed;
}

/**
 * Makes the skeleton of a JSON text, and columns of its long arrays, from bytes that come in chunks of any size. Where a
 * value turns out to be something else, it asks for its bytes again and copies them.
 *
 * It trusts the text to be JSON up to the first fault, which is as much as the skeleton has to show.
 */
export class Condenser {
  /** The offset of the next byte that it needs. */
  wants = 0;
  /** Whether the text begins with something that no figure begins with. */
  isForeign = false;

  readonly #program: NumbersProgram | null;
  readonly #least: number;
  readonly #skeleton = new Growing<Uint8Array>(Uint8Array);
  readonly #standIns: StandIn[] = [];
  readonly #data: Condensed["data"][number][] = [];
  #open: Open | undefined;
  /** The value at this offset of the file is copied. */
  #plain = -1;
  #isInString = false;
  #isEscaped = false;
  /** Where the string's text begins, in the file, and what of a short one was in chunks before. */
  #stringStart = 0;
  #stringHead = "";
  /** The last byte outside strings that is no space; a quote stands for a whole string. */
  #last = 0;
  /** Whether the last string was `bdata`. */
  #isPacked = false;

  /** Values of fewer than `least` bytes stay in the skeleton, and all arrays do without a program. */
  constructor(program: NumbersProgram | null, least = LEAST) {
    this.#program = program;
    this.#least = least;
  }

  /** The bytes of the skeleton so far. */
  get kept(): number {
    return this.#skeleton.length;
  }

  /** Takes the bytes at `wants`. Throws a RangeError where there is no memory for a column. */
  feed(chunk: Uint8Array): void {
    const base = this.wants;
    let at = 0;
    while (at < chunk.length) {
      at = this.#open === undefined ? this.#copy(chunk, at, base) : this.#leaveOut(this.#open, chunk, at, base);
      // It goes back to an earlier chunk.
      if (at < 0) return;
    }
    this.wants = base + at;
  }

  /** All of the file was fed, up to its end; false where some of it is needed again. */
  end(): boolean {
    if (this.#open === undefined) return true;
    this.#refuse(this.#open);
    return false;
  }

  /** The result, once `end` says true. */
  finish(): Condensed {
    const [standIns, data] = [this.#standIns, this.#data];
    return { bytes: this.#skeleton.finish(), standIns, data, size: this.wants, isHead: this.isForeign };
  }

  /** Copies up to a value that may be left out. */
  #copy(chunk: Uint8Array, from: number, base: number): number {
    let at = from;
    let last = this.#last;
    while (at < chunk.length) {
      if (this.#isInString) {
        this.#last = last;
        at = this.#inString(chunk, at, base);
        last = this.#last;
        continue;
      }
      const byte = chunk[at]!;
      if (byte <= SPACE) {
        at++;
        continue;
      }
      if (byte === QUOTE) {
        const isValue = last === COLON;
        if (isValue && this.#isPacked && base + at !== this.#plain && isLong(chunk, at + 1, QUOTE, this.#least)) break;
        const end = isValue ? 0 : shortEnd(chunk, at + 1);
        if (end > 0) {
          // Most texts are short, and in lists of them.
          this.#isPacked = end - at - 1 === KEY.length && isKey(chunk, at + 1);
          if (last === 0) this.#begin(QUOTE);
          last = QUOTE;
          at = end + 1;
          continue;
        }
        this.#isInString = true;
        this.#stringStart = base + at + 1;
        this.#stringHead = "";
      } else if (byte === OPEN_BRACKET && last === COLON && base + at !== this.#plain && this.#mayLeave(chunk, at))
        break;
      // Behind a byte order mark.
      if (last === 0 && byte < 0x80) this.#begin(byte);
      if (byte < 0x80 || last !== 0) last = byte;
      at++;
    }
    this.#last = last;
    this.#skeleton.add(chunk.subarray(from, at));
    if (at === chunk.length) return at;
    const feed = chunk[at] === QUOTE ? new Base64Feed() : new NumberFeed(this.#program!);
    this.#open = { from: base + at, feed };
    return at + 1;
  }

  #mayLeave(chunk: Uint8Array, at: number): boolean {
    return this.#program !== null && mayBeNumbers(chunk, at + 1, this.#least);
  }

  /** The text begins with that byte. */
  #begin(byte: number): void {
    this.isForeign = byte !== OPEN_BRACE && byte !== OPEN_BRACKET && byte !== QUOTE;
  }

  #inString(chunk: Uint8Array, from: number, base: number): number {
    let at = from;
    if (this.#isEscaped) {
      this.#isEscaped = false;
      return at + 1;
    }
    for (let byte = chunk[at]; at < chunk.length && byte !== QUOTE && byte !== BACKSLASH;) byte = chunk[++at];
    if (at < chunk.length && chunk[at] === BACKSLASH) {
      this.#isEscaped = true;
      return at + 1;
    }
    const mayBeKey = base + at - this.#stringStart <= KEY.length;
    if (mayBeKey) for (let head = from; head < at; head++) this.#stringHead += String.fromCharCode(chunk[head]!);
    if (at === chunk.length) return at;
    this.#isInString = false;
    this.#isPacked = mayBeKey && this.#stringHead === KEY;
    this.#last = QUOTE;
    return at + 1;
  }

  /** Reads on in the value that is left out. Where to go on; below 0 where that is before this chunk. */
  #leaveOut(open: Open, chunk: Uint8Array, from: number, base: number): number {
    const { feed } = open;
    const at = feed.feed(chunk, from);
    if (feed.state === "open") return at;
    if (feed.state === "refused" || isTooShort(feed, this.#least)) return this.#refuse(open) - base;
    this.#open = undefined;
    const { length: start } = this.#skeleton;
    const { holes, lines, tail } = wordsOf(feed, open.from + 1);
    const text = feed instanceof NumberFeed ? `[${" ".repeat(holes.length)}]` : `"${"=".repeat(feed.padding)}"`;
    this.#skeleton.add(encoder.encode(text));
    const to = base + at + 1;
    const data = (feed instanceof NumberFeed ? feed.column : feed.bytes).finish();
    const holds = heldBy(feed, data);
    this.#standIns.push({ start, end: this.#skeleton.length, from: open.from, to, lines, tail, holes, holds });
    this.#data.push(data);
    this.#last = feed instanceof NumberFeed ? CLOSE_BRACKET : QUOTE;
    this.#isPacked = false;
    return at + 1;
  }

  /** Goes back to the value's first byte, to copy it. */
  #refuse({ from }: Open): number {
    this.#open = undefined;
    this.#plain = from;
    return (this.wants = from);
  }
}

/** What the text of the value has that the column has not; its first byte is at `from`. */
function wordsOf(feed: NumberFeed | Base64Feed, from: number): Pick<StandIn, "lines" | "tail" | "holes"> {
  if (feed instanceof Base64Feed) return { lines: 0, tail: 0, holes: [] };
  const tail = feed.lines === 0 ? 0 : feed.read + 1 - feed.lineStart;
  return { lines: feed.lines, tail, holes: feed.nonFinite.map((each) => ({ ...each, at: from + each.at })) };
}

/** Where the closing quote of a short text without escapes is; 0 where it is not so near. */
function shortEnd(chunk: Uint8Array, from: number): number {
  const most = Math.min(chunk.length, from + NEAR);
  for (let at = from; at < most; at++) {
    const byte = chunk[at];
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH) return 0;
  }
  return 0;
}

function isKey(chunk: Uint8Array, from: number): boolean {
  for (let at = 0; at < KEY.length; at++) if (chunk[from + at] !== KEY.charCodeAt(at)) return false;
  return true;
}

function isTooShort(feed: NumberFeed | Base64Feed, least: number): boolean {
  return feed instanceof NumberFeed ? feed.read < least || feed.column.length === 0 : feed.length < least;
}

function heldBy(feed: NumberFeed | Base64Feed, data: ArrayLike<number>): Held {
  if (feed instanceof Base64Feed) return { kind: "base64", length: feed.length };
  const kinds = feed.hasNull ? kindsWithNull(data) : elementBits.number;
  return { kind: "numbers", length: data.length, rows: feed.rows, kinds };
}

/** There may be nothing but nulls. */
function kindsWithNull(data: ArrayLike<number>): number {
  for (let index = 0; index < data.length; index++)
    if (!Number.isNaN(data[index])) return elementBits.number | elementBits.null;
  return elementBits.null;
}

/** Whether what begins there does not end with that byte soon. */
function isLong(chunk: Uint8Array, from: number, end: number, least: number): boolean {
  return !chunk.subarray(from, from + least).includes(end);
}

/** Whether an array, from behind its bracket on, may be a long list of numbers, or of lists of them. */
function mayBeNumbers(chunk: Uint8Array, from: number, least: number): boolean {
  const at = behindSpace(chunk, from);
  if (at < chunk.length && chunk[at] !== OPEN_BRACKET)
    return beginsNumber(chunk[at]!) && isLong(chunk, at, CLOSE_BRACKET, least);
  const inner = behindSpace(chunk, at + 1);
  return inner >= chunk.length || beginsNumber(chunk[inner]!);
}

function behindSpace(chunk: Uint8Array, from: number): number {
  let at = from;
  while (at < chunk.length && isSpace(chunk[at]!)) at++;
  return at;
}

/** Also those that JSON does not have: `NaN`, `Infinity`. */
function beginsNumber(byte: number): boolean {
  return isDigit(byte) || byte === MINUS || byte === LOWER_N || byte === 0x4e || byte === 0x49;
}
