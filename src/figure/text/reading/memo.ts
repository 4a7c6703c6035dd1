import type { Outline } from "../outline/outline.ts";
import type { Span } from "../../model/span.ts";
import type { Skip, Skips } from "./visitor.ts";

/** A replaced range, as in `contentChanges` of VS Code's event. Offsets are in UTF-16 code units, before the edit. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Remembers large correct values that a scan only skips, so that the scan after an edit need not read them again. */
export class Memo implements Skips {
  readonly #before: ReadonlyMap<number, Skip>;
  readonly #found: Skip[] = [];

  constructor(before: readonly Skip[] = []) {
    this.#before = new Map(before.map((skip) => [skip.start, skip]));
  }

  at(start: number): Skip | undefined {
    return this.#before.get(start);
  }

  add(skip: Skip): void {
    const before = this.#before.get(skip.start);
    const isSame = before?.kind === skip.kind && before.end === skip.end;
    this.#found.push(isSame ? before : skip);
  }

  /** The only value within the span that is remembered; undefined where there are none or several. */
  onlyIn({ start, end }: Span): Skip | undefined {
    const found = this.#found;
    // They are found when they end.
    let [low, high] = [0, found.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (found[middle]!.end <= end) low = middle + 1;
      else high = middle;
    }
    const [last, before] = [found[low - 1], found[low - 2]];
    return last !== undefined && last.start >= start && (before?.end ?? 0) <= start ? last : undefined;
  }

  /** For one reading of the same text, from its beginning on, that keeps nothing. */
  known(): Skips {
    const found = this.#found;
    let next = 0;
    const at = (start: number): Skip | undefined => {
      // They stand in the order of the text, and that is how they are asked for.
      while ((found[next]?.start ?? Infinity) < start) next++;
      return found[next]?.start === start ? found[next] : undefined;
    };
    return { at, add: () => undefined };
  }

  /** For another reading of the same text, which keeps what it finds itself. */
  again(): Memo {
    return new Memo([...this.#before.values()]);
  }

  /** The values that `edits`, made one after the other, leave untouched. The changes of one edit never overlap. */
  after(edits: readonly (readonly TextChange[])[]): Skip[] {
    let skips = this.#found;
    for (const edit of edits) skips = shifted(skips, edit);
    return skips;
  }
}

const memos = new WeakMap<Outline, Memo>();

/** Keeps the memo of the scan that made this outline. */
export function keepMemo(outline: Outline, memo: Memo): void {
  memos.set(outline, memo);
}

/** The value, the same object in each version of the text until an edit touches it. */
export function firstOf(skip: Skip): Skip {
  return skip.first ?? skip;
}

/** The memo of the scan that made this outline; undefined where it read bytes. */
export function memoOf(outline: Outline): Memo | undefined {
  return memos.get(outline);
}

function shifted(skips: readonly Skip[], edit: readonly TextChange[]): Skip[] {
  const changes = edit.toSorted((a, b) => a.rangeOffset - b.rangeOffset);
  const kept: Skip[] = [];
  let next = 0;
  let shift = 0;
  for (const skip of skips) {
    const { start, end } = skip;
    for (let change = changes[next]; change !== undefined; change = changes[++next]) {
      if (change.rangeOffset + change.rangeLength > start) break;
      shift += change.text.length - change.rangeLength;
    }
    // What is inserted right in front of it ends before it, and what is inserted right behind it begins there.
    const touched = changes[next];
    if (touched === undefined || touched.rangeOffset >= end)
      kept.push({ ...skip, start: start + shift, end: end + shift, first: firstOf(skip) });
  }
  return kept;
}
