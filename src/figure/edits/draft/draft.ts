import type { TextEdit } from "../../model/fix.ts";
import type { FigurePath } from "../../model/path.ts";
import type { FigureNode } from "../../text/structure/structure.ts";
import type { ExactEdit } from "./exactEdit.ts";
import { countOf, type Inner, innerOf, type Item, kindOf, type Part, partOf, placeOf, textOf } from "./part.ts";
import { textEdits } from "./pieces.ts";
import { indentOf, lastIndent, type Stretch, stretchText, type Writing, written } from "./stretch.ts";

/** An item of a container, and where it stands among the others. */
export interface Standing {
  readonly parent: Part;
  readonly inner: Inner;
  readonly place: number;
  readonly item: Item;
}

/**
 * A figure's text while it is edited. Each exact edit changes the text as it is by then, and has an exact opposite.
 * Only what is looked into is read.
 */
export class Draft {
  #root: Part;
  readonly #before: Stretch;

  /** `node` is the figure in the structure of `text`. */
  constructor(text: string, node: FigureNode) {
    const file: Writing = { text, indent: "", isFile: true };
    this.#before = { of: file, ...node.span };
    this.#root = partOf(this.#before, node);
  }

  /** The value at a path. Of members with the same name it is the last, as in JSON. */
  find(path: FigurePath): Part | undefined {
    return path.length === 0 ? this.#root : this.standing(path)?.item.value;
  }

  /** The member or element at a path that is not empty. */
  standing(path: FigurePath): Standing | undefined {
    const parent = this.find(path.slice(0, -1));
    const step = path.at(-1);
    if (parent === undefined || step === undefined) return undefined;
    const place = placeIn(parent, step);
    if (place === undefined) return undefined;
    const inner = innerOf(parent);
    return { parent, inner, place, item: inner.items[place]! };
  }

  /** Makes the edit, and gives its opposite. Undefined where its place is not there; nothing is changed then. */
  apply(edit: ExactEdit): ExactEdit | undefined {
    switch (edit.act) {
      case "write":
        return this.#write(edit.path, edit.text);
      case "put":
        return this.#put(edit);
      case "drop":
        return this.#drop(edit.path);
      default:
        return this.#shift(edit.path, edit.to);
    }
  }

  /** The edits of the file's text that lead to the figure as it is now. */
  edits(): TextEdit[] {
    return textEdits(this.#root, this.#before);
  }

  #write(path: FigurePath, text: string): ExactEdit | undefined {
    const before = this.find(path);
    if (before === undefined) return undefined;
    const part = partOf(written(text, indentOf(before.stretch.of, before.stretch.start)));
    if (path.length === 0) this.#root = part;
    else {
      const { inner, place, item } = this.standing(path)!;
      inner.items[place] = { ...item, value: part };
    }
    return { act: "write", path, text: textOf(before) };
  }

  #put(edit: ExactEdit & { act: "put" }): ExactEdit | undefined {
    const { path, key, text, gap } = edit;
    const [parent, step] = [this.find(path.slice(0, -1)), path.at(-1)];
    if (parent === undefined || kindOf(parent) !== (typeof step === "number" ? "array" : "object")) return undefined;
    const inner = innerOf(parent);
    // A container without items has white space of its own, which must come back with the opposite.
    if (inner.items.length === 0) {
      const [open, close] = kindOf(parent) === "array" ? "[]" : "{}";
      return this.#write(path.slice(0, -1), `${open}${key}${text}${close}`);
    }
    if (edit.again !== true && placeIn(parent, step!) !== undefined && typeof step === "string")
      return this.#write(path, text);
    const indent = indentOf(parent.stretch.of, inner.head.start);
    const value = partOf(written(text, gap.includes("\n") ? lastIndent(gap) : indent));
    const name = typeof step === "string" ? step : undefined;
    const lead = name === undefined ? undefined : written(key, indent);
    const item: Item = { name, key: lead, value, isRun: false, isMoved: false };
    insert(inner, placeAmong(inner, edit.place, name === undefined), item, written(gap, indent));
    return { act: "drop", path };
  }

  #drop(path: FigurePath): ExactEdit | undefined {
    const found = this.standing(path);
    if (found === undefined) return undefined;
    const { parent, inner, place, item } = found;
    if (inner.items.length === 1) return this.#write(path.slice(0, -1), kindOf(parent) === "array" ? "[]" : "{}");
    const gap = takeOut(inner, place);
    const step = path.at(-1);
    const key = item.key === undefined ? "" : stretchText(item.key);
    return {
      act: "put",
      path,
      place: typeof step === "number" ? step : place,
      key,
      text: textOf(item.value),
      gap: stretchText(gap),
      ...(item.name !== undefined && placeIn(parent, item.name) !== undefined && { again: true }),
    };
  }

  #shift(path: FigurePath, to: number): ExactEdit | undefined {
    const found = this.standing(path);
    const from = path.at(-1);
    if (found === undefined || typeof from !== "number" || to < 0) return undefined;
    const { inner, place, item } = found;
    if (to >= countOf(inner)) return undefined;
    if (to === from) return { act: "shift", path, to };
    const gap = written(stretchText(takeOut(inner, place)), "");
    insert(inner, placeAmong(inner, to, true), { ...item, isMoved: true }, gap);
    return { act: "shift", path: [...path.slice(0, -1), to], to: from };
  }
}

function placeIn(parent: Part, step: string | number): number | undefined {
  const kind = kindOf(parent);
  if (typeof step === "number") return kind === "array" && step >= 0 ? placeOf(innerOf(parent), step) : undefined;
  if (kind !== "object") return undefined;
  const place = innerOf(parent).items.findLastIndex(({ name }) => name === step);
  return place < 0 ? undefined : place;
}

/** Where an item comes to stand that is to be at `place`, or at the end where there are fewer. */
function placeAmong(inner: Inner, place: number, isList: boolean): number {
  return (isList ? placeOf(inner, place) : place) ?? inner.items.length;
}

/** Items behind the first have their gap before them. */
function insert(inner: Inner, wanted: number, item: Item, gap: Stretch): void {
  const place = Math.min(Math.max(wanted, 0), inner.items.length);
  inner.items.splice(place, 0, item);
  inner.gaps.splice(Math.max(place - 1, 0), 0, gap);
}

function takeOut(inner: Inner, place: number): Stretch {
  inner.items.splice(place, 1);
  return inner.gaps.splice(Math.max(place - 1, 0), 1)[0]!;
}
