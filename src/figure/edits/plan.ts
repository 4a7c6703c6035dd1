import { isContainer } from "../model/container.ts";
import type { Json, JsonObject } from "../model/figure.ts";
import { type FigurePath, formatPath } from "../model/path.ts";
import { sameJson } from "../model/sameJson.ts";
import type { Format } from "../fixes/tree/format.ts";
import { parseInSteps } from "../text/steps/parseInSteps.ts";
import type { Draft } from "./draft/draft.ts";
import {
  type Content,
  contentText,
  type Layout,
  layoutIn,
  layoutOfValue,
  onlyItem,
  placeOfMember,
} from "./draft/layOut.ts";
import { countOf, innerOf, kindOf, type Part, textOf } from "./draft/part.ts";
import { indentOf } from "./draft/stretch.ts";
import type { ExactEdit } from "./draft/exactEdit.ts";
import type { FigureEdit } from "./edit.ts";
import { Migration } from "./migration.ts";
import { isKept } from "./pruning.ts";

/** Lists of so many elements at most are compared element by element. */
const MOST_ELEMENTS = 1000;

/**
 * Turns edits of a figure into exact edits of its draft, and makes them at once. Each method gives a sentence where it
 * cannot be done; the draft is then of no use any more.
 */
export class Plan {
  /** What takes all edits back, the first to make first. */
  readonly opposites: ExactEdit[] = [];
  readonly #draft: Draft;
  readonly #format: Format;
  readonly #migration: Migration;

