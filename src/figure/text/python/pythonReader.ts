import type { TextEdit } from "../../model/fix.ts";
import type { Span } from "../../model/span.ts";
import { readCall } from "./calls.ts";
import { CoveringEdits } from "./edits.ts";
import { PythonFault } from "./pythonFault.ts";
import { isStringAt, readNumber, readString } from "./literals.ts";
import { NO_NUMBER, WORDS } from "./words.ts";

const DEEPEST = 200;

/** The number of values that are read in a millisecond or two. */
const STEP = 2000;

const NAME = /[\p{L}_][\p{L}\p{N}_.]*/uy;
const SPACE = /(?:[\s\uFEFF]|\\\r?\n)*/y;
/** `fig = `, `fig: dict = ` */
const ASSIGNMENT = /[\p{L}_][\p{L}\p{N}_.]*\s*(?::[^=\n{}[\]]*)?=(?!=)\s*/uy;
const LEFT_OUT =
  "Values are left out here (`...`), so this text does not contain them. Write the figure with fig.write_json.";

/** The value that was read last: its kind, and the decoded text, or the number as JSON writes it. */
export interface Read {
  readonly kind: "text" | "number" | "null" | "boolean" | "list" | "dict" | "call";
  readonly value: string;
}

/** Reads a value that Python wrote, and collects the edits that make it JSON. */
export class PythonReader {
  readonly text: string;
  readonly edits = new CoveringEdits();
  at = 0;
  last: Read = { kind: "null", value: "" };
  /** Texts that say that there is no time; among dates they are null. */
  readonly noTimes: Span[] = [];
  #depth = 0;
  #count = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** A millisecond or two at a time. */
  *read(): Generator<void, TextEdit[]> {
    this.space();
    ASSIGNMENT.lastIndex = this.at;
    const [assignment] = ASSIGNMENT.exec(this.text) ?? [];
    if (assignment !== undefined) {
      this.edits.replace(this.at, this.at + assignment.length, "");
      this.at += assignment.length;
    }
    yield* this.value();
    this.space();
    if (this.text[this.at] === ";") {
      this.edits.replace(this.at, ++this.at, "");
      this.space();
    }
    if (this.at < this.text.length) this.#failBehind("Only one dict can be converted, and this follows it.");
    return yield* this.edits.all(this.text);
  }

  *value(): Generator<void, void> {
    if (++this.#count % STEP === 0) yield;
    this.space();
    if (this.#scalar()) return;
    if (++this.#depth > DEEPEST) this.fail("This is nested too deeply to be converted.");
    const character = this.text[this.at];
    if (character === "{") yield* this.dict();
    else if (character === "[") yield* this.#list();
    else if (character === "(") yield* this.#tuple();
    else yield* this.#name();
    this.#depth--;
  }

  *dict(): Generator<void, void> {
    this.at++;
    yield* this.items("}", () => this.#member());
    this.last = { kind: "dict", value: "" };
  }

  /** Items up to the closing bracket, which is passed; a comma behind the last one is taken away. */
  *items(close: string, item: () => Generator<void, void>): Generator<void, { count: number; comma: boolean }> {
    const open = this.at - 1;
    let count = 0;
    let comma: number | undefined;
    for (;;) {
      this.space();
      const character = this.text[this.at];
      if (character === close) break;
      if (character === undefined) this.fail("This bracket is never closed.", { start: open, end: open + 1 });
      if (count > 0 && comma === undefined) this.#failBehind(`Expected a comma or \`${close}\`.`);
      comma = undefined;
      yield* item();
      count++;
      this.space();
      if (this.text[this.at] === ",") comma = this.at++;
    }
    if (comma !== undefined) this.edits.replace(comma, comma + 1, "");
    this.at++;
    return { count, comma: comma !== undefined };
  }

  /** A key and what leads to its value; the value follows. */
  key(): void {
    const start = this.at;
    if (this.#scalar()) {
      const { kind, value } = this.last;
      if (kind === "text") return;
      const json = kind === "number" ? value : JSON.stringify(value);
      this.edits.replace(start, this.at, kind === "number" ? JSON.stringify(value) : json);
      return;
    }
    this.fail("Keys in JSON are texts in quotes.", { start, end: Math.max(this.at, start + 1) });
  }

  /** A name and what it means, or the call of it. */
  *#name(): Generator<void, void> {
    const start = this.at;
    const name = this.name();
    if (name === undefined) this.fail("JSON has no such value.");
    const from = this.at;
    this.space();
    if (this.text[this.at] !== "(")
      this.fail(`\`${name}\` is a name whose value is not in this text.`, { start, end: from });
    yield* readCall(this, start, name);
  }

  name(): string | undefined {
    NAME.lastIndex = this.at;
    const [name] = NAME.exec(this.text) ?? [];
    this.at += name?.length ?? 0;
    return name;
  }

  /** Passes white space, of which JSON has four signs, and takes comments away. */
  space(): void {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code > 32 && code !== 35 && code !== 92 && code < 128) return;
      SPACE.lastIndex = this.at;
      SPACE.test(text);
      const from = this.at;
      this.at = SPACE.lastIndex;
      for (let place = from; place < this.at; place++) {
        if (" \t\r\n".includes(text.charAt(place)) || (place === 0 && text.charCodeAt(0) === 0xfeff)) continue;
        this.edits.replace(place, place + 1, text.charAt(place) === "\\" ? "" : " ");
      }
      if (text[this.at] !== "#") return;
      const rest = text.slice(this.at, this.at + 10_000).search(/[\r\n]/);
      const line = rest < 0 ? text.indexOf("\n", this.at) : this.at + rest;
      const end = line < 0 ? text.length : line;
      this.edits.replace(this.at, end, "");
      this.at = end;
    }
  }

  fail(message: string, span: Span = { start: this.at, end: this.at + 1 }): never {
    throw new PythonFault(message, span);
  }

  *#member(): Generator<void, void> {
    this.key();
    this.space();
    if (this.text[this.at] !== ":") this.#failBehind("Expected a colon. JSON has no sets.");
    this.at++;
    yield* this.value();
  }

