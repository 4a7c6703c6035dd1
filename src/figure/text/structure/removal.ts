import type { TextEdit } from "../../model/fix.ts";
import type { FigureNode } from "./structure.ts";

/**
 * The edits that remove several members or elements, with everything in them and the commas that are then too many.
 * They are in the order of the text, and none touches another.
 */
export function removals(nodes: readonly FigureNode[]): TextEdit[] {
  const gone = new Set(nodes);
  const isInside = (node: FigureNode): boolean => {
    for (let at = node.parent; at !== undefined; at = at.parent) if (gone.has(at)) return true;
    return false;
  };
  const parents = new Set(nodes.flatMap((node) => (node.parent === undefined || isInside(node) ? [] : [node.parent])));
  return [...parents].flatMap((parent) => removalsIn(parent, gone)).toSorted((a, b) => a.span.start - b.span.start);
}

function removalsIn({ children }: FigureNode, gone: ReadonlySet<FigureNode>): TextEdit[] {
  const edits: TextEdit[] = [];
  let before: FigureNode | undefined;
  let run: FigureNode[] = [];
  for (const child of [...children, undefined]) {
    if (child !== undefined && gone.has(child)) {
      run.push(child);
      continue;
    }
    const [first, last] = [run[0], run.at(-1)];
    if (first !== undefined && last !== undefined) {
      const start = before?.span.end ?? startOf(first);
      const end = before !== undefined || child === undefined ? last.span.end : startOf(child);
      edits.push({ span: { start, end }, text: "" });
    }
    before = child;
    run = [];
  }
  return edits;
}

const startOf = ({ key, span }: FigureNode): number => key?.span.start ?? span.start;

/** The edit that removes a member of an object or an element of an array, with the comma that is then one too many. */
export function removal(node: FigureNode): TextEdit {
  const { parent } = node;
  const siblings = parent?.children ?? [];
  const place = siblings.indexOf(node);
  const before = siblings[place - 1];
  const after = siblings[place + 1];
  if (before !== undefined) return { span: { start: before.span.end, end: node.span.end }, text: "" };
  return { span: { start: startOf(node), end: after === undefined ? node.span.end : startOf(after) }, text: "" };
}
