import {
  APOSTROPHE,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  COLON,
  COMMA,
  DOT,
  isDigit,
  isWord,
  MINUS,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PLUS,
  QUOTE,
  RETURN,
  SLASH,
} from "../source/characters.ts";
import type { Faults } from "./faults.ts";
import { commentEnd, dottedEnd, isNumberPart, lastBefore, looseStringEnd, moreBehind } from "./looseTokens.ts";
import type { Mending, Place, Situation } from "./mending.ts";
import type { Strings } from "../source/strings.ts";
import { formatNumber } from "../../model/counts.ts";

const PYTHON_WORDS: { readonly [word: string]: "boolean" | "null" | undefined } = {
  True: "boolean",
  False: "boolean",
  None: "null",
};
const NON_FINITE = new Set(["NaN", "nan", "Infinity", "infinity", "inf", "Inf", "NAN", "INF"]);

/** Reports what is wrong where the grammar is broken, and decides how to continue. */
export class Recovery {
  readonly #text: string;
  readonly #faults: Faults;

  constructor(text: string, faults: Faults) {
    this.#text = text;
    this.#faults = faults;
  }

  mend(at: number, situation: Situation): Mending {
    const unit = this.#text.charCodeAt(at);
    if (unit === SLASH) {
      const end = commentEnd(this.#text, at);
      if (end > at) {
        this.#faults.syntax({ start: at, end }, "JSON has no comments: remove this one.");
        return { do: "skip", to: end };
      }
    }
    // Python prints what is not a list, dict or text as a call: Figure({…}), array([…], dtype=float32).
    if (unit === CLOSE_PARENTHESIS) return this.#skip(at, "This `)` has no place in JSON: remove it.");
    if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) return this.#closer(at, unit, situation);
    const { place } = situation;
    if (place === "first key" || place === "key") return this.#noKey(at, unit);
    if (place === "colon") return this.#noColon(at, unit);
    if (place === "after" || place === "end") return this.#noComma(at, unit, situation);
    return this.#noValue(at, unit, situation);
  }

  /** A string that is not sound; answers where to go on. */
  string(strings: Strings, open: number): number {
    const at = strings.position;
    const text = this.#text;
    if (strings.fault === "escape") {
      const end = Math.min(text.length, at + (text.charAt(at + 1) === "u" ? 6 : 2));
      this.#faults.syntax(
        { start: at, end },
        `\`${text.slice(at, Math.min(end, at + 2))}\` is no escape in JSON. Write a backslash itself as \`\\\\\`.`,
      );
      return looseStringEnd(this.#text, at, QUOTE);
    }
    const unit = at < text.length ? text.charCodeAt(at) : NEWLINE;
    if (unit !== NEWLINE && unit !== RETURN) {
      const name = this.#faults.found(at);
      this.#faults.syntax({ start: at, end: at + 1 }, `A text cannot hold ${name} itself: write it as an escape.`);
      return looseStringEnd(this.#text, at, QUOTE);
    }
    this.#faults.syntax(
      { start: open, end: at },
      'The text that begins here is not closed on its line: its second `"` is missing.',
    );
    return at;
  }

