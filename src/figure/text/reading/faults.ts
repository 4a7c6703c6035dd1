import type { SyntaxProblem } from "../outline/outline.ts";
import type { Span } from "../../model/span.ts";
import { isWord } from "../source/characters.ts";
import { foreignFormat, isPythonAssignment } from "../outline/foreign.ts";

/** Non-finite numbers reported one by one; the rest of a million is no news. */
export const MOST_NON_FINITE = 20;

const PYTHON =
  "This is a Python dict as `print` shows it, not JSON. " +
  'Write the figure with fig.write_json("figure.plotly.json"), or a dict with json.dumps.';

/** The fault that a number such as `NaN` is. */
export function nonFinite(span: Span, word: string): SyntaxProblem {
  const message = `JSON has no number ${word}. Write null, which Plotly draws as a gap.`;
  return { code: "non-finite-number", span, message, related: [] };
}

/**
 * Collects the reasons why a text is no JSON. Only the first fault of the grammar is reported, since most others follow
 * from it. A Python dict is reported once, for everything that Python writes in its own way.
 */
export class Faults {
  readonly #text: string;
  readonly #nonFinite: SyntaxProblem[] = [];
  #first: SyntaxProblem | undefined;
  #python: SyntaxProblem | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get problems(): readonly SyntaxProblem[] {
    const isBroken = this.#first !== undefined || this.#python !== undefined;
    const isPython = isBroken && isPythonAssignment(this.#text);
    const foreign = isBroken && !isPython ? foreignFormat(this.#text) : undefined;
    if (foreign !== undefined) {
      const code = "not-json";
      return [{ code, span: this.#firstLine(), message: foreign.message, related: [], foreign: foreign.kind }];
    }
    if (isPython) this.python(this.#firstLine());
    if (this.#python !== undefined) return [this.#python];
    const all = this.#first === undefined ? this.#nonFinite : [...this.#nonFinite, this.#first];
    return all.toSorted((a, b) => a.span.start - b.span.start);
  }

  get any(): boolean {
    return this.#first !== undefined || this.#python !== undefined || this.#nonFinite.length > 0;
  }

  /** `span` may be empty where something is missing; it is widened to one character, since an empty one is not seen. */
  syntax(span: Span, message: string, related: SyntaxProblem["related"] = []): void {
    this.#first ??= { code: "syntax", span: this.#visible(span), message, related };
  }

  empty(message: string): void {
    this.#first ??= { code: "empty", span: { start: 0, end: this.#text.length }, message, related: [] };
  }

  python(span: Span): void {
    this.#python ??= { code: "python-dict", span: this.#visible(span), message: PYTHON, related: [] };
  }

  nonFinite(span: Span): void {
    if (this.#nonFinite.length >= MOST_NON_FINITE) return;
    this.#nonFinite.push(nonFinite(span, this.#text.slice(span.start, span.end)));
  }

  /** The words for the text at `at` in a sentence: "`}`", "the word `foo`", "the end of the text". */
  found(at: number): string {
    const text = this.#text;
    if (at >= text.length) return "the end of the text";
    const character = text.charAt(at);
    if (character === '"') return "a text";
    const end = this.wordEnd(at, at + 21);
    if (end > at) return `\`${text.slice(at, Math.min(end, at + 20))}${end > at + 20 ? "…" : ""}\``;
    const point = text.codePointAt(at) ?? 0;
    if (point <= 0x20 || (point >= 0x7f && point <= 0xa0) || point === 0xfeff)
      return `the character U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
    return `\`${String.fromCodePoint(point)}\``;
  }

  /** The offset behind the letters, digits, `_` and `$` at `at`; at most `most`. */
  wordEnd(at: number, most: number = this.#text.length): number {
    let end = at;
    while (end < most && end < this.#text.length && isWord(this.#text.charCodeAt(end))) end++;
    return end;
  }

  /** The first line that holds something: all of a text that is something else underlined would say no more. */
  #firstLine(): Span {
    const head = this.#text.slice(0, 4096);
    const start = Math.max(0, head.search(/[^\s\uFEFF]/));
    const end = head.slice(start, start + 200).search(/[\r\n]/);
    return this.#visible({ start, end: end < 0 ? Math.min(this.#text.length, start + 200) : start + end });
  }

  #visible(span: Span): Span {
    const { length } = this.#text;
    if (span.end > span.start) return { start: span.start, end: Math.min(span.end, length) };
    if (span.start < length) return { start: span.start, end: span.start + 1 };
    return { start: Math.max(0, length - 1), end: length };
  }
}
