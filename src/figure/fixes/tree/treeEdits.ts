import type { Json } from "../../model/figure.ts";
import type { TextEdit } from "../../model/fix.ts";
import type { FigureNode } from "../../text/structure/structure.ts";
import type { FigureText } from "../../text/structure/figureText.ts";
import { finished } from "../../text/steps/slices.ts";
import { type Format, formatOf, indentAt, onOneLine, startOf, writeJsonInSteps } from "./format.ts";

interface Added {
  readonly key: string | undefined;
  readonly value: Json;
}

/** The changes to the members or elements of one container. */
interface Changed {
  readonly removed: Set<FigureNode>;
  /** The new children by the child that they follow; those at the start follow none. */
  readonly added: Map<FigureNode | undefined, Added[]>;
}

/**
 * Collects changes to a figure and makes edits of its text from them, which leave everything else alone. Commas and
 * line breaks are set when the edits are made. The text must be JSON.
 */
export class TreeEdits {
  readonly #text: string;
  readonly #format: Format;
  readonly #changed = new Map<FigureNode, Changed>();
  readonly #values = new Map<FigureNode, Json>();
  readonly #keys = new Map<FigureNode, string>();

  constructor(figure: FigureText) {
    this.#text = figure.text;
    this.#format = formatOf(figure);
  }

  setValue(node: FigureNode, value: Json): void {
    this.#values.set(node, value);
  }

  setKey(node: FigureNode, key: string): void {
    this.#keys.set(node, key);
  }

  /** Takes a member or an element out. */
  remove(node: FigureNode): void {
    if (node.parent !== undefined) this.#in(node.parent).removed.add(node);
  }

  /** Puts a member, or an element where `key` is undefined, behind `child`, or before all where that is undefined. */
  insert(parent: FigureNode, child: FigureNode | undefined, key: string | undefined, value: Json): void {
    const { added } = this.#in(parent);
    const list = added.get(child) ?? [];
    added.set(child, list);
    list.push({ key, value });
  }

  edits(): TextEdit[] {
    return finished(this.editsInSteps());
  }

  /** `edits` in steps of a millisecond or two, however much is written. */
  *editsInSteps(): Generator<void, TextEdit[]> {
    const edits: TextEdit[] = [];
    const gone = (node: FigureNode | undefined): boolean => {
      for (let at = node; at !== undefined; at = at.parent) {
        if (at !== node && this.#values.has(at)) return true;
        if (at.parent !== undefined && this.#changed.get(at.parent)?.removed.has(at) === true) return true;
      }
      return false;
    };
    for (const [node, key] of this.#keys) {
      if (node.key !== undefined && !gone(node)) edits.push({ span: node.key.span, text: JSON.stringify(key) });
    }
    for (const [node, value] of this.#values) {
      if (gone(node)) continue;
      edits.push({ span: node.span, text: yield* this.#write(value, node.parent, node.span.start) });
      yield;
    }
    for (const [parent, changed] of this.#changed) {
      if (!gone(parent) && !this.#values.has(parent)) yield* this.#container(parent, changed, edits);
    }
    return joined(edits);
  }

  #in(parent: FigureNode): Changed {
    const changed = this.#changed.get(parent) ?? { removed: new Set(), added: new Map() };
    this.#changed.set(parent, changed);
    return changed;
  }

  /** Goes from one child that stays to the next; what lies between them is one edit at most. */
  *#container(parent: FigureNode, { removed, added }: Changed, edits: TextEdit[]): Generator<void, void> {
    const { children } = parent;
    let before: FigureNode | undefined;
    let run: FigureNode[] = [];
    let news = [...(added.get(undefined) ?? [])];
    for (const child of [...children, undefined]) {
      if (child !== undefined && removed.has(child)) {
        run.push(child);
        news.push(...(added.get(child) ?? []));
        continue;
      }
      const edit = yield* this.#between(parent, before, run, news, child);
      if (edit !== undefined) edits.push(edit);
      before = child;
      run = [];
      news = [...(child === undefined ? [] : (added.get(child) ?? []))];
    }
  }

  *#between(
    parent: FigureNode,
    before: FigureNode | undefined,
    run: readonly FigureNode[],
    news: readonly Added[],
    after: FigureNode | undefined,
  ): Generator<void, TextEdit | undefined> {
    const [first] = run;
    const last = run.at(-1);
    const inside = { start: parent.span.start + 1, end: parent.span.end - 1 };
    if (news.length === 0) {
      if (first === undefined || last === undefined) return undefined;
      if (before !== undefined) return { span: { start: before.span.end, end: last.span.end }, text: "" };
      if (after !== undefined) return { span: { start: startOf(first), end: startOf(after) }, text: "" };
      return { span: inside, text: "" };
    }
    const space = this.#separator(parent);
    const outer = space.includes("\n") ? space.slice(space.lastIndexOf("\n") + 1) : undefined;
    const items: string[] = [];
    for (const { key, value } of news) {
      const format = outer === undefined ? onOneLine(this.#format) : this.#format;
      const written = yield* writeJsonInSteps(value, format, outer);
      items.push(key === undefined ? written : `${JSON.stringify(key)}${this.#format.colon}${written}`);
    }
    const text = items.join(`,${space}`);
    if (first !== undefined && last !== undefined) return { span: { start: startOf(first), end: last.span.end }, text };
    if (before !== undefined)
      return { span: { start: before.span.end, end: before.span.end }, text: `,${space}${text}` };
    if (after !== undefined) return { span: { start: startOf(after), end: startOf(after) }, text: `${text},${space}` };
    const close = outer === undefined ? space : this.#format.lineEnd + indentAt(this.#text, parent.span.start);
    return { span: inside, text: space + text + close };
  }

  /** White space before a member of `parent`, as its own members have it, or as the file has it else. */
  #separator(parent: FigureNode): string {
    const { children } = parent;
    const [first] = children;
    const last = children.at(-1);
    const { indent, lineEnd, padding, comma, width } = this.#format;
    const outer = indentAt(this.#text, parent.span.start);
    if (first === undefined || last === undefined) {
      if (indent === undefined || width > 0) return parent.kind === "object" ? padding : "";
      return `${lineEnd}${outer}${indent}`;
    }
    if (first !== last) {
      const between = this.#text.slice(children.at(-2)!.span.end, startOf(last));
      if (/^\s*,\s*$/.test(between)) return between.slice(between.indexOf(",") + 1);
    }
    const lead = this.#text.slice(parent.span.start + 1, startOf(first));
    return lead.includes("\n") ? lead : comma.slice(1);
  }

  *#write(value: Json, parent: FigureNode | undefined, at: number): Generator<void, string> {
    const oneLine = parent !== undefined && !this.#hasLines(parent);
    return yield* writeJsonInSteps(value, oneLine ? onOneLine(this.#format) : this.#format, indentAt(this.#text, at));
  }

  #hasLines(node: FigureNode): boolean {
    const [first] = node.children;
    if (first === undefined || node.children.length === 0) return false;
    const space = this.#separator(node);
    return space.includes("\n") || this.#text.slice(node.span.start, startOf(first)).includes("\n");
  }
}

/** In the order of the text; those that touch are one. */
function joined(edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = result.at(-1);
    if (last?.span.end !== edit.span.start) result.push(edit);
    else
      result[result.length - 1] = {
        span: { start: last.span.start, end: edit.span.end },
        text: last.text + edit.text,
      };
  }
  return result;
}
