import type { FigurePath } from "../../model/path.ts";
import type { JsonKind } from "../outline/outline.ts";
import type { Span } from "../../model/span.ts";
import type { Source } from "../source/source.ts";
import { decodeString } from "../source/strings.ts";
import type { Container, JsonVisitor } from "../reading/visitor.ts";
import { isTraceType } from "../../schema/traceTypes.ts";

/** An object that may be a figure, or a text that may contain one. */
export interface Candidate {
  readonly path: FigurePath;
  readonly span: Span;
  readonly mark: Span;
  /** The same place in the source, which may count bytes. */
  readonly from: number;
  readonly to: number;
  /** Whether nothing else was met, up to the root, that anybody would miss. */
  isAlone: boolean;
}

/** The deepest place at which a figure is looked for: nobody wraps one deeper. */
const DEEPEST = 40;

/** A file of a million figures must not take all memory. */
const MOST = 100;

/** What holds a list `data` under such a key needs no more to be a figure. */
const MEMBER_OF_WRAPPERS = /^(?:figure|application\/vnd\.plotly\.v\d+\+json)$/;

interface Level {
  kind: Container;
  start: number;
  key: string;
  keyStart: number;
  keyEnd: number;
  index: number;
  /** Members that hold something, and those of them with a key of the shape `text/html`. */
  worth: number;
  mimes: number;
  hasData: boolean;
  hasMore: boolean;
  isData: boolean;
  isTrace: boolean;
}

/** Finds objects that look like figures at any place of a JSON text, and texts that may be JSON themselves. */
export class Candidates implements JsonVisitor {
  readonly hearsElements = false;
  /** In the order of the text, none within another. */
  readonly figures: Candidate[] = [];
  readonly texts: Candidate[] = [];
  readonly #source: Source;
  readonly #levels: Level[] = [];

  constructor(source: Source) {
    this.#source = source;
  }

  enter(kind: Container, start: number, index: number): boolean {
    const parent = this.#levels.at(-1);
    if (parent !== undefined) parent.index = index;
    const isData = kind === "array" && parent?.kind === "object" && parent.key === "data";
    const isTrace = kind === "object" && parent?.isData === true;
    const none = { key: "", keyStart: 0, keyEnd: 0, index: 0, worth: 0, mimes: 0, hasData: false, hasMore: false };
    this.#levels.push({ kind, start, ...none, isData, isTrace });
    return this.#levels.length <= DEEPEST;
  }

  leave(kind: Container, start: number, end: number, count: number): void {
    const level = this.#levels.pop();
    if (level === undefined) return;
    this.#sayOthers(level, count);
    const parent = this.#levels.at(-1);
    if (parent?.kind === "object") {
      if (count > 0) this.#count(parent);
      if (level.isData) parent.hasData = true;
      if (parent.key === (kind === "object" ? "layout" : "frames")) parent.hasMore = true;
    }
    const isNamed = parent?.kind === "object" && MEMBER_OF_WRAPPERS.test(parent.key);
    if (kind !== "object" || !level.hasData || !(level.hasMore || isNamed)) return;
    while ((this.figures.at(-1)?.span.start ?? -1) > start) this.figures.pop();
    if (this.figures.length < MOST) this.figures.push(this.#candidate({ start, end }));
  }

  key(name: string, start: number, end: number): void {
    const level = this.#levels.at(-1);
    if (level !== undefined) Object.assign(level, { key: name, keyStart: start, keyEnd: end });
  }

  scalar(kind: Exclude<JsonKind, Container>, start: number, end: number): void {
    const level = this.#levels.at(-1);
    if (level !== undefined && kind !== "null" && end - start !== 2) this.#count(level);
    if (kind !== "string") return;
    if (level?.isTrace === true && level.key === "type" && isTraceType(decodeString(this.#source.token()))) {
      const owner = this.#levels.at(-3);
      if (owner !== undefined) owner.hasMore = true;
    }
    if (this.texts.length < MOST && this.#mayBeJson()) this.texts.push(this.#candidate({ start, end }));
  }

  /** The text begins as JSON's objects do, or as a text of it does that is a text once more. */
  #mayBeJson(): boolean {
    const { tokenStart, tokenEnd } = this.#source;
    const head = this.#source.slice(tokenStart + 1, Math.min(tokenStart + 40, tokenEnd));
    return tokenEnd - tokenStart > 12 && /^(?:\s|\\[nrt"\\])*[{[]/.test(head);
  }

  #count(level: Level): void {
    level.worth++;
    if (level.key.includes("/")) level.mimes++;
  }

  #candidate(span: Span): Candidate {
    const { tokenStart, tokenEnd } = this.#source;
    const parent = this.#levels.at(-1);
    const path = this.#levels.map(({ kind, key, index }) => (kind === "object" ? key : index));
    const mark =
      parent?.kind === "object"
        ? { start: parent.keyStart, end: parent.keyEnd }
        : { start: span.start, end: span.start + 1 };
    return { path, span, mark, from: tokenStart, to: tokenEnd, isAlone: true };
  }

  /** What stands beside the way to a figure. Of a bundle by media types all members are the same thing. */
  #sayOthers({ kind, start, worth, mimes }: Level, count: number): void {
    const depth = this.#levels.length;
    for (const candidate of [...this.figures, ...this.texts]) {
      if (candidate.span.start <= start) continue;
      const step = candidate.path[depth];
      const others =
        kind === "array" ? count - 1 : typeof step === "string" && step.includes("/") ? worth - mimes : worth - 1;
      if (others > 0) candidate.isAlone = false;
    }
  }
}
