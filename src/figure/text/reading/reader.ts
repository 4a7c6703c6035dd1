import { elementBits } from "../source/elementKinds.ts";
import type { JsonKind } from "../outline/outline.ts";
import { numberEnd, type TextTally } from "../source/bytes.ts";
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  beginsElement,
  isDigit,
  isNumberTail,
  isSpace,
  LOWER_F,
  LOWER_N,
  LOWER_T,
  MINUS,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  SPACE,
  soundNumberEnd,
} from "../source/characters.ts";
import { Content } from "../source/content.ts";
import type { Faults } from "./faults.ts";
import { Elements } from "../source/elements.ts";
import { Names } from "../source/names.ts";
import { type Place, Recovery } from "./recovery.ts";
import type { Skipper } from "../simd/skipper.ts";
import type { Source } from "../source/source.ts";
import { decodeString, Strings } from "../source/strings.ts";
import type { Container, JsonVisitor, Skips } from "./visitor.ts";

/** Elements are skipped in long runs behind so many characters of an array, when it is no short one. */
const WORTH_SKIPPING = 256;

/** Deeper than any reader of JSON goes; a file made of brackets must not take all memory. */
const DEEPEST = 1_000_000;

/** Shorter ones are read again sooner than looked up. */
const WORTH_KEEPING = 512;

/**
 * Reads a text as strict JSON (RFC 8259) in one pass, without recursion and without making values, and goes on behind a
 * fault as well as it can. Reads bytes as long as they are sound.
 */
export class JsonReader {
  /** Whether bytes are no JSON, or no UTF-8. */
  broken = false;

  readonly #source: Source;
  readonly #visitor: JsonVisitor;
  /** Undefined where bytes are read. */
  readonly #recovery: Recovery | undefined;
  readonly #strings: Strings;
  readonly #elements: Elements;
  readonly #names: Names;
  readonly #skips: Skips | undefined;
  readonly #skipper: Skipper | null;
  /** Where it may be of use again. */
  #skipFrom = Infinity;
  #until = 0;
  readonly #tally: TextTally = { extra: 0, escaped: false };

  /** The place to read on from. All places but those that a visitor hears are the source's. */
  #at: number;
  /** What the grammar expects next. */
  #place: Place = "value";
  // One entry a depth; a root container is at depth 1. Equal for all depths below: `#depth` is the last one in use.
  #depth = 0;
  readonly #kinds: (Container | "root")[] = ["root"];
  readonly #starts: number[] = [0];
  /** The same in UTF-16 code units. */
  readonly #unitStarts: number[] = [0];
  readonly #counts: number[] = [0];
  #openObjects = 0;
  /** The depth of the outermost container whose inside the visitor does not want to hear of; 0 for none. */
  #quiet = 0;
  #faults = 0;
  /** Faults up to where the outermost quiet container begins. */
  #faultsBefore = 0;
  /** What that container holds, where it is an array. */
  readonly #content = new Content();
  #objectsBefore = 0;
  // The string that is read: its place, the tally's extra before it, and whether it is a key.
  #stringStart = 0;
  #stringExtra = 0;
  #stringIsKey = false;

  /** `extra`: how many bytes more than UTF-16 code units stand before `from`. */
  constructor(source: Source, from: number, visitor: JsonVisitor, faults: Faults, skips?: Skips, extra?: number) {
    const { skipper } = source;
    skipper?.begin();
    this.#skipper = skipper;
    this.#source = source;
    this.#at = from;
    this.#visitor = visitor;
    if (source.text !== undefined) this.#recovery = new Recovery(source.text, faults);
    this.#tally.extra = extra ?? (source.text === undefined && from > 0 ? from - 1 : 0);
    this.#names = new Names(source);
    this.#strings = new Strings(source, this.#tally);
    this.#elements = new Elements(source, this.#tally);
    this.#skips = skips;
  }

  /** Where reading is. */
  get at(): number {
    return this.#at;
  }

  /** Bytes above the UTF-16 code units that they stand for, up to where reading is. */
  get extra(): number {
    return this.#tally.extra;
  }

