import type { FigurePath } from "../model/path.ts";
import type { Manual, ManualNode } from "../manual/manual.ts";
import { type Inspected, typeAt } from "./inspected.ts";

/** What the reference says of the place at a path of a figure; undefined where Plotly has nothing. */
export function manualAt(manual: Manual, figure: Inspected, path: FigurePath): ManualNode | undefined {
  const [root, first, ...rest] = path;
  if (root === "data") return first === undefined ? undefined : within(manual.trace(typeAt(figure, path)), rest);
  if (root === "frames") return first === undefined ? undefined : inFrame(manual, figure, rest);
  if (root === "config") return within(manual.config, path.slice(1));
  if (root !== "layout") return undefined;
  if (first === "template") return inTemplate(manual, rest);
  return within(manual.layout, path.slice(1));
}

/** A template has a layout and, for each type, a list of traces: `layout.template.data.bar[0]`. */
function inTemplate(manual: Manual, path: FigurePath): ManualNode | undefined {
  const [root, type, index, ...rest] = path;
  if (root === "layout") return within(manual.layout, path.slice(1));
  return root === "data" && typeof type === "string" && index !== undefined
    ? within(manual.trace(type), rest)
    : undefined;
}

function inFrame(manual: Manual, figure: Inspected, path: FigurePath): ManualNode | undefined {
  const [root, index, ...rest] = path;
  if (root === "layout") return within(manual.layout, path.slice(1));
  if (root === "data" && index !== undefined) return within(manual.trace(typeAt(figure, ["data", index])), rest);
  return within(manual.frame, path);
}

function within(start: ManualNode | undefined, path: FigurePath): ManualNode | undefined {
  let node = start;
  for (const step of path) {
    if (node?.kind === "container") node = node.member(String(step));
    else if (node?.kind === "list") node = node.element;
    else return undefined;
  }
  return node;
}
