import type { DataArray, SrcReference } from "../../text/outline/outline.ts";
import { type FigureNode, nodeAt } from "../../text/structure/structure.ts";
import type { FigureText } from "../../text/structure/figureText.ts";

/** The node of an array or a reference that the scan found. */
export function nodeOf({ structure }: FigureText, { path, value }: DataArray | SrcReference): FigureNode | undefined {
  const node = nodeAt(structure, path);
  return node?.span.start === value.start ? node : undefined;
}

/** All members with this key, which may be written several times. */
export function membersNamed(container: FigureNode, name: string): FigureNode[] {
  return container.children.filter(({ key }) => key?.name === name);
}