  /** Reads on up to about `until`; true where the end is reached. */
  read(until: number): boolean {
    const source = this.#source;
    const { length } = source;
    let at = this.#at;
    this.#until = until;
    if (this.#strings.pending) at = this.#stringRead(this.#strings.resume(until));
    while (at < length) {
      if (at >= until) {
        this.#at = at;
        return false;
      }
      let index = source.reach(at);
      const unit = source.bytes[index]!;
      if (unit <= SPACE && isSpace(unit)) {
        const { bytes } = source;
        // At most to the end of what is in reach.
        while (isSpace(bytes[++index]!));
        at = source.base + index;
        continue;
      }
      switch (this.#place) {
        case "first value":
          at = unit === CLOSE_BRACKET ? this.#close(at + 1) : this.#value(at, unit);
          break;
        case "value":
          at = this.#value(at, unit);
          break;
        case "first key":
          at = unit === CLOSE_BRACE ? this.#close(at + 1) : this.#key(at, unit);
          break;
        case "key":
          at = this.#key(at, unit);
          break;
        case "colon":
          if (unit === COLON) {
            this.#place = "value";
            at++;
          } else at = this.#mend(at);
          break;
        case "after":
          if (unit === COMMA) {
            this.#place = this.#kinds[this.#depth] === "object" ? "key" : "value";
            at++;
          } else if (unit === CLOSE_BRACKET && this.#kinds[this.#depth] === "array") at = this.#close(at + 1);
          else if (unit === CLOSE_BRACE && this.#kinds[this.#depth] === "object") at = this.#close(at + 1);
          else at = this.#mend(at);
          break;
        case "end":
          if (this.#recovery === undefined) this.broken = true;
          else this.#recovery.textBehind(at);
          return true;
      }
    }
    if (this.#place === "end" || this.broken) return true;
    if (this.#recovery === undefined) {
      this.broken = true;
      return true;
    }
    this.#faults++;
    this.#recovery.endOfText(this.#place, this.#container(), this.#starts[this.#depth] ?? 0);
    this.#valueMissing(length);
    while (this.#depth > 0) this.#close(length);
    return true;
  }

  #value(at: number, unit: number): number {
    if (at >= this.#skipFrom && this.#quiet > 0 && this.#kinds[this.#depth] === "array") {
      const end = this.#skip(at);
      if (end > at) return end;
    }
    if (unit === OPEN_BRACKET) return this.#open("array", at);
    if (unit === OPEN_BRACE) return this.#open("object", at);
    if (this.#kinds[this.#depth] === "array" && beginsElement(unit) && !this.#tellsElements()) {
      const end = this.#run(at);
      if (end > at) return end;
    }
    if (unit === QUOTE) return this.#text(at);
    if (isDigit(unit) || unit === MINUS) return this.#number(at);
    if (unit === LOWER_N && this.#source.spells("null", at)) return this.#scalar("null", at, at + 4);
    if (unit === LOWER_T && this.#source.spells("true", at)) return this.#scalar("boolean", at, at + 4);
    if (unit === LOWER_F && this.#source.spells("false", at)) return this.#scalar("boolean", at, at + 5);
    return this.#mend(at);
  }

  /** Elements of an array from `at` that can be skipped at once; `at` itself where there are none. */
  #skip(at: number): number {
    const skipper = this.#skipper!;
    const { whole } = this.#source;
    let end = at;
    let ended = false;
    while (end < this.#until && skipper.skip(whole, end)) {
      this.#counts[this.#depth]! += skipper.count;
      this.#tally.extra += skipper.extra;
      if (this.#openObjects === this.#objectsBefore) this.#content.run(this.#depth - this.#quiet, skipper);
      end = skipper.position;
      ({ ended } = skipper);
      if (ended || skipper.resume > end) break;
    }
    this.#skipFrom = skipper.resume;
    if (end > at) this.#place = ended ? "after" : "value";
    return end;
  }

  /** Elements of an array from `at`; `at` itself where the first is not sound. */
  #run(at: number): number {
    const elements = this.#elements;
    elements.read(at, this.#quiet > 0 ? this.#skipFrom : Infinity);
    if (elements.count === 0) return at;
    this.#counts[this.#depth]! += elements.count;
    this.#hold(elements.kinds);
    this.#place = elements.expectsElement ? "value" : "after";
    return elements.position;
  }

  /** One number that may be faulty, or is not in an array. */
  #number(at: number): number {
    const source = this.#source;
    const { text, length } = source;
    let end = source.base + numberEnd(source.bytes, at - source.base);
    // It may be longer than what is copied.
    if (end === at || end >= source.base + source.size) {
      source.fill(at);
      end = at + numberEnd(source.bytes, 0);
      if (text !== undefined && (end === at || end === at + source.size)) end = soundNumberEnd(text, at);
    }
    const tail = text === undefined ? source.bytes[end - source.base] : text.charCodeAt(end);
    // A file's number that is longer than all that is in reach is left to its text.
    if (end > at && (end === length || (tail !== undefined && !isNumberTail(tail))))
      return this.#scalar("number", at, end);
    return this.#mend(at);
  }

  #text(at: number): number {
    const skip = this.#skips?.at(at);
    if (skip?.kind === "string") {
      this.#skips?.add(skip);
      this.#source.tokenSurplus = skip.count;
      return this.#scalar("string", at, skip.end);
    }
    return this.#string(at, false);
  }

  #key(at: number, unit: number): number {
    return unit === QUOTE ? this.#string(at, true) : this.#mend(at);
  }

  #string(at: number, isKey: boolean): number {
    this.#stringStart = at;
    this.#stringExtra = this.#tally.extra;
    this.#stringIsKey = isKey;
    return this.#stringRead(this.#strings.read(at, this.#until));
  }

  /** Behind the string that was read, or where to read it on. */
  #stringRead(isSound: boolean): number {
    const strings = this.#strings;
    if (strings.pending) return strings.position;
    const at = this.#stringStart;
    let end = strings.position;
    if (!isSound) {
      if (this.#recovery === undefined) return this.#break();
      this.#faults++;
      end = this.#recovery.string(strings, at);
    }
    const before = this.#stringExtra;
    if (this.#stringIsKey) {
      this.#place = "colon";
      if (this.#quiet > 0) return end;
      const name = isSound ? this.#names.read(at, end, strings.escaped) : decodeString(this.#source.slice(at, end));
      this.#visitor.key(name, at - before, end - this.#tally.extra);
      return end;
    }
    if (this.#skips !== undefined && isSound && end - at >= WORTH_KEEPING)
      this.#skips.add({ kind: "string", start: at, end, count: strings.surplus, content: undefined });
    this.#source.tokenSurplus = strings.surplus;
    return this.#scalar("string", at, end, before);
  }

  #scalar(kind: Exclude<JsonKind, Container>, start: number, end: number, before = this.#tally.extra): number {
    if (this.broken) return end;
    if (this.#quiet === 0 && (this.#kinds[this.#depth] !== "array" || this.#visitor.hearsElements)) {
      this.#source.tokenStart = start;
      this.#source.tokenEnd = end;
      this.#visitor.scalar(kind, start - before, end - this.#tally.extra);
    } else this.#hold(elementBits[kind]);
    this.#valueDone();
    return end;
  }

  #tellsElements(): boolean {
    return this.#quiet === 0 && this.#visitor.hearsElements;
  }

  /** Elements of such kinds, no containers, stand in the array that is open. */
  #hold(kinds: number): void {
    if (this.#quiet > 0 && this.#openObjects === this.#objectsBefore)
      this.#content.elements(this.#depth - this.#quiet, kinds);
  }

  #valueDone(): void {
    this.#counts[this.#depth]! += 1;
    this.#place = this.#depth === 0 ? "end" : "after";
  }

  #open(kind: Container, at: number): number {
    if (this.#depth >= DEEPEST) return this.#tooDeep(at);
    const index = this.#counts[this.#depth]!;
    if (kind === "object") this.#hold(elementBits.object);
    const depth = ++this.#depth;
    // Objects in arrays mostly hold little.
    if (this.#skipper !== null && (this.#quiet === 0 || kind === "object")) this.#skipFrom = at + WORTH_SKIPPING;
    this.#kinds[depth] = kind;
    this.#starts[depth] = at;
    this.#counts[depth] = 0;
    if (kind === "object") this.#openObjects++;
    this.#place = kind === "object" ? "first key" : "first value";
    if (this.#quiet > 0) return at + 1;
    const start = at - this.#tally.extra;
    this.#unitStarts[depth] = start;
    if (this.#visitor.enter(kind, start, index)) return at + 1;
    this.#quiet = depth;
    this.#faultsBefore = this.#faults;
    this.#objectsBefore = this.#openObjects;
    this.#content.reset();
    const skip = this.#skips?.at(at);
    if (skip?.kind !== kind) return at + 1;
    this.#counts[depth] = skip.count;
    if (skip.content !== undefined) this.#content.copy(skip.content);
    return this.#close(skip.end);
  }

  #close(end: number): number {
    const depth = this.#depth--;
    const kind = this.#kinds[depth] === "object" ? "object" : "array";
    let content: Content | undefined;
    if (kind === "object") this.#openObjects--;
    else if (this.#quiet > 0 && this.#openObjects === this.#objectsBefore) {
      content = this.#content;
      content.array(depth - this.#quiet, this.#counts[depth]!);
    }
    if (this.#quiet === depth) {
      this.#quiet = 0;
      const start = this.#starts[depth]!;
      if (this.#skips !== undefined && end - start >= WORTH_KEEPING && this.#faults === this.#faultsBefore)
        this.#skips.add({ kind, start, end, count: this.#counts[depth]!, content: content?.clone() });
    }
    if (this.#quiet === 0) {
      this.#source.tokenStart = this.#starts[depth]!;
      this.#source.tokenEnd = end;
      this.#visitor.leave(kind, this.#unitStarts[depth]!, end - this.#tally.extra, this.#counts[depth]!, content);
    }
    this.#valueDone();
    return end;
  }

  /** Reads nothing from there on. */
  #tooDeep(at: number): number {
    if (this.#recovery === undefined) return this.#break();
    this.#faults++;
    this.#recovery.tooDeep(at, DEEPEST);
    return this.#source.length;
  }

  #container(): Container | "root" {
    return this.#kinds[this.#depth] ?? "root";
  }

  #break(): number {
    this.broken = true;
    return this.#source.length;
  }

  /** Does what recovery finds best at a place where the grammar is broken. Always goes on by a character or a place. */
  #mend(at: number): number {
    if (this.#recovery === undefined) return this.#break();
    this.#faults++;
    const openArrays = this.#depth - this.#openObjects;
    const step = this.#recovery.mend(at, {
      place: this.#place,
      container: this.#container(),
      start: this.#starts[this.#depth] ?? 0,
      depth: this.#depth,
      openObjects: this.#openObjects,
      openArrays,
    });
    if (step.do === "scalar") {
      this.#source.tokenSurplus = 0;
      return this.#scalar(step.kind, at, step.to);
    }
    if (step.do === "key") {
      this.#place = "colon";
      if (this.#quiet === 0) this.#visitor.key(decodeString(this.#source.slice(at, step.to)), at, step.to);
    }
    if (step.do === "expect") {
      if (step.place === "after") this.#valueMissing(at);
      const lacksKey = this.#place === "key" || this.#place === "first key";
      if (lacksKey && this.#quiet === 0) this.#visitor.key("", at, at);
      this.#place = step.place;
    }
    if (step.do !== "close") return step.to;
    this.#valueMissing(at);
    while (this.#container() !== step.container && this.#depth > 0) this.#close(at);
    return this.#depth > 0 ? this.#close(at + 1) : at + 1;
  }

  /** The member that is open, if one is, goes without a value: something else is at `at`. */
  #valueMissing(at: number): void {
    const isMember = this.#kinds[this.#depth] === "object" && (this.#place === "colon" || this.#place === "value");
    if (isMember && this.#quiet === 0) this.#visitor.missing?.(at);
  }
}
