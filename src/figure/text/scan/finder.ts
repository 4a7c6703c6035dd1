import { elementBits } from "../source/elementKinds.ts";
import type { JsonKind } from "../outline/outline.ts";
import type { Span } from "../../model/span.ts";
import { layoutRoot, unionRoot } from "../../schema/dataAttributes.ts";
import { Attribute } from "./attribute.ts";
import type { Content } from "../source/content.ts";
import { FoundArray, FoundReference, FoundTrace, type Part, supersede } from "./found.ts";
import { holdsAttributes, type Level, newLevel, type Role } from "./roles.ts";
import { PackedArray } from "./packedArray.ts";
import type { Container, JsonVisitor } from "../reading/visitor.ts";
import type { Source } from "../source/source.ts";
import { decodeString } from "../source/strings.ts";

/** Nothing in Plotly's schema is as deep; references are not searched for below. */
const DEEPEST = 48;

/** Members of the root that are kept. */
const MOST_MEMBERS = 100;

/** A longer `frames[i].traces` than this is not read. */
const LONGEST_LIST = 100_000;

/** Traces, and as many arrays and references, that are told of: a file made of nothing else must not take all memory. */
const MOST_FOUND = 200_000;

/**
 * Finds traces, arrays, references and members of a figure while its text is read, before the type of each trace is
 * known.
 */
export class Finder implements JsonVisitor {
  readonly hearsElements = false;
  root: "object" | "array" | "scalar" | "none" = "none";
  rootSpan: Span = { start: 0, end: 0 };
  readonly members = new Map<string, { readonly key: Span; readonly value: Span; readonly kind: JsonKind }>();
  // With what an earlier member of the same key held; `isCurrent` tells.
  readonly traces: FoundTrace[] = [];
  readonly arrays: FoundArray[] = [];
  readonly references: FoundReference[] = [];
  frameCount = 0;
  /** Whether there was more than that. */
  leftOut = false;
  /** The text of `frames[i].traces`, by frame. */
  readonly frameTraces = new Map<number, string>();

  readonly #source: Source;
  readonly #inTrace = new Attribute(unionRoot);
  readonly #inLayout = new Attribute(layoutRoot);
  readonly #noAttribute = new Attribute(undefined);
  readonly #levels: Level[] = [];
  #depth = 0;
  #part: Part | undefined;
  #trace: FoundTrace | undefined;
  #objects = 0;
  #lastType = "";
  #member = -1;
  /** The last member of each of the root's keys that hold what is found. */
  readonly #lastMembers = new Map<unknown, number>();
  readonly #packed: PackedArray;

  constructor(source: Source) {
    this.#source = source;
    this.#packed = new PackedArray(source);
  }

