import type { Span } from "../model/span.ts";
import { type FigureNode, nodeAround, pathOf, type Structure } from "../text/structure/structure.ts";

/** The part of a reference that somebody is about to write. */
export type SrcCompletion =
  | {
      readonly part: "grid";
      /** The range that a grid's `owner:number:` replaces. */
      readonly span: Span;
      /** Whether the quotes have to be written too. */
      readonly unquoted: boolean;
    }
  | {
      readonly part: "column";
      /** The range that a column's uid replaces. */
      readonly span: Span;
      readonly fid: string;
      /** The columns that are there already. */
      readonly taken: readonly string[];
    };

const ROOTS = new Set<unknown>(["data", "layout", "frames"]);

/** The part of a reference that belongs at `offset`, in text that may be broken; undefined where none does. */
export function srcCompletionAt(text: string, structure: Structure, offset: number): SrcCompletion | undefined {
  const node = nodeAround(structure, offset);
  if (node === undefined || !isReference(node)) return undefined;
  const { key, span, kind } = node;
  if (key !== undefined && offset <= key.span.end) return undefined;
  if (kind === "missing") return { part: "grid", span: { start: offset, end: offset }, unquoted: true };
  if (kind !== "string" || offset <= span.start) return undefined;
  const start = span.start + 1;
  const written = text.slice(start, span.end);
  const end = start + (/^[^"\\\s]*/.exec(written)?.[0].length ?? 0);
  if (offset > end) return undefined;
  const value = text.slice(start, end);
  const [head = "", fid] = /^([^:]*:[^:]*):/.exec(value) ?? [];
  if (fid === undefined || offset < start + head.length)
    return { part: "grid", span: { start, end: start + (head === "" ? value.length : head.length) }, unquoted: false };
  const columns = value.slice(head.length).replace(/[*?].*$/, "");
  const from = start + head.length;
  if (offset > from + columns.length) return undefined;
  const before = /[A-Za-z0-9]*$/.exec(text.slice(from, offset))?.[0] ?? "";
  const after = /^[A-Za-z0-9]*/.exec(text.slice(offset, from + columns.length))?.[0] ?? "";
  const own = { start: offset - before.length, end: offset + after.length };
  const taken = [...columns.matchAll(/[A-Za-z0-9]+/g)]
    .filter(({ index }) => from + index !== own.start)
    .map(([uid]) => uid);
  return { part: "column", span: own, fid, taken };
}

function isReference(node: FigureNode): boolean {
  const name = node.key?.name;
  return name !== undefined && name.length > 3 && name.endsWith("src") && ROOTS.has(pathOf(node)[0]);
}
