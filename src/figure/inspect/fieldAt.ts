import type { FigurePath } from "../model/path.ts";
import type { ManualContainer, ManualNode } from "../manual/manual.ts";
import type { Field } from "./fields.ts";

/** What stands in a container at a path. */
export function nodeIn(container: ManualContainer, path: FigurePath): ManualNode | undefined {
  let node: ManualNode | undefined = container;
  for (const step of path) {
    if (node?.kind === "container") node = node.member(String(step));
    else if (node?.kind === "list") node = node.element;
    else return undefined;
  }
  return node;
}

/** The attribute of a container at a path; undefined for what is none. */
export function fieldAt(container: ManualContainer, path: FigurePath): Field | undefined {
  const node = nodeIn(container, path);
  return node?.kind === "attribute" ? { path, name: String(path.at(-1)), rule: node.rule } : undefined;
}

/** Whether a font stands there: family, size, colour. */
export function isFontAt(container: ManualContainer, path: FigurePath): boolean {
  const node = nodeIn(container, path);
  return node?.kind === "container" && ["family", "size", "color"].every((name) => node.names.includes(name));
}
