import type { JsonKind } from "../outline/outline.ts";
import type { Content } from "../source/content.ts";

export type Container = "object" | "array";

/** Is told a text's structure while it is read, in the order of the text. Offsets are in UTF-16 code units. */
export interface JsonVisitor {
  /** Whether to tell the scalars of the array that is open now; else they are only counted. */
  readonly hearsElements: boolean;
  /**
   * A container opens; `index` is its place among the elements where it stands in an array. The answer says whether to
   * tell what is inside; `leave` follows in either case.
   */
  enter(kind: Container, start: number, index: number): boolean;
  /**
   * `count` is the number of elements or members. The source's token is the container. `content` is what an array holds
   * whose inside was not told; it is not kept.
   */
  leave(kind: Container, start: number, end: number, count: number, content: Content | undefined): void;
  /** A member's key, decoded; its place includes the quotes. */
  key(name: string, start: number, end: number): void;
  /** A member's value, an element or the root that is no container: the source's token. */
  scalar(kind: Exclude<JsonKind, Container>, start: number, end: number): void;
  /** The member of the last key has no value: the text is broken, and goes on at `at`. */
  missing?(at: number): void;
}

/** Containers that nobody looked into, and long texts, as an earlier reading found them, by their first character. */
export interface Skips {
  /** The correct value that begins at `start`, if one is known. */
  at(start: number): Skip | undefined;
  /** A sound one was read. */
  add(skip: Skip): void;
}

export interface Skip {
  readonly kind: Container | "string";
  readonly start: number;
  readonly end: number;
  /** Elements or members; of a text, the characters it is written with above those that it stands for. */
  readonly count: number;
  /** The contents of an array. */
  readonly content: Content | undefined;
  /** The same value as it was first read, where that was in an earlier version of the text. */
  readonly first?: Skip | undefined;
}
