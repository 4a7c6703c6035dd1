import type { JsonKind } from "../outline.ts";
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  isDigit,
  isSpace,
  isWord,
  LOWER_F,
  LOWER_N,
  LOWER_T,
  MINUS,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
} from "./characters.ts";
import type { Faults } from "./faults.ts";
import { Elements } from "./elements.ts";
import { type Place, Recovery } from "./recovery.ts";
import { Strings } from "./strings.ts";

export type Container = "object" | "array";

/** Hears of a text's structure, in the order of the text. Offsets are UTF-16 code units. */
export interface JsonVisitor {
  /**
   * A container opens; `index` is its place among the elements where it stands in an array. The answer says whether to
   * tell what is inside; `leave` follows in either case.
   */
  enter(kind: Container, start: number, index: number): boolean;
  /** `count` is the number of elements or members. */
  leave(kind: Container, start: number, end: number, count: number): void;
  /** A member's key, quotes included; `escaped` where it holds a backslash. */
  key(start: number, end: number, escaped: boolean): void;
  /** A member's value, or the root, that is no container. Scalars in arrays are only counted. */
  scalar(kind: Exclude<JsonKind, Container>, start: number, end: number): void;
}

/**
 * Reads a text as strict JSON (RFC 8259) in one pass, without recursion and without making values, and goes on behind a
 * fault as well as it can.
 */
export class JsonReader {
  readonly #text: string;
  readonly #visitor: JsonVisitor;
  readonly #recovery: Recovery;
  readonly #strings: Strings;
  readonly #elements: Elements;

  /** What the grammar expects next. */
  #place: Place = "value";
  // One entry a depth; a root container is at depth 1. Equal for all depths below: `#depth` is the last one in use.
  #depth = 0;
  readonly #kinds: (Container | "root")[] = ["root"];
  readonly #starts: number[] = [0];
  readonly #counts: number[] = [0];
  #openObjects = 0;
  /** The depth of the outermost container whose inside the visitor does not want to hear of; 0 for none. */
  #quiet = 0;

  constructor(text: string, visitor: JsonVisitor, faults: Faults) {
    this.#text = text;
    this.#visitor = visitor;
    this.#recovery = new Recovery(text, faults);
    this.#strings = new Strings(text);
    this.#elements = new Elements(text);
  }

  /** Reads from `from` to the end of the text. */
  read(from: number): void {
    const text = this.#text;
    const { length } = text;
    let at = from;
    for (;;) {
      while (at < length && isSpace(text.charCodeAt(at))) at++;
      if (at >= length) break;
      const unit = text.charCodeAt(at);
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
          this.#recovery.textBehind(at);
          return;
      }
    }
    if (this.#place === "end") return;
    this.#recovery.endOfText(this.#place, this.#container(), this.#starts[this.#depth] ?? 0);
    while (this.#depth > 0) this.#close(length);
  }

  #value(at: number, unit: number): number {
    if (unit === OPEN_BRACKET) return this.#open("array", at);
    if (unit === OPEN_BRACE) return this.#open("object", at);
    if (this.#kinds[this.#depth] === "array") {
      const end = this.#run(at);
      if (end > at) return end;
    }
    if (unit === QUOTE) return this.#scalar("string", at, this.#string(at));
    if (isDigit(unit) || unit === MINUS) return this.#number(at);
    if (unit === LOWER_N && this.#isWord("null", at)) return this.#scalar("null", at, at + 4);
    if (unit === LOWER_T && this.#isWord("true", at)) return this.#scalar("boolean", at, at + 4);
    if (unit === LOWER_F && this.#isWord("false", at)) return this.#scalar("boolean", at, at + 5);
    return this.#mend(at);
  }

  /** Elements of an array from `at`; `at` itself where the first is not sound. */
  #run(at: number): number {
    const elements = this.#elements;
    elements.read(at);
    if (elements.count === 0) return at;
    this.#counts[this.#depth]! += elements.count;
    this.#place = elements.expectsElement ? "value" : "after";
    return elements.position;
  }

  /** One number that may be faulty, or is not in an array. */
  #number(at: number): number {
    const end = soundNumberEnd(this.#text, at);
    if (end > at && !(end < this.#text.length && isNumberTail(this.#text.charCodeAt(end))))
      return this.#scalar("number", at, end);
    return this.#mend(at);
  }

  #isWord(word: string, at: number): boolean {
    const end = at + word.length;
    return this.#text.startsWith(word, at) && !(end < this.#text.length && isWord(this.#text.charCodeAt(end)));
  }

  #string(at: number): number {
    const strings = this.#strings;
    return strings.read(at) ? strings.position : this.#recovery.string(strings, at);
  }

  #key(at: number, unit: number): number {
    if (unit !== QUOTE) return this.#mend(at);
    const end = this.#string(at);
    this.#keyDone(at, end, this.#strings.escaped);
    return end;
  }

  #keyDone(start: number, end: number, escaped: boolean): void {
    this.#place = "colon";
    if (this.#quiet === 0) this.#visitor.key(start, end, escaped);
  }

  #scalar(kind: Exclude<JsonKind, Container>, start: number, end: number): number {
    if (this.#quiet === 0 && this.#kinds[this.#depth] !== "array") this.#visitor.scalar(kind, start, end);
    this.#valueDone();
    return end;
  }

  #valueDone(): void {
    this.#counts[this.#depth]! += 1;
    this.#place = this.#depth === 0 ? "end" : "after";
  }

  #open(kind: Container, at: number): number {
    const index = this.#counts[this.#depth]!;
    const depth = ++this.#depth;
    this.#kinds[depth] = kind;
    this.#starts[depth] = at;
    this.#counts[depth] = 0;
    if (kind === "object") this.#openObjects++;
    this.#place = kind === "object" ? "first key" : "first value";
    if (this.#quiet === 0 && !this.#visitor.enter(kind, at, index)) this.#quiet = depth;
    return at + 1;
  }

  #close(end: number): number {
    const depth = this.#depth--;
    const kind = this.#kinds[depth] === "object" ? "object" : "array";
    if (kind === "object") this.#openObjects--;
    if (this.#quiet === depth) this.#quiet = 0;
    if (this.#quiet === 0) this.#visitor.leave(kind, this.#starts[depth]!, end, this.#counts[depth]!);
    this.#valueDone();
    return end;
  }

  #container(): Container | "root" {
    return this.#kinds[this.#depth] ?? "root";
  }

  /** Does what recovery finds best at a place where the grammar is broken. Always goes on by a character or a place. */
  #mend(at: number): number {
    const openArrays = this.#depth - this.#openObjects;
    const step = this.#recovery.mend(at, {
      place: this.#place,
      container: this.#container(),
      start: this.#starts[this.#depth] ?? 0,
      depth: this.#depth,
      openObjects: this.#openObjects,
      openArrays,
    });
    if (step.do === "scalar") return this.#scalar(step.kind, at, step.to);
    if (step.do === "key") this.#keyDone(at, step.to, false);
    if (step.do === "expect") this.#place = step.place;
    if (step.do !== "close") return step.to;
    while (this.#container() !== step.container && this.#depth > 0) this.#close(at);
    return this.#depth > 0 ? this.#close(at + 1) : at + 1;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Behind the number at `at`; `at` where there is none. */
function soundNumberEnd(text: string, at: number): number {
  NUMBER.lastIndex = at;
  return NUMBER.test(text) ? NUMBER.lastIndex : at;
}

/** What cannot stand right behind a number, and shows that all of it was meant as one. */
function isNumberTail(unit: number): boolean {
  return isWord(unit) || unit === 0x2e || unit === 0x2b || unit === MINUS;
}
