import { type Column, kindOf } from "./found.ts";

/** Bytes of the first piece, and of the largest: beyond 32 MB the system takes memory back as soon as it is freed. */
const LEAST = 16 * 1024;
const MOST = 33 * 1024 * 1024;

interface Piece {
  readonly values: Column;
  length: number;
}

/** A column whose length is not known while it is filled. It takes its own size in memory, and a piece more. */
export class GrowingColumn {
  length = 0;
  readonly #pieces: Piece[] = [];

  /** The bytes of a value so far. */
  get bytesEach(): number {
    return this.#pieces.at(-1)?.values.BYTES_PER_ELEMENT ?? 1;
  }

  /** Adds values of a kind that is not below that of those before. Throws a RangeError where there is no memory. */
  add(values: Column): void {
    const { length, BYTES_PER_ELEMENT: bytes } = values;
    let from = 0;
    let last = this.#pieces.at(-1);
    if (last?.values.BYTES_PER_ELEMENT !== bytes) last = this.#open(bytes);
    while (from < length) {
      if (last.length === last.values.length) last = this.#open(bytes);
      const count = Math.min(length - from, last.values.length - last.length);
      last.values.set(values.subarray(from, from + count), last.length);
      last.length += count;
      from += count;
    }
    this.length += length;
  }

  /** All of it, in a buffer of its own. The pieces are freed one by one. */
  finish(): Column {
    const column = new (kindOf(this.bytesEach))(this.length);
    let at = 0;
    for (const { values, length } of this.#pieces) {
      column.set(values.subarray(0, length), at);
      at += length;
      free(values.buffer);
    }
    this.#pieces.length = 0;
    return column;
  }

  #open(bytes: number): Piece {
    const size = Math.min(MOST, Math.max(LEAST, this.length * bytes));
    const piece = { values: new (kindOf(bytes))(Math.ceil(size / bytes)), length: 0 };
    this.#pieces.push(piece);
    return piece;
  }
}

/** Gives the memory back now, and not when it is next cleaned up. */
function free(buffer: ArrayBufferLike & { readonly transfer?: (length: number) => ArrayBuffer }): void {
  buffer.transfer?.(0);
}