  *#list(): Generator<void, void> {
    this.at++;
    yield* this.items("]", () => this.value());
    this.last = { kind: "list", value: "" };
  }

  /** One value in parentheses is that value. */
  *#tuple(): Generator<void, void> {
    const start = this.at++;
    const { count, comma } = yield* this.items(")", () => this.value());
    const isSingle = count === 1 && !comma;
    if (!isSingle) this.last = { kind: "list", value: "" };
    this.edits.replace(start, start + 1, isSingle ? "" : "[");
    this.edits.replace(this.at - 1, this.at, isSingle ? "" : "]");
  }

  /** A text, a number or a word that JSON has; false where none stands here. */
  #scalar(): boolean {
    const { text, at } = this;
    const character = text.charAt(at);
    if (character === '"' || character === "'" || isStringAt(text, at)) this.#string();
    else if (text.startsWith("...", at) || text.startsWith("Ellipsis", at)) this.fail(LEFT_OUT);
    else if (text.startsWith("<NA>", at)) this.#word(at, at + 4, "null");
    else if (/^--\s*[,\])]/.test(text.slice(at, at + 20))) this.#word(at, at + 2, "null");
    else return this.#number() || this.#known();
    return true;
  }

  #number(): boolean {
    const { text, at: start } = this;
    let at = start;
    let minus = false;
    for (; text[at] === "-" || text[at] === "+" || (at > start && text[at] === " "); at++)
      minus = minus !== (text[at] === "-");
    const number = readNumber(text, at);
    if (number === undefined) {
      NAME.lastIndex = at;
      const [name] = NAME.exec(text) ?? [];
      if (at === start || name === undefined || !NO_NUMBER.test(lastOf(name))) return false;
      this.#word(start, at + name.length, "null");
      return true;
    }
    this.at = number.end;
    // Python's integers have no negative zero, JSON's numbers have one.
    const json = minus && number.json !== "0" ? `-${number.json}` : number.json;
    if (json !== text.slice(start, this.at)) this.edits.replace(start, this.at, json);
    this.last = { kind: "number", value: json };
    return true;
  }

  #known(): boolean {
    const { at: start } = this;
    const name = this.name();
    const last = name === undefined ? "" : lastOf(name);
    const json = WORDS.get(last.replace(/_$/, "")) ?? (NO_NUMBER.test(last) ? "null" : undefined);
    const end = this.at;
    this.at = start;
    if (json === undefined) return false;
    this.#word(start, end, json);
    return true;
  }

  #word(start: number, end: number, json: string): void {
    this.at = end;
    if (json !== this.text.slice(start, end)) this.edits.replace(start, end, json);
    this.last = { kind: json === "null" ? "null" : "boolean", value: json };
  }

  /** Texts that stand side by side are one. */
  #string(): void {
    const start = this.at;
    let value = "";
    let end = start;
    let parts = 0;
    for (; isStringAt(this.text, this.at); parts++) {
      const part = readString(this.text, this.at);
      if (typeof part === "string") this.fail(part);
      value += part.value;
      end = this.at = part.end;
      // What lies between two parts is within the edit; what follows the last one is read again.
      this.#pass();
    }
    this.at = end;
    this.last = { kind: "text", value };
    if (value === "NaT") this.noTimes.push({ start, end });
    const written = this.text.slice(start, end);
    if (parts > 1 || !isJsonString(written, value)) this.edits.replace(start, end, JSON.stringify(value));
  }

  /** Passes white space and comments, and changes nothing. */
  #pass(): void {
    for (const space = /(?:[\s\uFEFF]|\\\r?\n|#[^\r\n]*)*/y; ;) {
      space.lastIndex = this.at;
      space.test(this.text);
      this.at = space.lastIndex;
      return;
    }
  }

  /** Where Python goes on with what is no more than a value, the sentence says so. */
  #failBehind(message: string): never {
    const rest = this.text.slice(this.at, this.at + 20);
    if (/^(?:\.\.\.|…)/.test(rest)) this.fail(LEFT_OUT);
    if (/^(?:[+\-*/%@.<>&|^[(]|(?:for|if|and|or|in|is|not|else)\b)/.test(rest))
      this.fail("Only Python can compute what follows. Write its result instead.");
    this.fail(message);
  }
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function isJsonString(written: string, value: string): boolean {
  if (!written.startsWith('"')) return false;
  try {
    return JSON.parse(written) === value;
  } catch {
    return false;
  }
}
