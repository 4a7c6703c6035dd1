import type { Container } from "./visitor.ts";

/** The open containers around the place that is being read. The root is at depth 1. */
export class Levels {
  /** The number of open containers. */
  depth = 0;
  /** The number of objects among them. */
  objects = 0;
  /** The innermost one. */
  kind: Container | "root" = "root";
  /** Its elements or members so far. */
  count = 0;
  // One entry a depth, equal for all that are above `depth`.
  readonly #kinds: (Container | "root")[] = ["root"];
  readonly #starts: number[] = [0];
  readonly #unitStarts: number[] = [0];
  readonly #counts: number[] = [0];

  /** The offset where the innermost one begins, as the source counts. */
  get start(): number {
    return this.#starts[this.depth] ?? 0;
  }

  /** The same offset in UTF-16 code units. */
  get unitStart(): number {
    return this.#unitStarts[this.depth] ?? 0;
  }

  get arrays(): number {
    return this.depth - this.objects;
  }

  open(kind: Container, start: number, unitStart: number): void {
    this.#counts[this.depth] = this.count;
    const depth = ++this.depth;
    if (kind === "object") this.objects++;
    this.#kinds[depth] = this.kind = kind;
    this.#starts[depth] = start;
    this.#unitStarts[depth] = unitStart;
    this.count = 0;
  }

  close(): void {
    if (this.kind === "object") this.objects--;
    const depth = --this.depth;
    this.kind = this.#kinds[depth] ?? "root";
    this.count = this.#counts[depth] ?? 0;
  }
}
