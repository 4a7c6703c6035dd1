import type { FigurePath } from "../model/path.ts";
import type { ManualContainer, ManualNode } from "../manual/manual.ts";
import type { ManualRule } from "../manual/manualTable.ts";
import { isPartOfItsOwn } from "./part.ts";

/** An attribute of a part. */
export interface Field {
  /** From the part to the attribute. */
  readonly path: FigurePath;
  readonly name: string;
  readonly rule: ManualRule;
}

/** Attributes that Plotly keeps together. */
export interface FieldGroup {
  readonly path: FigurePath;
  /** The last step of the path: `line`, or `2` for an element of a list. Empty for the part itself. */
  readonly name: string;
  readonly description: string;
  readonly fields: readonly Field[];
  readonly groups: readonly (FieldGroup | FieldList)[];
}

/** Objects that all take the same, such as the buttons of a menu. */
export interface FieldList {
  readonly path: FigurePath;
  readonly name: string;
  readonly description: string;
  /** The attributes of one of them. */
  element(index: number): FieldGroup;
}

/** The attributes of a container, below `path`. Without the parts of the layout that are chosen for themselves. */
export function fieldsOf(container: ManualContainer, path: FigurePath = [], isLayout = false): FieldGroup {
  const names = container.names.filter((name) => !isLayout || !isPartOfItsOwn(container, name));
  const members = names.flatMap((name): [string, ManualNode][] => {
    const node = container.member(name);
    return node === undefined ? [] : [[name, node]];
  });
  return {
    path,
    name: String(path.at(-1) ?? ""),
    description: container.description,
    fields: members.flatMap(([name, node]) =>
      node.kind === "attribute" ? [{ path: [...path, name], name, rule: node.rule }] : [],
    ),
    groups: members.flatMap(([name, node]): (FieldGroup | FieldList)[] => {
      if (node.kind === "container") return [fieldsOf(node, [...path, name])];
      return node.kind === "list" ? [listOf(name, node, [...path, name])] : [];
    }),
  };
}

function listOf(name: string, node: Extract<ManualNode, { kind: "list" }>, path: FigurePath): FieldList {
  const { element, description } = node;
  return { path, name, description, element: (index) => fieldsOf(element, [...path, index]) };
}

export const isList = (group: FieldGroup | FieldList): group is FieldList => "element" in group;

/** Every attribute of a group and of what is in it; of lists those of their first element. */
export function* allFields(group: FieldGroup): Generator<Field, void> {
  yield* group.fields;
  for (const inner of group.groups) yield* allFields(isList(inner) ? inner.element(0) : inner);
}
