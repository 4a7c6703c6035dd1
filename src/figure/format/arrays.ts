import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  isSpace,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
} from "../text/source/characters.ts";
import { beginOf } from "../text/source/source.ts";
import { scalarEnd } from "../text/source/soundTokens.ts";

/** The longest text, with its quotes, that shares a line with others. Dates and names are shorter, sentences longer. */
const LONGEST_TEXT = 42;

/** What the container is that is no array. */
const NO_ARRAY = -1;

/** What the layout of each array depends on, in the order in which arrays open in the text. */
export class Arrays {
  /** 1 for a list, 2 for a list of lists; 0 where there are objects in it, however deep. */
  readonly heights: number[] = [];
  /** The characters that each takes on one line. Meaningless where there are objects in it. */
  readonly lengths: number[] = [];
  /** Whether a long text is among its own elements. */
  readonly longTexts: boolean[] = [];

  readonly #text: string;
  #at: number;
  /** The array that is open, or NO_ARRAY. */
  #open = NO_ARRAY;
  readonly #outer: number[] = [];

  /** The text must be JSON. */
  constructor(text: string) {
    this.#text = text;
    this.#at = beginOf(text);
  }

  /** Reads on up to about `until`; true where the end is reached. */
  read(until: number): boolean {
    const { heights, lengths, longTexts } = this;
    const [text, outer] = [this.#text, this.#outer];
    const end = Math.min(until, text.length);
    let at = this.#at;
    let open = this.#open;
    while (at < end) {
      const unit = text.charCodeAt(at);
      if (isSpace(unit) || unit === COLON) {
        at++;
        continue;
      }
      switch (unit) {
        case OPEN_BRACKET:
          outer.push(open);
          open = heights.length;
          heights.push(1);
          lengths.push("[]".length);
          longTexts.push(false);
          at++;
          break;
        case OPEN_BRACE:
          outer.push(open);
          open = NO_ARRAY;
          at++;
          break;
        case CLOSE_BRACKET: {
          const inner = open;
          open = outer.pop() ?? NO_ARRAY;
          if (open !== NO_ARRAY) {
            const [height = 0, own = 0] = [heights[inner], heights[open]];
            heights[open] = height === 0 || own === 0 ? 0 : Math.max(own, height + 1);
            lengths[open]! += lengths[inner]!;
          }
          at++;
          break;
        }
        case CLOSE_BRACE:
          open = outer.pop() ?? NO_ARRAY;
          if (open !== NO_ARRAY) heights[open] = 0;
          at++;
          break;
        case COMMA:
          if (open !== NO_ARRAY) lengths[open]! += ", ".length;
          at++;
          break;
        default: {
          const token = at;
          at = scalarEnd(text, at);
          if (open !== NO_ARRAY) {
            lengths[open]! += at - token;
            if (unit === QUOTE && at - token > LONGEST_TEXT) longTexts[open] = true;
          }
        }
      }
    }
    this.#at = at;
    this.#open = open;
    return at >= text.length;
  }
}
