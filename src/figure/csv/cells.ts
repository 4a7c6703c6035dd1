/** The first room of a column. */
const ROOM = 1024;

/** In place of an end: the cell is no part of the text, since quotes were taken out of it. */
const APART = 0xffffffff;

/**
 * The cells of a column, kept as places in the text: eight bytes each, whatever they hold. Millions of small strings
 * would keep the garbage collector, and with it everything else, busy for seconds.
 */
export class Cells {
  readonly #text: string;
  /** Pairs of start and end. */
  #places = new Uint32Array(0);
  readonly #apart: string[] = [];
  length = 0;

  constructor(text: string) {
    this.#text = text;
  }

  add(start: number, end: number): void {
    const at = this.length * 2;
    if (at === this.#places.length) this.#grow(Math.max(ROOM, this.#places.length * 2));
    this.#places[at] = start;
    this.#places[at + 1] = end;
    this.length++;
  }

  addApart(cell: string): void {
    this.add(this.#apart.length, APART);
    this.#apart.push(cell);
  }

  /** Adds empty cells up to that length, or forgets the last ones. */
  resize(length: number): void {
    if (length * 2 > this.#places.length) this.#grow(Math.max(ROOM, length * 2));
    if (length > this.length) this.#places.fill(0, this.length * 2, length * 2);
    this.length = length;
  }

  at(row: number): string {
    const start = this.#places[row * 2] ?? 0;
    const end = this.#places[row * 2 + 1] ?? 0;
    if (end === APART) return this.#apart[start] ?? "";
    return this.#text.slice(start, end);
  }

  isEmpty(row: number): boolean {
    return this.#places[row * 2] === this.#places[row * 2 + 1];
  }

  #grow(room: number): void {
    const places = new Uint32Array(room);
    places.set(this.#places);
    this.#places = places;
  }
}
