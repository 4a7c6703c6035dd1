import { isContainer } from "../../model/container.ts";
import type { Json, JsonObject } from "../../model/figure.ts";
import { type FigurePath, valueAt } from "../../model/path.ts";
import type { AttributeContainer, AttributeNode } from "../../schema/attributes.ts";
import { difference } from "../edits/changes.ts";
import { isTypedArray } from "../../data/arrays/typedArray.ts";

/** A change of a part as plotly.py makes it. */
export interface PythonPatch {
  /** What `update` does: leaves, `null` for those that go. */
  readonly update: JsonObject;
  /** What only an assignment does: containers that go, and lists of objects. `update` would merge these. */
  readonly assigned: readonly Assignment[];
  /** Paths of what graph objects have no place for. */
  readonly unknown: readonly FigurePath[];
}

export interface Assignment {
  readonly path: FigurePath;
  readonly value: Json;
  readonly node: AttributeNode;
}

/** Takes the difference of a part before and after apart. */
export function pythonPatch(before: JsonObject, after: JsonObject, container: AttributeContainer): PythonPatch {
  const assigned: Assignment[] = [];
  const unknown: FigurePath[] = [];
  const updateOf = (changes: JsonObject, old: JsonObject, own: AttributeContainer, path: FigurePath): JsonObject => {
    const update: JsonObject = {};
    for (const [key, value] of Object.entries(changes)) {
      const node = own.member(key);
      const was = old[key];
      const at = [...path, key];
      if (node === undefined || value === undefined) unknown.push(at);
      else if (value === null && (node.kind === "list" || (isContainer(was) && !isTypedArray(was))))
        assigned.push({ path: at, value, node });
      else if (node.kind === "list" && was !== undefined) assigned.push({ path: at, value, node });
      else if (node.kind === "container" && isContainer(value) && isContainer(was)) {
        const inner = updateOf(value, was, node, at);
        if (Object.keys(inner).length > 0) update[key] = inner;
      } else if (isContainer(value) && isContainer(was) && !isTypedArray(value))
        assigned.push({ path: at, value: valueAt(after, at) ?? null, node });
      else update[key] = value;
    }
    return update;
  };
  return { update: updateOf(difference(before, after), before, container, []), assigned, unknown };
}