  /** The text ended where `place` was expected. */
  endOfText(place: Place, container: "object" | "array" | "root", start: number): void {
    const { length } = this.#text;
    if (container === "root") {
      this.#faults.empty(
        (length === 0 ? "The file is empty." : "The file holds nothing but white space.") +
          ' A figure is a JSON object such as {"data": [], "layout": {}}.',
      );
      return;
    }
    const [bracket, name] = container === "object" ? ["}", "object"] : ["]", "array"];
    const last = lastBefore(this.#text, length);
    const what =
      place === "colon"
        ? "a colon and a value"
        : place === "value" && container === "object"
          ? "a value"
          : `the \`${bracket}\` that closes this ${name}`;
    this.#faults.syntax({ start: last, end: last + 1 }, `The text ends too early: ${what} is missing.`, [
      { span: { start, end: start + 1 }, message: `The ${name} that is not closed begins here.` },
    ]);
  }

  /** One bracket more than is read opens at `at`. */
  tooDeep(at: number, most: number): void {
    this.#faults.syntax(
      { start: at, end: at + 1 },
      `More than ${formatNumber(most)} brackets are open here. The rest is not read.`,
    );
  }

  /** There is more at `at`, behind the root value. */
  textBehind(at: number): void {
    this.#faults.syntax(
      { start: at, end: Math.max(at + 1, this.#faults.wordEnd(at)) },
      `The figure ends before this: remove ${this.#faults.found(at)} and what follows it, or the bracket that closed it too early.`,
    );
  }

  #noValue(at: number, unit: number, situation: Situation): Mending {
    const faults = this.#faults;
    if (unit === COMMA) {
      faults.syntax({ start: at, end: at + 1 }, "A value is missing before this comma.");
      return situation.container === "root" ? { do: "skip", to: at + 1 } : { do: "expect", place: "after", to: at };
    }
    if (unit === APOSTROPHE) return { do: "scalar", kind: "string", to: this.#pythonString(at) };
    if (unit === OPEN_PARENTHESIS) {
      faults.python({ start: at, end: at + 1 });
      return { do: "skip", to: at + 1 };
    }
    const sign = unit === MINUS || unit === PLUS ? 1 : 0;
    const end = dottedEnd(this.#text, at + sign);
    const word = this.#text.slice(at + sign, Math.min(end, at + 64));
    if (NON_FINITE.has(word) && unit !== PLUS) {
      faults.nonFinite({ start: at, end });
      return { do: "scalar", kind: "number", to: end };
    }
    if (isDigit(this.#text.charCodeAt(at + sign)) || unit === DOT || sign === 1) return this.#faultyNumber(at);
    const python = Object.hasOwn(PYTHON_WORDS, word) ? PYTHON_WORDS[word] : undefined;
    if (python !== undefined) {
      faults.python({ start: at, end });
      return { do: "scalar", kind: python, to: end };
    }
    if (end > at) {
      const next = this.#text.charCodeAt(end);
      if (next === OPEN_PARENTHESIS) {
        faults.python({ start: at, end });
        return { do: "skip", to: end + 1 };
      }
      if (next === APOSTROPHE && end - at <= 2) return { do: "scalar", kind: "string", to: this.#pythonString(end) };
      faults.syntax(
        { start: at, end },
        word === "undefined"
          ? "JSON has no undefined: write null, or leave the member out."
          : `Expected a value but found ${faults.found(at)}. A text needs double quotes around it.`,
      );
      return { do: "scalar", kind: "string", to: end };
    }
    return this.#skip(at, `Expected a value but found ${faults.found(at)}.`);
  }

  #faultyNumber(at: number): Mending & { readonly do: "scalar" } {
    const text = this.#text;
    let end = at + 1;
    while (isNumberPart(this.#text, end)) end++;
    const written = text.slice(at, Math.min(end, at + 40));
    const why = written.startsWith("+")
      ? "it has no plus sign in front"
      : /^-?\./.test(written)
        ? "it needs a digit before the point: 0.5"
        : /^-?0[xob]/i.test(written)
          ? "it is decimal"
          : /^-?0\d/.test(written)
            ? "it has no zeros in front"
            : /\.(?!\d)/.test(written)
              ? "it needs a digit behind the point"
              : "it is digits with at most one point and one exponent";
    this.#faults.syntax({ start: at, end }, `\`${written}\` is no number in JSON: ${why}.`);
    return { do: "scalar", kind: "number", to: end };
  }

  #noKey(at: number, unit: number): Mending {
    const faults = this.#faults;
    if (unit === APOSTROPHE) return { do: "key", to: this.#pythonString(at) };
    if (unit === COMMA) return this.#skip(at, "There is one comma too many here: remove it.");
    if (unit === OPEN_BRACE || unit === OPEN_BRACKET || unit === COLON) {
      faults.syntax({ start: at, end: at + 1 }, `Expected a key in double quotes but found ${faults.found(at)}.`);
      return unit === COLON ? { do: "expect", place: "colon", to: at } : { do: "expect", place: "value", to: at };
    }
    const end = dottedEnd(this.#text, at);
    if (end > at) {
      const word = this.#text.slice(at, Math.min(end, at + 40));
      faults.syntax({ start: at, end }, `A key needs double quotes: write "${word}".`);
      return { do: "key", to: end };
    }
    return this.#skip(at, `Expected a key in double quotes but found ${faults.found(at)}.`);
  }

  #noColon(at: number, unit: number): Mending {
    this.#faults.syntax(
      { start: at, end: at + 1 },
      `Expected a colon behind the key but found ${this.#faults.found(at)}.`,
    );
    if (unit === COMMA) return { do: "expect", place: "after", to: at };
    return { do: "expect", place: "value", to: this.#text.charAt(at) === "=" ? at + 1 : at };
  }

  #noComma(at: number, unit: number, { container, start }: Situation): Mending {
    const faults = this.#faults;
    const [bracket, name] = container === "object" ? ["}", "object"] : ["]", "array"];
    const related = [{ span: { start, end: start + 1 }, message: `The ${name} begins here.` }];
    if (at > 0 && isWord(this.#text.charCodeAt(at - 1)) && isWord(unit)) {
      let token = at - 1;
      while (token > at - 40 && isNumberPart(this.#text, token - 1)) token--;
      return { do: "skip", to: this.#faultyNumber(token).to };
    }
    const startsValue =
      unit === QUOTE || unit === OPEN_BRACE || unit === OPEN_BRACKET || unit === APOSTROPHE || unit === MINUS;
    if (startsValue || isWord(unit)) {
      const kind = container === "object" ? "member" : "element";
      faults.syntax(
        { start: at, end: Math.max(at + 1, faults.wordEnd(at)) },
        `A comma is missing between the ${kind} before and this one.`,
        related,
      );
      return { do: "expect", place: container === "object" ? "key" : "value", to: at };
    }
    return this.#skip(at, `Expected a comma or \`${bracket}\` but found ${faults.found(at)}.`, related);
  }

  /** A bracket that does not close the innermost container, or does so too early. */
  #closer(at: number, unit: number, { place, container, start, depth, openObjects, openArrays }: Situation): Mending {
    const faults = this.#faults;
    const span = { start: at, end: at + 1 };
    const wanted = unit === CLOSE_BRACE ? "object" : "array";
    if (wanted === container) {
      const before = lastBefore(this.#text, at);
      if (this.#text.charCodeAt(before) === COMMA)
        faults.syntax(
          { start: before, end: before + 1 },
          `JSON has no comma behind the last ${container === "object" ? "member" : "element"}: remove it.`,
        );
      else faults.syntax(span, place === "colon" ? "A colon and a value are missing." : "A value is missing.");
      return { do: "close", container: wanted };
    }
    const character = this.#text.charAt(at);
    if ((wanted === "object" ? openObjects : openArrays) === 0)
      return this.#skip(at, `This \`${character}\` closes nothing: remove it, or add the bracket that it closes.`);
    const [bracket, name] = container === "object" ? ["}", "object"] : ["]", "array"];
    const related = [{ span: { start, end: start + 1 }, message: `The ${name} begins here.` }];
    faults.syntax(span, `Expected \`${bracket}\` to close this ${name} but found \`${character}\`.`, related);
    // A stray bracket that would close the figure itself while more of it follows is more likely one too many.
    const closesRoot = wanted === "object" ? openObjects === 1 : openArrays === 1 && depth === 1;
    return closesRoot && moreBehind(this.#text, at + 1)
      ? { do: "skip", to: at + 1 }
      : { do: "close", container: wanted };
  }

  #skip(at: number, message: string, related: Parameters<Faults["syntax"]>[2] = []): Mending {
    this.#faults.syntax({ start: at, end: at + 1 }, message, related);
    return { do: "skip", to: at + 1 };
  }

  #pythonString(at: number): number {
    const end = looseStringEnd(this.#text, at + 1, APOSTROPHE);
    this.#faults.python({ start: at, end });
    return end;
  }
}
