/** Lines and columns of a text, both from 0, as editors count them: a line ends with LF, CR or both. */
export class LinePlaces {
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
    this.#starts = starts;
  }

  at(offset: number): { readonly line: number; readonly character: number } {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - this.#starts[low]! };
  }
}
