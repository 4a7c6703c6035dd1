import { elementBits } from "../source/elementKinds.ts";
import type { JsonKind } from "../outline/outline.ts";
import type { TextTally } from "../source/bytes.ts";
import { numberTokenEnd, wordAt } from "../source/tokens.ts";
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  beginsElement,
  isDigit,
  isSpace,
  MINUS,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  SPACE,
} from "../source/characters.ts";
import type { Faults } from "./faults.ts";
import { Runs } from "./runs.ts";
import { Names } from "../source/names.ts";
import { Levels } from "./levels.ts";
import type { Place } from "./mending.ts";
import { Recovery } from "./recovery.ts";
import { Untold } from "./untold.ts";
import type { Source } from "../source/source.ts";
import { decodeString, Strings } from "../source/strings.ts";
import type { Container, JsonVisitor, Skips } from "./visitor.ts";

/** No reader of JSON goes deeper; a file of brackets must not take all memory. */
const DEEPEST = 1_000_000;

/** Shorter values are sooner read again than looked up. */
const WORTH_KEEPING = 512;

/**
 * Reads a text as strict JSON (RFC 8259) in one pass, without recursion and without making values. Behind a fault it
 * continues as well as it can. Bytes are read up to the first fault only.
 */
export class JsonReader {
  /** Whether bytes are no JSON, or no UTF-8. */
  broken = false;

  readonly #source: Source;
  readonly #visitor: JsonVisitor;
  /** Undefined where bytes are read. */
  readonly #recovery: Recovery | undefined;
  readonly #strings: Strings;
  readonly #runs: Runs;
  readonly #names: Names;
  readonly #skips: Skips | undefined;
  #until = 0;
  readonly #tally: TextTally = { extra: 0, escaped: false };

  /** The place to read on from. All places but those that a visitor hears are the source's. */
  #at: number;
  /** The part of the grammar that may come next. */
  #place: Place = "value";
  readonly #levels = new Levels();
  readonly #untold = new Untold(this.#levels);
  #faults = 0;
  // The string that is read: its place, and the tally's extra before it.
  #stringStart = 0;
  #stringExtra = 0;

  /** `extra`: how many bytes more than UTF-16 code units stand before `from`. */
  constructor(source: Source, from: number, visitor: JsonVisitor, faults: Faults, skips?: Skips, extra?: number) {
    this.#source = source;
    this.#at = from;
    this.#visitor = visitor;
    if (source.text !== undefined) this.#recovery = new Recovery(source.text, faults);
    this.#tally.extra = extra ?? (source.text === undefined && from > 0 ? from - 1 : 0);
    this.#names = new Names(source);
    this.#strings = new Strings(source, this.#tally);
    this.#runs = new Runs(source, this.#tally, this.#levels, this.#untold);
    this.#skips = skips;
  }

