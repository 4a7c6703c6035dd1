import type { TextEdit } from "../../fix.ts";
import type { Span } from "../../outline.ts";
import { isStringAt, readNumber, readString } from "./literals.ts";

/** Why a text cannot be converted, and where. */
export class PythonFault extends Error {
  readonly span: Span;

  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

const DEEPEST = 200;

const WORDS = new Map([
  ["True", "true"],
  ["False", "false"],
  ["None", "null"],
  ["true", "true"],
  ["false", "false"],
  ["null", "null"],
]);
/** What JSON has no number for. */
const NO_NUMBER = /^(?:nan|NaN|NAN|inf|Inf|Infinity|infinity)$/;
/** Calls around one value that mean that value. */
const WRAPPERS =
  /^(?:array|asarray|list|tuple|float|int|str|bool|float16|float32|float64|int8|int16|int32|int64|uint8|uint16|uint32|uint64|str_|bool_|OrderedDict|Timestamp|datetime64|print|Decimal)$/;
const NAME = /[A-Za-z_][\w.]*/y;
const SPACE = /(?:[\s\uFEFF]|\\\r?\n)*/y;

/** Goes over a value that Python wrote and notes what must change for it to be JSON. */
export class PythonReader {
  readonly #text: string;
  readonly #edits: TextEdit[] = [];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): TextEdit[] {
    this.#space();
    const assigned = /[A-Za-z_][\w.]*\s*=(?!=)\s*/y;
    assigned.lastIndex = this.#at;
    const [assignment] = assigned.exec(this.#text) ?? [];
    if (assignment !== undefined) {
      this.#edit(this.#at, this.#at + assignment.length, "");
      this.#at += assignment.length;
    }
    this.#value();
    this.#space();
    if (this.#at < this.#text.length) this.#fail("Only one dict can be converted, and this stands behind it.");
    return this.#edits.toSorted((a, b) => a.span.start - b.span.start);
  }

  #value(): void {
    this.#space();
    const start = this.#at;
    const character = this.#text[start];
    if (++this.#depth > DEEPEST) this.#fail("This is nested too deep to be converted.");
    if (character === "{") this.#dict();
    else if (character === "[") this.#list("[", "]");
    else if (character === "(") this.#tuple();
    else if (isStringAt(this.#text, start)) this.#string();
    else if (this.#text.startsWith("...", start))
      this.#fail(
        "NumPy left values out here (`...`), so they cannot be had from this text. Write the figure with fig.write_json.",
      );
    else this.#numberOrName();
    this.#depth--;
  }

  #dict(): void {
    this.#at++;
    this.#items("}", () => {
      this.#key();
      this.#space();
      if (this.#text[this.#at] !== ":") this.#fail("Here a colon is expected. JSON has no sets.");
      this.#at++;
      this.#value();
    });
  }

  #key(): void {
    const start = this.#at;
    if (isStringAt(this.#text, start)) {
      this.#string();
      return;
    }
    const number = readNumber(this.#text, start);
    const word = number === undefined ? this.#name() : undefined;
    const json = number?.json ?? WORDS.get(word ?? "");
    if (json === undefined)
      this.#fail("Keys in JSON are texts in quotes.", { start, end: Math.max(this.#at, start + 1) });
    this.#at = number?.end ?? this.#at;
    this.#edit(start, this.#at, JSON.stringify(json));
  }

  #list(open: string, close: string): void {
    this.#at += open.length;
    this.#items(close, () => this.#value());
  }

  /** One value in parentheses is that value. */
  #tuple(): void {
    const start = this.#at++;
    const { count, comma } = this.#items(")", () => this.#value());
    const single = count === 1 && !comma;
    this.#edit(start, start + 1, single ? "" : "[");
    this.#edit(this.#at - 1, this.#at, single ? "" : "]");
  }

  /** Items up to the closing bracket, which is passed; a comma behind the last one is taken away. */
  #items(close: string, item: () => void): { count: number; comma: boolean } {
    const open = this.#at - 1;
    let count = 0;
    let comma: number | undefined;
    for (;;) {
      this.#space();
      const character = this.#text[this.#at];
      if (character === close) break;
      if (character === undefined) this.#fail("This bracket is never closed.", { start: open, end: open + 1 });
      if (count > 0 && comma === undefined) this.#fail(`Here a comma or \`${close}\` is expected.`);
      comma = undefined;
      item();
      count++;
      this.#space();
      if (this.#text[this.#at] === ",") comma = this.#at++;
    }
    if (comma !== undefined && count > 0) this.#edit(comma, comma + 1, "");
    this.#at++;
    return { count, comma: comma !== undefined };
  }

