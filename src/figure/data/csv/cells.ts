/** Cells of a whole page. */
const PAGE = 16_384;

/** The first room of a column: there may be very many of few cells. */
const ROOM = 16;

/** In place of an end: the cell is no part of the text, since quotes were taken out of it. */
const APART = 0xffffffff;

/**
 * The cells of a column, as eight bytes each with their place in the text. Millions of small strings would keep the
 * garbage collector, and with it everything else, busy for seconds. The bytes are in pages, so that growing never takes
 * long.
 */
export class Cells {
  readonly #text: string;
  /** Pairs of start and end. All but the last are whole. */
  readonly #pages: Uint32Array[] = [];
  #last = new Uint32Array(0);
  readonly #apart: string[] = [];
  length = 0;

  constructor(text: string) {
    this.#text = text;
  }

  add(start: number, end: number): void {
    let at = (this.length % PAGE) * 2;
    if (at === 0) this.#turn();
    if (at === this.#last.length) this.#widen();
    this.#last[at++] = start;
    this.#last[at] = end;
    this.length++;
  }

  addApart(cell: string): void {
    this.add(this.#apart.length, APART);
    this.#apart.push(cell);
  }

  /** Adds empty cells up to that length. */
  fill(length: number): void {
    while (this.length < length) {
      if (this.length % PAGE === 0 && length - this.length >= PAGE) {
        this.#pages.push(new Uint32Array(PAGE * 2));
        this.length += PAGE;
      } else this.add(0, 0);
    }
  }

  /** Forgets the cells behind. */
  cut(length: number): void {
    this.length = Math.min(this.length, length);
  }

  at(row: number): string {
    if (row >= this.length) return "";
    const page = this.#pages[Math.floor(row / PAGE)];
    const at = (row % PAGE) * 2;
    const start = page?.[at] ?? 0;
    const end = page?.[at + 1] ?? 0;
    if (end === APART) return this.#apart[start] ?? "";
    return this.#text.slice(start, end);
  }

  #turn(): void {
    this.#last = new Uint32Array(this.#pages.length === 0 ? ROOM * 2 : PAGE * 2);
    this.#pages.push(this.#last);
  }

  /** Only the first page begins small. */
  #widen(): void {
    const wider = new Uint32Array(this.#last.length * 2);
    wider.set(this.#last);
    this.#last = wider;
    this.#pages[this.#pages.length - 1] = wider;
  }
}
