import type { FigurePath } from "../figure.ts";
import type { JsonKind, Span } from "../outline.ts";
import { type DataCursor, layoutRoot, step, unionRoot } from "../schema/dataAttributes.ts";
import { base64Length } from "./base64.ts";
import { QUOTE } from "./characters.ts";
import { Keys } from "./keys.ts";
import type { Container, JsonVisitor } from "./reader.ts";
import { decodeString } from "./strings.ts";

interface Found {
  readonly path: FigurePath;
  readonly key: Span;
  /** Which of the root's members it is in, counted in the order of the text. */
  readonly member: number;
  /** Whether its key, or one above it, follows again in the same object: JSON keeps the last. */
  superseded: boolean;
}

/** An array where some trace, or the layout, takes data. */
export interface FoundArray extends Found {
  /** Undefined in a layout. */
  readonly trace: FoundTrace | undefined;
  readonly value: Span;
  readonly encoding: "json" | "base64";
  readonly length: number | undefined;
}

/** A member whose key ends in `src`. */
export interface FoundReference extends Found {
  readonly trace: FoundTrace | undefined;
  readonly value: Span;
  readonly text: string | undefined;
  partner: Span | undefined;
}

export interface FoundTrace {
  drawnAs: string;
  readonly path: FigurePath;
  /** Which of the root's members it is in, counted in the order of the text. */
  readonly member: number;
  readonly start: number;
  end: number;
  type: string | undefined;
  typeSpan: Span | undefined;
  name: string | undefined;
}

/** What an object or array is to the figure. */
type Role =
  | "root"
  | "data"
  | "frames"
  | "frame"
  | "frame data"
  | "trace"
  /** A container of attributes in a trace or layout. */
  | "attributes"
  /** An object where data may stand: plotly.py writes typed arrays so. */
  | "typed array"
  /** Nothing but the key's own value is of interest; its inside is not told. */
  | "value";

/** Nothing in Plotly's schema is as deep; references are not searched for below. */
const DEEPEST = 48;

/** Members of the root that are kept. */
const MOST_MEMBERS = 100;

interface Level {
  role: Role;
  kind: Container;
  /** The table's place here; undefined where no attribute below takes data. */
  cursor: DataCursor | undefined;
  /** The current key; unused in arrays. */
  keyStart: number;
  keyEnd: number;
  keyEscaped: boolean;
  /** In arrays, the place of the container that is open now. */
  index: number;
  /** Where this container's keys begin among all kept keys. */
  firstKey: number;
  /** Where what it holds begins among all that is found. */
  firstArray: number;
  firstReference: number;
}

/** Finds what makes a figure in the structure of a text, before it is known of which type each trace is. */
export class Finder implements JsonVisitor {
  root: "object" | "array" | "scalar" | "none" = "none";
  rootSpan: Span = { start: 0, end: 0 };
  readonly members = new Map<string, { readonly key: Span; readonly value: Span; readonly kind: JsonKind }>();
  // With what an earlier member of the same key held; `isCurrent` tells.
  readonly traces: FoundTrace[] = [];
  readonly arrays: FoundArray[] = [];
  readonly references: FoundReference[] = [];
  frameCount = 0;
  /** Where `frames[i].traces` stands, by frame. */
  readonly frameTraces = new Map<number, Span>();

  readonly #text: string;
  readonly #levels: Level[] = [];
  #depth = 0;
  #trace: FoundTrace | undefined;
  #member = -1;
  /** The last member of each of the root's keys that hold what is found. */
  readonly #lastMembers = new Map<string, number>();
  /** Offsets of keys, with their values complete, in traces and layouts that are open: start, end, start, end. */
  readonly #keys: number[] = [];
  #keyCount = 0;
  /** Of the typed array that is open. */
  #dtype: string | undefined;
  #bdata: Span | undefined;
  #shape: Span | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  enter(kind: Container, start: number, index: number): boolean {
    const depth = this.#depth++;
    const level = (this.#levels[depth] ??= newLevel());
    level.kind = kind;
    level.firstKey = this.#keyCount;
    level.firstArray = this.arrays.length;
    level.firstReference = this.references.length;
    level.cursor = undefined;
    const parent = depth === 0 ? undefined : this.#levels[depth - 1];
    if (parent === undefined) {
      this.root = kind;
      level.role = kind === "object" ? "root" : "value";
    } else {
      parent.index = index;
      level.role = depth > DEEPEST ? "value" : this.#roleOf(level, parent, start);
    }
    return level.role !== "value";
  }

