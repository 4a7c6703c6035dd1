import type { FigurePath } from "../../model/path.ts";
import type { DataArray, JsonKind, SrcReference, TraceOutline } from "../outline/outline.ts";
import type { Span } from "../../model/span.ts";
import type { Attribute } from "./attribute.ts";
import type { Source } from "../source/source.ts";
import { decodeString } from "../source/strings.ts";

/** A trace or a layout: where the paths of attributes begin. */
export interface Part {
  readonly path: FigurePath;
  /** The number of the root's member that contains it, in the order of the text. */
  readonly member: number;
}

const NONE: readonly number[] = [];

// What a figure may have a hundred thousand of: offsets, from which spans and paths are made when somebody asks.

export class FoundTrace implements Part, TraceOutline {
  drawnAs = "scatter";
  type: string | undefined = undefined;
  readonly member: number;
  /** The frame that it is in; -1 for none. */
  readonly frame: number;
  readonly place: number;
  readonly start: number;
  end: number;
  typeStart = -1;
  typeEnd = -1;
  readonly #source: Source;
  #nameStart = -1;
  #nameEnd = -1;

  constructor(source: Source, member: number, frame: number, place: number, start: number) {
    this.#source = source;
    this.member = member;
    this.frame = frame;
    this.place = place;
    this.start = this.end = start;
  }

  get path(): FigurePath {
    return this.frame < 0 ? ["data", this.place] : ["frames", this.frame, "data", this.place];
  }

  get name(): string | undefined {
    return this.#nameStart < 0 ? undefined : decodeString(this.#source.slice(this.#nameStart, this.#nameEnd));
  }

  /** Its name is the source's token; none where that is no string. */
  named(isString: boolean): void {
    this.#nameStart = isString ? this.#source.tokenStart : -1;
    this.#nameEnd = this.#source.tokenEnd;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get typeSpan(): Span | undefined {
    return this.typeStart < 0 ? undefined : { start: this.typeStart, end: this.typeEnd };
  }
}

/** An attribute of a trace or layout that was read, with the place of its value. */
export class Found {
  readonly part: Part;
  readonly attribute: Attribute;
  readonly indices: readonly number[];
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly start: number;
  readonly end: number;
  /** Whether its key, or one above it, follows again in the same object: JSON keeps the last. */
  superseded = false;

  constructor(part: Part, attribute: Attribute, indices: readonly number[] | undefined, start: number, end: number) {
    this.part = part;
    this.attribute = attribute;
    this.indices = indices ?? NONE;
    this.keyStart = attribute.keyStart;
    this.keyEnd = attribute.keyEnd;
    this.start = start;
    this.end = end;
  }

  get path(): FigurePath {
    return this.attribute.path(this.part.path, this.indices);
  }

  get key(): Span {
    return { start: this.keyStart, end: this.keyEnd };
  }

  get value(): Span {
    return { start: this.start, end: this.end };
  }
}

/** An array at an attribute that takes data in some trace or in the layout. */
export class FoundArray extends Found implements DataArray {
  encoding: "json" | "base64" = "json";
  length: number | undefined = undefined;
  kinds = 0;
  nesting = 1;
  shape: readonly number[] | undefined = undefined;

  holds(length: number | undefined, kinds: number, nesting: number, shape: readonly number[] | undefined): void {
    this.length = length;
    this.kinds = kinds;
    this.nesting = nesting;
    this.shape = shape;
  }
}

/** A member whose key ends in `src`. */
export class FoundReference extends Found implements SrcReference {
  takesData = false;
  kind: JsonKind = "null";
  partnerStart = -1;
  partnerEnd = -1;
  #source: Source | undefined = undefined;
  #textStart = 0;
  #textEnd = 0;

  get text(): string | undefined {
    return this.#source === undefined ? undefined : decodeString(this.#source.slice(this.#textStart, this.#textEnd));
  }

  /** Its value is a string, the source's token. */
  written(source: Source): void {
    this.#source = source;
    this.#textStart = source.tokenStart;
    this.#textEnd = source.tokenEnd;
  }

  get partner(): Span | undefined {
    return this.partnerStart < 0 ? undefined : { start: this.partnerStart, end: this.partnerEnd };
  }
}

/** Marks everything found from `first` on inside a member of the closing object whose key is written again. */
export function supersede(found: readonly Found[], first: number, object: Attribute): void {
  for (let number = first; number < found.length; number++) {
    const item = found[number]!;
    if (item.attribute.above(object.depth + 1).keyStart > item.keyStart) item.superseded = true;
  }
}