  constructor(draft: Draft, format: Format) {
    this.#draft = draft;
    this.#format = format;
    this.#migration = new Migration(draft, {
      add: (path, content) => this.#place(path, content),
      rewrite: (path, content, steps) => this.#rewrite(path, this.#draft.find(path)!, content, steps),
      drop: (path) => this.#do({ act: "drop", path }),
    });
  }

  *make(edit: FigureEdit | ExactEdit): Generator<void, string | undefined> {
    switch (edit.act) {
      case "set":
        return yield* this.#set(edit.path, edit.value);
      case "remove":
        return yield* this.#remove(edit.path);
      case "insert":
        return yield* this.#insert(edit.path, { value: edit.value });
      case "move":
        return this.#do({ act: "shift", path: edit.path, to: edit.to });
      case "copy":
        return yield* this.#copy(edit.path, edit.to);
      default:
        return this.#do(edit);
    }
  }

  /** Makes the edit, or leaves the draft as it was where it cannot be done. */
  *try(edit: FigureEdit): Generator<void, string | undefined> {
    const { length } = this.opposites;
    const refusal = yield* this.make(edit);
    if (refusal !== undefined) this.#takeBack(length);
    return refusal;
  }

  /** The value at a path as it would be were it written as today; undefined where there is none. The draft stays. */
  *valueAt(path: FigurePath): Generator<void, Json | undefined> {
    const { length } = this.opposites;
    if (this.#draft.find(path) === undefined && this.#migration.hasOlder(path)) yield* this.#migration.onWayTo(path);
    const part = this.#draft.find(path);
    const value = part === undefined ? undefined : yield* parseInSteps(textOf(part));
    this.#takeBack(length);
    return value;
  }

  /** Takes back all but the first edits. */
  #takeBack(length: number): void {
    while (this.opposites.length > length) this.#draft.apply(this.opposites.shift()!);
  }

  #do(edit: ExactEdit): string | undefined {
    const opposite = this.#draft.apply(edit);
    if (opposite === undefined) return absent(edit.path);
    this.opposites.unshift(opposite);
    return undefined;
  }

  *#set(path: FigurePath, value: Json): Generator<void, string | undefined> {
    const refusal = yield* this.#migration.onWayTo(path);
    if (refusal !== undefined) return refusal;
    const part = this.#draft.find(path);
    return part === undefined ? yield* this.#place(path, { value }) : yield* this.#change(path, part, value);
  }

  /** Changes what differs between a value and the one that it is to become. */
  *#change(path: FigurePath, part: Part, value: Json): Generator<void, string | undefined> {
    const kind = kindOf(part);
    const isAlike = kind === "object" ? isContainer(value) : kind === "array" ? Array.isArray(value) : false;
    if (isAlike || (kind === "scalar" && !(typeof value === "object" && value !== null))) {
      const before = yield* parseInSteps(textOf(part));
      if (sameJson(before, value)) return undefined;
      if (isContainer(before) && isContainer(value) && Object.keys(before).some((key) => Object.hasOwn(value, key)))
        return yield* this.#changeMembers(path, before, value);
      if (Array.isArray(before) && Array.isArray(value) && isOfContainers(before) && before.length === value.length) {
        for (const [index, item] of (value as readonly Json[]).entries()) {
          const refusal = yield* this.#change([...path, index], this.#draft.find([...path, index])!, item);
          if (refusal !== undefined) return refusal;
        }
        return undefined;
      }
    }
    return yield* this.#rewrite(path, part, { value });
  }

  *#changeMembers(path: FigurePath, before: JsonObject, value: JsonObject): Generator<void, string | undefined> {
    for (const name of Object.keys(before)) if (!Object.hasOwn(value, name)) this.#dropAll([...path, name]);
    for (const [name, item] of Object.entries(value)) {
      const at = [...path, name];
      const part = this.#draft.find(at);
      const refusal =
        part === undefined ? yield* this.#place(at, { value: item }) : yield* this.#change(at, part, item);
      if (refusal !== undefined) return refusal;
    }
    return undefined;
  }

  /** Removes the member, and those of the same name before it, which would count else. */
  #dropAll(path: FigurePath): void {
    do this.#do({ act: "drop", path });
    while (typeof path.at(-1) === "string" && this.#draft.find(path) !== undefined);
  }

  *#rewrite(
    path: FigurePath,
    part: Part,
    content: Content,
    steps: FigurePath = [],
  ): Generator<void, string | undefined> {
    const parent = path.length === 0 ? undefined : this.#draft.find(path.slice(0, -1));
    const text = yield* contentText(content, steps, layoutOfValue(part, parent, this.#format));
    return this.#do({ act: "write", path, text });
  }

  /** Writes a value where there is none, with all containers that it needs. */
  *#place(path: FigurePath, content: Content): Generator<void, string | undefined> {
    let depth = path.length - 1;
    while (depth > 0 && this.#draft.find(path.slice(0, depth)) === undefined) depth--;
    const there = path.slice(0, depth);
    const step = path[depth]!;
    const rest = path.slice(depth + 1);
    const part = this.#draft.find(there)!;
    const kind = kindOf(part);
    if (rest.some((each) => typeof each === "number" && each > 0)) return absent(path);
    if (kind === "scalar") {
      const steps = path.slice(depth);
      return typeof step === "number" && step > 0 ? absent(path) : yield* this.#rewrite(there, part, content, steps);
    }
    if (kind !== (typeof step === "number" ? "array" : "object"))
      return `\`${formatPath(there)}\` is ${kind === "array" ? "a list" : "no list"}, so that \`${formatPath(path)}\` has no place in it.`;
    const inner = innerOf(part);
    if (typeof step === "number" && step > countOf(inner)) return absent(path);
    return yield* this.#add(there, step, typeof step === "number" ? step : placeOfMember(inner), content, rest);
  }

  /** Adds an item to a container at a place among its items. */
  *#add(
    container: FigurePath,
    step: string | number,
    place: number,
    content: Content,
    rest: FigurePath = [],
  ): Generator<void, string | undefined> {
    const part = this.#draft.find(container)!;
    const inner = innerOf(part);
    const key = typeof step === "string" ? `${JSON.stringify(step)}${this.#format.colon}` : "";
    if (inner.items.length === 0) {
      const write = (layout: Layout): Generator<void, string> => contentText(content, rest, layout);
      const text = yield* onlyItem(part, key, write, this.#format);
      return this.#do({ act: "write", path: container, text });
    }
    const layout = layoutIn(part, inner, this.#format);
    const text = yield* contentText(content, rest, layout);
    return this.#do({ act: "put", path: [...container, step], place, key, text, gap: layout.gap });
  }

  *#insert(path: FigurePath, content: Content): Generator<void, string | undefined> {
    const step = path.at(-1);
    if (typeof step !== "number")
      return `Nothing can be inserted at \`${formatPath(path)}\`, which is no place of a list.`;
    const refusal = yield* this.#migration.onWayTo(path);
    if (refusal !== undefined) return refusal;
    const list = path.slice(0, -1);
    const part = this.#draft.find(list);
    if (part === undefined || kindOf(part) !== "array") return yield* this.#place(path, content);
    if (step < 0 || step > countOf(innerOf(part))) return absent(path);
    return yield* this.#add(list, step, step, content);
  }

  *#copy(path: FigurePath, to: number): Generator<void, string | undefined> {
    const part = this.#draft.find(path);
    if (part === undefined || typeof path.at(-1) !== "number") return absent(path);
    const { of, start } = part.stretch;
    return yield* this.#insert([...path.slice(0, -1), to], { text: textOf(part), indent: indentOf(of, start) });
  }

  *#remove(path: FigurePath): Generator<void, string | undefined> {
    if (path.length === 0) return "The figure itself cannot be removed.";
    if (this.#draft.find(path) === undefined && !this.#migration.hasOlder(path)) return undefined;
    const refusal = yield* this.#migration.onWayTo(path);
    if (refusal !== undefined) return refusal;
    if (this.#draft.find(path) === undefined) return undefined;
    let at = path;
    while (!isKept(at.slice(0, -1)) && this.#isOnly(at)) at = at.slice(0, -1);
    this.#dropAll(at);
    return undefined;
  }

  /** Whether the container of a member holds nothing but members of its name. */
  #isOnly(path: FigurePath): boolean {
    const found = typeof path.at(-1) === "string" ? this.#draft.standing(path) : undefined;
    return found !== undefined && found.inner.items.every(({ name }) => name === found.item.name);
  }
}

function absent(path: FigurePath): string {
  return `There is no \`${formatPath(path)}\` in the figure.`;
}

function isOfContainers(list: readonly Json[]): boolean {
  return list.length <= MOST_ELEMENTS && list.every((item) => typeof item === "object" && item !== null);
}