  leave(kind: Container, start: number, end: number, count: number): void {
    const depth = --this.#depth;
    const level = this.#levels[depth]!;
    const value = { start, end };
    if (level.role === "trace" && this.#trace !== undefined) {
      this.#trace.end = end;
      this.#trace = undefined;
    }
    if (level.role === "frames") this.frameCount = count;
    if (kind === "object") this.#objectDone(level);
    this.#keyCount = level.firstKey;
    if (level.role === "typed array") this.#typedArray(value);
    const parent = depth === 0 ? undefined : this.#levels[depth - 1];
    if (parent === undefined) this.rootSpan = value;
    else if (parent.kind === "object") {
      if (level.role === "value" && kind === "array" && level.cursor?.kind !== undefined) {
        this.#array(value, "json", count);
      }
      this.#memberDone(parent, kind, value);
    }
  }

  key(start: number, end: number, escaped: boolean): void {
    const level = this.#levels[this.#depth - 1]!;
    level.keyStart = start;
    level.keyEnd = end;
    level.keyEscaped = escaped;
    if (level.role === "root") this.#member++;
  }

  scalar(kind: Exclude<JsonKind, Container>, start: number, end: number): void {
    const level = this.#levels[this.#depth - 1];
    const value = { start, end };
    if (level === undefined) {
      this.root = "scalar";
      this.rootSpan = value;
      return;
    }
    this.#memberDone(level, kind, value);
  }

