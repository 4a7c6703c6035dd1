import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  isSpace,
  OPEN_BRACE,
  OPEN_BRACKET,
} from "../text/source/characters.ts";
import { beginOf } from "../text/source/source.ts";
import { scalarEnd } from "../text/source/soundTokens.ts";
import type { Arrays } from "./arrays.ts";
import type { Gaps } from "./gaps.ts";
import type { Layout } from "./layout.ts";

/** Containers that lie deeper than this are on one line, since the white space would be more than the text. */
const DEEPEST = 100;

/** How what is in a container stands. */
const ROOT = 0;
/** A member a line. */
const OBJECT = 1;
/** An element a line. */
const ROWS = 2;
/** As many elements a line as fit. */
const FILLED = 3;
/** All on one line. */
const LINE = 4;

/** Goes through a text that is JSON, and says what white space belongs between each two tokens. */
export class Writer {
  readonly #text: string;
  readonly #layout: Layout;
  readonly #arrays: Arrays;
  readonly #gaps: Gaps;
  /** A line break with the white space of each level. */
  readonly #breaks: string[] = [];

  #at: number;
  /** The place behind the last token. */
  #behind: number;
  #mode = ROOT;
  readonly #outer: number[] = [];
  /** Containers around the place that are not on one line. */
  #level = 0;
  /** Whether nothing stands in the open container yet. */
  #first = true;
  #afterColon = false;
  /** The column of the new text behind the last token. */
  #column = 0;
  /** Arrays that have opened. */
  #array = 0;

  constructor(text: string, layout: Layout, arrays: Arrays, gaps: Gaps) {
    this.#text = text;
    this.#layout = layout;
    this.#arrays = arrays;
    this.#gaps = gaps;
    this.#at = beginOf(text);
    this.#behind = this.#at;
  }

  /** Reads on up to about `until`; true where the end is reached. */
  read(until: number): boolean {
    const text = this.#text;
    const end = Math.min(until, text.length);
    let at = this.#at;
    while (at < end) {
      const unit = text.charCodeAt(at);
      if (isSpace(unit)) {
        at++;
        continue;
      }
      let behind = at + 1;
      switch (unit) {
        case OPEN_BRACE:
          this.#value(at, 1);
          this.#open(this.#isOnOneLine ? LINE : OBJECT);
          break;
        case OPEN_BRACKET: {
          const index = this.#array++;
          this.#value(at, this.#arrays.lengths[index]!);
          this.#open(this.#modeOf(index));
          break;
        }
        case CLOSE_BRACE:
        case CLOSE_BRACKET:
          this.#close(at);
          break;
        case COLON:
          this.#gap(at, "");
          this.#afterColon = true;
          break;
        case COMMA:
          if (at > this.#behind) this.#gap(at, "");
          break;
        default:
          behind = scalarEnd(text, at);
          this.#value(at, behind - at);
          this.#column += behind - at - 1;
      }
      this.#column++;
      this.#behind = behind;
      at = behind;
    }
    this.#at = at;
    if (at < text.length) return false;
    this.#end();
    return true;
  }

  /** A value or a key begins that takes `length` characters where it is on one line. */
  #value(at: number, length: number): void {
    if (this.#afterColon) {
      this.#afterColon = false;
      this.#gap(at, " ");
    } else if (this.#mode === LINE) this.#gap(at, this.#first ? "" : " ");
    else if (this.#mode === ROOT) this.#gap(at, "");
    // Leave a place for the comma.
    else if (this.#mode === FILLED && !this.#first && this.#column + length + " ,".length <= this.#layout.width)
      this.#gap(at, " ");
    else this.#break(at, this.#level);
    this.#first = false;
  }

  #open(mode: number): void {
    this.#outer.push(this.#mode);
    this.#mode = mode;
    if (mode !== LINE) this.#level++;
    this.#first = true;
  }

  #close(at: number): void {
    const mode = this.#mode;
    this.#mode = this.#outer.pop() ?? ROOT;
    if (mode === LINE) this.#gap(at, "");
    else {
      this.#level--;
      if (this.#first) this.#gap(at, "");
      else {
        this.#break(at, this.#level);
        // What follows one that takes several lines begins a new one.
        if (this.#mode === FILLED) this.#column = Infinity;
      }
    }
    this.#first = false;
  }

  get #isOnOneLine(): boolean {
    return this.#mode === LINE || this.#outer.length >= DEEPEST;
  }

  /** The array's bracket is the token behind the column. */
  #modeOf(index: number): number {
    if (this.#isOnOneLine) return LINE;
    const height = this.#arrays.heights[index]!;
    // Lists of lists are tables, with a line for each row. In what is deeper, such as the pixels of a picture and the
    // outlines of countries, the innermost lists share lines.
    const isTable = height === 2 && this.#mode !== ROWS && this.#mode !== FILLED;
    if (height === 0 || height > 2 || isTable) return ROWS;
    if (this.#column + this.#arrays.lengths[index]! + ",".length <= this.#layout.width) return LINE;
    return height === 1 && this.#arrays.longTexts[index] === true ? ROWS : FILLED;
  }

  #break(at: number, level: number): void {
    const { indent, indentWidth, lineEnd } = this.#layout;
    this.#gaps.set(this.#behind, at, (this.#breaks[level] ??= lineEnd + indent.repeat(level)));
    this.#column = level * indentWidth;
  }

  #gap(at: number, wanted: "" | " "): void {
    this.#gaps.set(this.#behind, at, wanted);
    this.#column += wanted.length;
  }

  /** Leaves one line break behind the text where there is one, and none where there is none. */
  #end(): void {
    const { length } = this.#text;
    const hasBreak = this.#text.indexOf("\n", this.#behind) >= 0;
    this.#gaps.set(this.#behind, length, hasBreak ? this.#layout.lineEnd : "");
    this.#gaps.finish();
  }
}
