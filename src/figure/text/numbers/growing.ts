/** Bytes of the first piece, and of the largest: beyond 32 MB the system takes memory back as soon as it is freed. */
const LEAST = 4 * 1024;
const MOST = 33 * 1024 * 1024;

interface Values extends ArrayLike<number> {
  readonly buffer: ArrayBufferLike;
  readonly BYTES_PER_ELEMENT: number;
  set(values: ArrayLike<number>, at?: number): void;
  subarray(from: number, to?: number): this;
}

type Kind<T> = new (length: number) => T;

interface Piece<T> {
  readonly kind: Kind<T>;
  readonly values: T;
  length: number;
}

/** A typed array whose length is not known while it is filled. It takes its own size in memory, and a piece more. */
export class Growing<T extends Values> {
  length = 0;
  #kind: Kind<T>;
  readonly #pieces: Piece<T>[] = [];

  constructor(kind: Kind<T>) {
    this.#kind = kind;
  }

  /** Goes on with another kind, whose values hold those of the kind before. */
  widen(kind: Kind<T>): void {
    this.#kind = kind;
  }

  /** Throws a RangeError where there is no memory. */
  add(values: T): void {
    let last = this.#pieces.at(-1);
    for (let from = 0; from < values.length;) {
      if (last === undefined || last.kind !== this.#kind || last.length === last.values.length) last = this.#open();
      const count = Math.min(values.length - from, last.values.length - last.length);
      last.values.set(
        from === 0 && count === values.length ? values : values.subarray(from, from + count),
        last.length,
      );
      last.length += count;
      from += count;
    }
    this.length += values.length;
  }

  /** All of it, in a buffer of its own. The pieces are freed one by one. */
  finish(): T {
    const all = new this.#kind(this.length);
    let at = 0;
    for (const { values, length } of this.#pieces) {
      all.set(values.subarray(0, length), at);
      at += length;
      free(values.buffer);
    }
    this.#pieces.length = 0;
    return all;
  }

  #open(): Piece<T> {
    const kind = this.#kind;
    const { BYTES_PER_ELEMENT: bytes } = kind as unknown as Values;
    const size = Math.min(MOST, Math.max(LEAST, this.length * bytes));
    const piece = { kind, values: new kind(Math.ceil(size / bytes)), length: 0 };
    this.#pieces.push(piece);
    return piece;
  }
}

/** Gives the memory back now, and not when it is next cleaned up. */
function free(buffer: ArrayBufferLike & { readonly transfer?: (length: number) => unknown }): void {
  buffer.transfer?.(0);
}