  /** The place to which the text is read. */
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
            this.#place = this.#levels.kind === "object" ? "key" : "value";
            at++;
          } else if (unit === CLOSE_BRACKET && this.#levels.kind === "array") at = this.#close(at + 1);
          else if (unit === CLOSE_BRACE && this.#levels.kind === "object") at = this.#close(at + 1);
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
    this.#recovery.endOfText(this.#place, this.#levels.kind, this.#levels.start);
    this.#valueMissing(length);
    while (this.#levels.depth > 0) this.#close(length);
    return true;
  }

  #value(at: number, unit: number): number {
    const inArray = this.#levels.kind === "array";
    if (inArray && at >= this.#runs.skipFrom && this.#untold.depth > 0) {
      const end = this.#ran(at, this.#runs.skip(at, this.#until));
      if (end > at) return end;
    }
    if (unit === OPEN_BRACKET) return this.#open("array", at);
    if (unit === OPEN_BRACE) return this.#open("object", at);
    if (inArray && beginsElement(unit) && (this.#untold.depth > 0 || !this.#visitor.hearsElements)) {
      const end = this.#ran(at, this.#runs.read(at));
      if (end > at) return end;
    }
    if (unit === QUOTE) return this.#text(at);
    if (isDigit(unit) || unit === MINUS) {
      const end = numberTokenEnd(this.#source, at);
      if (end > at) return this.#scalar("number", at, end);
    }
    const word = wordAt(this.#source, at, unit);
    if (word !== undefined) return this.#scalar(word === "null" ? "null" : "boolean", at, at + word.length);
    return this.#mend(at);
  }

  /** The place behind elements that were read at once; `at` itself where there were none. */
  #ran(at: number, end: number): number {
    if (end > at) this.#place = this.#runs.expectsElement ? "value" : "after";
    return end;
  }

  #text(at: number): number {
    const skip = this.#skips?.at(at);
    if (skip?.kind === "string") {
      this.#skips?.add(skip);
      this.#source.tokenSurplus = skip.count;
      return this.#scalar("string", at, skip.end);
    }
    return this.#string(at);
  }

  #key(at: number, unit: number): number {
    return unit === QUOTE ? this.#string(at) : this.#mend(at);
  }

  #string(at: number): number {
    this.#stringStart = at;
    this.#stringExtra = this.#tally.extra;
    return this.#stringRead(this.#strings.read(at, this.#until));
  }

  /** The place behind the string, or the place to read it on from. */
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
    if (this.#place === "key" || this.#place === "first key") {
      this.#place = "colon";
      if (this.#untold.depth > 0) return end;
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
    if (this.#untold.depth === 0 && (this.#levels.kind !== "array" || this.#visitor.hearsElements)) {
      this.#source.tokenStart = start;
      this.#source.tokenEnd = end;
      this.#visitor.scalar(kind, start - before, end - this.#tally.extra);
    } else this.#untold.hold(elementBits[kind]);
    this.#valueDone();
    return end;
  }

  #valueDone(): void {
    this.#levels.count++;
    this.#place = this.#levels.depth === 0 ? "end" : "after";
  }

  #open(kind: Container, at: number): number {
    const levels = this.#levels;
    const untold = this.#untold;
    if (levels.depth >= DEEPEST) return this.#tooDeep(at);
    const index = levels.count;
    if (kind === "object") untold.hold(elementBits.object);
    if (untold.depth === 0 || kind === "object") this.#runs.opened(at);
    const start = at - this.#tally.extra;
    levels.open(kind, at, start);
    this.#place = kind === "object" ? "first key" : "first value";
    if (untold.depth > 0 || this.#visitor.enter(kind, start, index)) return at + 1;
    untold.begin(this.#faults);
    const skip = this.#skips?.at(at);
    if (skip?.kind !== kind) return at + 1;
    levels.count = skip.count;
    if (skip.content !== undefined) untold.content.copy(skip.content);
    return this.#close(skip.end);
  }

  #close(end: number): number {
    const levels = this.#levels;
    const untold = this.#untold;
    const { start, unitStart, count } = levels;
    const kind = levels.kind === "object" ? "object" : "array";
    const content = kind === "array" ? untold.holdArray() : undefined;
    if (untold.depth === levels.depth) {
      untold.depth = 0;
      if (this.#skips !== undefined && end - start >= WORTH_KEEPING && this.#faults === untold.faultsBefore)
        this.#skips.add({ kind, start, end, count, content: content?.clone() });
    }
    levels.close();
    if (untold.depth === 0) {
      this.#source.tokenStart = start;
      this.#source.tokenEnd = end;
      this.#visitor.leave(kind, unitStart, end - this.#tally.extra, count, content);
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

  #break(): number {
    this.broken = true;
    return this.#source.length;
  }

  /** Goes on as recovery finds best where the grammar is broken: always by a character, or to another place. */
  #mend(at: number): number {
    if (this.#recovery === undefined) return this.#break();
    this.#faults++;
    const { kind: container, start, depth, objects, arrays } = this.#levels;
    const situation = { place: this.#place, container, start, depth, openObjects: objects, openArrays: arrays };
    const step = this.#recovery.mend(at, situation);
    if (step.do === "scalar") {
      this.#source.tokenSurplus = 0;
      return this.#scalar(step.kind, at, step.to);
    }
    if (step.do === "key") {
      this.#place = "colon";
      if (this.#untold.depth === 0) this.#visitor.key(decodeString(this.#source.slice(at, step.to)), at, step.to);
    }
    if (step.do === "expect") {
      if (step.place === "after") this.#valueMissing(at);
      const lacksKey = this.#place === "key" || this.#place === "first key";
      if (lacksKey && this.#untold.depth === 0) this.#visitor.key("", at, at);
      this.#place = step.place;
    }
    if (step.do !== "close") return step.to;
    this.#valueMissing(at);
    while (this.#levels.kind !== step.container && this.#levels.depth > 0) this.#close(at);
    return this.#levels.depth > 0 ? this.#close(at + 1) : at + 1;
  }

  /** The member that is open, if one is, goes without a value: something else is at `at`. */
  #valueMissing(at: number): void {
    const isMember = this.#levels.kind === "object" && (this.#place === "colon" || this.#place === "value");
    if (isMember && this.#untold.depth === 0) this.#visitor.missing?.(at);
  }
}