  /** Texts that stand side by side are one. */
  #string(): void {
    const start = this.#at;
    let value = "";
    let end = start;
    let parts = 0;
    for (; isStringAt(this.#text, this.#at); parts++) {
      const part = readString(this.#text, this.#at);
      if (typeof part === "string") this.#fail(part);
      value += part.value;
      end = this.#at = part.end;
      const before = this.#edits.length;
      this.#space();
      // A comment behind the last part is the next one's to take away.
      if (!isStringAt(this.#text, this.#at)) {
        this.#edits.length = before;
        this.#at = end;
        break;
      }
      this.#edits.length = before;
    }
    const written = this.#text.slice(start, end);
    if (parts === 0 && isJsonString(written, value)) return;
    this.#edit(start, end, JSON.stringify(value));
  }

  #numberOrName(): void {
    const start = this.#at;
    const number = readNumber(this.#text, start);
    if (number !== undefined) {
      this.#at = number.end;
      if (number.json !== this.#text.slice(start, this.#at)) this.#edit(start, this.#at, number.json);
      return;
    }
    if (/[+-]/.test(this.#text[start] ?? "")) this.#at++;
    const name = this.#name();
    if (name === undefined) this.#fail("This is no value that JSON has.");
    const last = name.slice(name.lastIndexOf(".") + 1);
    const word = WORDS.get(last.replace(/_$/, ""));
    const from = this.#at;
    this.#space();
    if (this.#text[this.#at] === "(") this.#call(start, name, last);
    else {
      this.#at = from;
      const json = word ?? (NO_NUMBER.test(last) ? "null" : undefined);
      if (json === undefined)
        this.#fail(`\`${name}\` is the name of something that this text does not tell.`, { start, end: from });
      if (json !== this.#text.slice(start, from)) this.#edit(start, from, json);
    }
  }

  #call(start: number, name: string, last: string): void {
    const isGraphObject = /^[A-Z]/.test(last) && /^\(\s*\{/.test(this.#text.slice(this.#at, this.#at + 200));
    if (last === "dict") this.#dictCall(start);
    else if (last === "datetime" || last === "date") this.#dateCall(start, last);
    else if (WRAPPERS.test(last) || isGraphObject) this.#wrapper(start, last);
    else this.#fail(`\`${name}(…)\` cannot be converted: only Python knows what it makes.`, { start, end: this.#at });
  }

  /** `array([1, 2], dtype=int8)`: the first argument, without what is around it. */
  #wrapper(start: number, last: string): void {
    this.#at++;
    this.#space();
    const from = this.#at;
    const before = this.#edits.length;
    this.#value();
    const end = this.#at;
    const value = /^["'](?<word>[+-]?\w+)["']$/.exec(this.#text.slice(from, end))?.groups?.["word"];
    this.#rest();
    if (last === "float" && value !== undefined && NO_NUMBER.test(value.replace(/^[+-]/, ""))) {
      this.#edits.length = before;
      this.#edit(start, this.#at, "null");
      return;
    }
    this.#edit(start, from, "");
    this.#edit(end, this.#at, "");
  }

  /** Named arguments behind the first, up to the closing parenthesis. */
  #rest(): void {
    const rest = /\s*(?:,\s*\w+\s*=\s*(?:'[^'\n]*'|"[^"\n]*"|\([^()\n]*\)|[^(),\n]+)\s*)*,?\s*\)/y;
    rest.lastIndex = this.#at;
    if (!rest.test(this.#text)) this.#fail("Here a closing parenthesis is expected.");
    this.#at = rest.lastIndex;
  }

  /** `dict(x=[1], y=[2])` */
  #dictCall(start: number): void {
    this.#edit(start, this.#at + 1, "{");
    this.#at++;
    this.#items(")", () => {
      const from = this.#at;
      const key = this.#name();
      if (key === undefined || key.includes(".")) this.#fail("Here `name=` is expected.");
      const to = this.#at;
      this.#space();
      if (this.#text[this.#at] !== "=") this.#fail("Here `=` is expected.");
      this.#at++;
      this.#edit(from, to, JSON.stringify(key));
      this.#edit(this.#at - 1, this.#at, ":");
      this.#value();
    });
    this.#edit(this.#at - 1, this.#at, "}");
  }

  /** `datetime.datetime(2024, 5, 1, 12, 30)` as plotly.py writes it: `2024-05-01T12:30:00`. */
  #dateCall(start: number, kind: "datetime" | "date"): void {
    const call = /\(\s*(?<parts>\d+(?:\s*,\s*\d+){2,6})\s*\)/y;
    call.lastIndex = this.#at;
    const found = call.exec(this.#text);
    if (found === null) this.#fail("Only dates that are written as numbers can be converted.");
    this.#at = call.lastIndex;
    const parts = (found.groups?.["parts"] ?? "").split(",").map((part) => part.trim());
    const [year = "", month = "", day = "", ...time] = parts;
    const date = [year.padStart(4, "0"), month.padStart(2, "0"), day.padStart(2, "0")].join("-");
    const [hour = "0", minute = "0", second = "0", micro] = time;
    const clock = [hour, minute, second].map((part) => part.padStart(2, "0")).join(":");
    const fraction = micro === undefined ? "" : `.${micro.padStart(6, "0")}`;
    this.#edit(start, this.#at, JSON.stringify(kind === "date" ? date : `${date}T${clock}${fraction}`));
  }

  #name(): string | undefined {
    NAME.lastIndex = this.#at;
    const [name] = NAME.exec(this.#text) ?? [];
    this.#at += name?.length ?? 0;
    return name;
  }

  /** Passes white space, and takes comments away. */
  #space(): void {
    for (;;) {
      SPACE.lastIndex = this.#at;
      SPACE.test(this.#text);
      const from = this.#at;
      this.#at = SPACE.lastIndex;
      for (const { index } of this.#text.slice(from, this.#at).matchAll(/\\/g))
        this.#edit(from + index, from + index + 1, "");
      if (this.#text[this.#at] !== "#") return;
      const line = this.#text.indexOf("\n", this.#at);
      const end = line < 0 ? this.#text.length : line;
      this.#edit(this.#at, end, "");
      this.#at = end;
    }
  }

  #edit(start: number, end: number, text: string): void {
    if (start < end || text !== "") this.#edits.push({ span: { start, end }, text });
  }

  #fail(message: string, span: Span = { start: this.#at, end: this.#at + 1 }): never {
    throw new PythonFault(message, span);
  }
}

function isJsonString(written: string, value: string): boolean {
  if (!written.startsWith('"')) return false;
  try {
    return JSON.parse(written) === value;
  } catch {
    return false;
  }
}