  #roleOf(level: Level, parent: Level, start: number): Role {
    const { kind } = level;
    switch (parent.role) {
      case "root": {
        const key = this.#keyOf(parent);
        if (key === "frames") this.frameTraces.clear();
        if (kind === "array" && (key === "data" || key === "frames")) return key;
        return this.#layoutRole(level, key);
      }
      case "frames":
        return kind === "object" ? "frame" : "value";
      case "frame": {
        const key = this.#keyOf(parent);
        return key === "data" && kind === "array" ? "frame data" : this.#layoutRole(level, key);
      }
      case "data":
      case "frame data":
        if (kind === "array") return "value";
        this.#trace = {
          drawnAs: "scatter",
          path: this.#path(this.#depth - 1),
          member: this.#member,
          start,
          end: start,
          type: undefined,
          typeSpan: undefined,
          name: undefined,
        };
        this.traces.push(this.#trace);
        level.cursor = unionRoot;
        return "trace";
      case "trace":
      case "attributes":
        return this.#attributeRole(level, parent);
      default:
        return "value";
    }
  }

  #layoutRole(level: Level, key: string): Role {
    if (key !== "layout" || level.kind === "array") return "value";
    level.cursor = layoutRoot;
    return "attributes";
  }

  #attributeRole(level: Level, parent: Level): Role {
    if (parent.kind === "array") {
      level.cursor = parent.cursor === undefined ? undefined : step(parent.cursor, 0);
      // Lists of lists hold coordinates, not attributes.
      return level.kind === "array" ? "value" : "attributes";
    }
    if (parent.cursor !== undefined) {
      const key = this.#keyOf(parent);
      // A template holds what figures begin with, and the service never looked into it.
      if (key === "template" && parent.cursor === layoutRoot) return "value";
      level.cursor = step(parent.cursor, key);
      if (level.cursor?.kind !== undefined) return level.kind === "array" ? "value" : "typed array";
    }
    return this.#isSrc(parent) ? "value" : "attributes";
  }

  /** A member of `level` is complete. */
  #memberDone(level: Level, kind: JsonKind, value: Span): void {
    switch (level.role) {
      case "root":
        this.#rootMember(level, kind, value);
        return;
      case "frame":
        if (kind === "array" && this.#keyOf(level) === "traces")
          this.frameTraces.set(this.#levels[this.#depth - 2]?.index ?? 0, value);
        return;
      case "trace":
        this.#traceMember(level, kind, value);
        this.#attributeMember(level, kind, value);
        return;
      case "attributes":
        this.#attributeMember(level, kind, value);
        return;
      case "typed array":
        this.#typedArrayMember(level, kind, value);
        return;
      case "data":
      case "frames":
      case "frame data":
      case "value":
        return;
    }
  }

  #rootMember(level: Level, kind: JsonKind, value: Span): void {
    const key = this.#keyOf(level);
    const ours = key === "data" || key === "layout" || key === "frames";
    if (ours) this.#lastMembers.set(key, this.#member);
    if (key === "frames" && kind !== "array") this.frameCount = 0;
    if (ours || this.members.size < MOST_MEMBERS)
      this.members.set(key, { key: { start: level.keyStart, end: level.keyEnd }, value, kind });
  }

  #traceMember(level: Level, kind: JsonKind, value: Span): void {
    const key = this.#keyOf(level);
    if (key !== "type" && key !== "name") return;
    const trace = this.#trace;
    if (trace === undefined) return;
    const text = kind === "string" ? decodeString(this.#text, value.start, value.end) : undefined;
    if (key === "name") trace.name = text;
    else {
      trace.type = text;
      trace.typeSpan = value;
    }
  }

  #attributeMember(level: Level, kind: JsonKind, value: Span): void {
    this.#keys[this.#keyCount++] = level.keyStart;
    this.#keys[this.#keyCount++] = level.keyEnd;
    if (!this.#isSrc(level)) return;
    this.references.push({
      trace: this.#trace,
      member: this.#member,
      path: this.#path(this.#depth),
      key: { start: level.keyStart, end: level.keyEnd },
      value,
      text: kind === "string" ? decodeString(this.#text, value.start, value.end) : undefined,
      partner: undefined,
      superseded: false,
    });
  }

  #typedArrayMember(level: Level, kind: JsonKind, value: Span): void {
    const key = this.#keyOf(level);
    if (key === "dtype" && kind === "string") this.#dtype = decodeString(this.#text, value.start, value.end);
    else if (key === "bdata" && kind === "string") this.#bdata = value;
    else if (key === "shape") this.#shape = value;
  }

  #typedArray(value: Span): void {
    const [dtype, bdata, shape] = [this.#dtype, this.#bdata, this.#shape];
    this.#dtype = this.#bdata = this.#shape = undefined;
    if (dtype !== undefined && bdata !== undefined)
      this.#array(value, "base64", base64Length(this.#text, dtype, bdata, shape));
  }

  #array(value: Span, encoding: "json" | "base64", length: number | undefined): void {
    const parent = this.#levels[this.#depth - 1]!;
    const key = { start: parent.keyStart, end: parent.keyEnd };
    const path = this.#path(this.#depth);
    const [trace, member] = [this.#trace, this.#member];
    this.arrays.push({ trace, member, path, key, value, encoding, length, superseded: false });
  }

  /** Settles what needs all keys of an object: what counts where one is written twice, and partners of references. */
  #objectDone(level: Level): void {
    const { firstArray, firstReference } = level;
    if (this.arrays.length === firstArray && this.references.length === firstReference) return;
    const keys = new Keys(this.#text, this.#keys, level.firstKey, this.#keyCount);
    if (keys.anyTwice()) {
      this.#supersede(this.arrays, firstArray, keys);
      this.#supersede(this.references, firstReference, keys);
    }
    for (let number = firstReference; number < this.references.length; number++) {
      const reference = this.references[number]!;
      if (reference.path.length === this.#depth + 1)
        reference.partner = keys.last(String(reference.path[this.#depth]).slice(0, -"src".length));
    }
  }

  /** Marks what is found from `first` on within a member of the object that closes whose key is written again. */
  #supersede(found: readonly Found[], first: number, keys: Keys): void {
    for (let number = first; number < found.length; number++) {
      const item = found[number]!;
      const last = keys.last(String(item.path[this.#depth]));
      if (last !== undefined && last.start > item.key.start) item.superseded = true;
    }
  }

  /** Whether it is in the last of the root's members of its key, the only one that JSON keeps. */
  isCurrent(found: Pick<Found, "path" | "member">): boolean {
    return this.#lastMembers.get(String(found.path[0])) === found.member;
  }

  #keyOf(level: Level): string {
    return decodeString(this.#text, level.keyStart, level.keyEnd);
  }

  #isSrc(level: Level): boolean {
    const { keyStart, keyEnd } = level;
    if (level.keyEscaped || this.#text.charCodeAt(keyStart) !== QUOTE) return /.src$/s.test(this.#keyOf(level));
    return keyEnd - keyStart > 5 && this.#text.startsWith("src", keyEnd - 4);
  }

  /** Keys and indices of the outermost `levels` containers. */
  #path(levels: number): FigurePath {
    const path: (string | number)[] = [];
    for (let number = 0; number < levels; number++) {
      const level = this.#levels[number]!;
      path.push(level.kind === "array" ? level.index : this.#keyOf(level));
    }
    return path;
  }
}

function newLevel(): Level {
  return {
    role: "value",
    kind: "object",
    cursor: undefined,
    keyStart: 0,
    keyEnd: 0,
    keyEscaped: false,
    index: 0,
    firstKey: 0,
    firstArray: 0,
    firstReference: 0,
  };
}