  enter(kind: Container, start: number, index: number): boolean {
    const depth = this.#depth++;
    const level = (this.#levels[depth] ??= newLevel(this.#noAttribute));
    level.kind = kind;
    level.attribute = this.#noAttribute;
    level.firstArray = this.arrays.length;
    level.firstReference = this.references.length;
    level.object = ++this.#objects;
    level.twice = false;
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

  leave(kind: Container, start: number, end: number, count: number, content: Content | undefined): void {
    const depth = --this.#depth;
    const level = this.#levels[depth]!;
    if (level.role === "trace" || level.role === "attributes") {
      if (kind === "object") this.#objectDone(level);
      if (level.role === "trace" && this.#trace !== undefined) {
        this.#trace.end = end;
        this.#trace = undefined;
      }
    } else if (level.role === "frames") this.frameCount = count;
    const parent = depth === 0 ? undefined : this.#levels[depth - 1];
    if (parent === undefined) this.rootSpan = { start, end };
    else if (parent.kind === "object") {
      this.#memberDone(parent, kind, start, end);
      if (level.role === "typed array") this.#typedArray(level, start, end);
      else if (content !== undefined && level.role === "value" && holdsAttributes(parent))
        if (level.attribute.cursor?.kind !== undefined)
          this.#array(level.attribute, start, end).holds(count, content.kinds, content.nesting, content.shape(count));
    }
  }

  key(name: string, start: number, end: number): void {
    const level = this.#levels[this.#depth - 1]!;
    level.key = name;
    level.keyStart = start;
    level.keyEnd = end;
    if (level.role === "root") this.#member++;
  }

  scalar(kind: Exclude<JsonKind, Container>, start: number, end: number): void {
    const level = this.#levels[this.#depth - 1];
    if (level === undefined) {
      this.root = "scalar";
      this.rootSpan = { start, end };
      return;
    }
    this.#memberDone(level, kind, start, end);
  }

  /** Whether it is in the last of the root's members of its key, the only one that JSON keeps. */
  isCurrent(part: Part): boolean {
    const member = part instanceof FoundTrace ? (part.frame < 0 ? "data" : "frames") : part.path[0];
    return this.#lastMembers.get(member) === part.member;
  }

  #roleOf(level: Level, parent: Level, start: number): Role {
    const { kind } = level;
    const { key } = parent;
    switch (parent.role) {
      case "root":
        if (key === "frames") this.frameTraces.clear();
        if (kind === "array" && (key === "data" || key === "frames")) return key;
        return this.#layoutRole(level, key);
      case "frames":
        return kind === "object" ? "frame" : "value";
      case "frame":
        return key === "data" && kind === "array" ? "frame data" : this.#layoutRole(level, key);
      case "data":
      case "frame data": {
        if (kind === "array" || this.#isFull(this.traces)) return "value";
        const frame = parent.role === "data" ? -1 : (this.#levels[1]?.index ?? 0);
        this.#part = this.#trace = new FoundTrace(this.#source, this.#member, frame, parent.index, start);
        this.traces.push(this.#trace);
        level.attribute = this.#inTrace;
        return "trace";
      }
      case "trace":
      case "attributes":
        return this.#attributeRole(level, parent);
      default:
        return "value";
    }
  }

  #layoutRole(level: Level, key: string): Role {
    if (key !== "layout" || level.kind === "array") return "value";
    const path = this.#depth === 2 ? ["layout"] : ["frames", this.#levels[1]?.index ?? 0, "layout"];
    this.#part = { path, member: this.#member };
    level.attribute = this.#inLayout;
    return "attributes";
  }

  #attributeRole(level: Level, parent: Level): Role {
    if (parent.kind === "array") {
      level.attribute = parent.attribute.element();
      // Lists of lists hold coordinates, not attributes.
      return level.kind === "array" ? "value" : "attributes";
    }
    // A template holds what figures begin with, and the service never looked into it.
    if (parent.key === "template" && parent.attribute === this.#inLayout) return "value";
    const attribute = (level.attribute = parent.attribute.member(parent.key));
    if (attribute.cursor?.kind !== undefined) return level.kind === "array" ? "value" : "typed array";
    return attribute.isSrc ? "value" : "attributes";
  }

  /** A member of `level` is complete. */
  #memberDone(level: Level, kind: JsonKind, start: number, end: number): void {
    switch (level.role) {
      case "root":
        this.#rootMember(level, kind, start, end);
        return;
      case "frame":
        if (kind === "array" && level.key === "traces" && end - start <= LONGEST_LIST)
          this.frameTraces.set(this.#levels[1]?.index ?? 0, this.#source.token());
        return;
      case "trace":
        if (level.key === "type" || level.key === "name") this.#traceMember(level.key, kind, start, end);
        this.#attributeMember(level, kind, start, end);
        return;
      case "attributes":
        this.#attributeMember(level, kind, start, end);
        return;
      case "typed array":
        this.#packed.member(level.key, kind);
        return;
      case "data":
      case "frames":
      case "frame data":
      case "value":
        return;
    }
  }

  #rootMember(level: Level, kind: JsonKind, start: number, end: number): void {
    const { key } = level;
    const ours = key === "data" || key === "layout" || key === "frames";
    if (ours) this.#lastMembers.set(key, this.#member);
    if (key === "frames" && kind !== "array") this.frameCount = 0;
    if (ours || this.members.size < MOST_MEMBERS || this.members.has(key))
      this.members.set(key, { key: { start: level.keyStart, end: level.keyEnd }, value: { start, end }, kind });
  }

  #traceMember(key: "type" | "name", kind: JsonKind, start: number, end: number): void {
    const trace = this.#trace;
    if (trace === undefined) return;
    if (key === "name") trace.named(kind === "string");
    else {
      const type = kind === "string" ? this.#typeName() : "";
      trace.type = type === "" ? undefined : type;
      trace.typeStart = start;
      trace.typeEnd = end;
    }
  }

  /** The source's token; the same string again where traces of one type follow each other. */
  #typeName(): string {
    const type = decodeString(this.#source.token());
    return type === this.#lastType ? this.#lastType : (this.#lastType = type);
  }

  #attributeMember(level: Level, kind: JsonKind, start: number, end: number): void {
    const attribute = level.attribute.member(level.key);
    if (attribute.object === level.object) level.twice = true;
    attribute.object = level.object;
    attribute.keyStart = level.keyStart;
    attribute.keyEnd = level.keyEnd;
    if (!attribute.isSrc || this.#part === undefined) return;
    const reference = new FoundReference(this.#part, attribute, this.#indices(attribute), start, end);
    reference.kind = kind;
    if (kind === "string") reference.written(this.#source);
    if (!this.#isFull(this.references)) this.references.push(reference);
  }

  #typedArray(level: Level, start: number, end: number): void {
    const shape = this.#packed.shape();
    if (shape === undefined) return;
    const array = this.#array(level.attribute, start, end);
    array.encoding = "base64";
    const { dimensions } = shape;
    const kinds = dimensions?.includes(0) === true ? 0 : elementBits.number;
    array.holds(dimensions?.[0], kinds, dimensions?.length ?? 1, dimensions);
  }

  #array(attribute: Attribute, start: number, end: number): FoundArray {
    const array = new FoundArray(this.#part!, attribute, this.#indices(attribute), start, end);
    if (!this.#isFull(this.arrays)) this.arrays.push(array);
    return array;
  }

  #isFull(found: readonly unknown[]): boolean {
    if (found.length < MOST_FOUND) return false;
    this.leftOut = true;
    return true;
  }

  /** The places in arrays that lead to what is complete now. */
  #indices(attribute: Attribute): readonly number[] | undefined {
    if (!attribute.indexed) return undefined;
    const indices: number[] = [];
    for (let number = this.#depth - attribute.depth; number < this.#depth; number++) {
      const level = this.#levels[number]!;
      if (level.kind === "array") indices.push(level.index);
    }
    return indices;
  }

  /** Settles what needs all keys of an object: what counts where one is written twice, and partners of references. */
  #objectDone(level: Level): void {
    if (level.twice) {
      supersede(this.arrays, level.firstArray, level.attribute);
      supersede(this.references, level.firstReference, level.attribute);
    }
    for (let number = level.firstReference; number < this.references.length; number++) {
      const reference = this.references[number]!;
      if (reference.attribute.parent !== level.attribute) continue;
      const partner = reference.attribute.partner();
      if (partner.object !== level.object) continue;
      reference.partnerStart = partner.keyStart;
      reference.partnerEnd = partner.keyEnd;
    }
  }
}
