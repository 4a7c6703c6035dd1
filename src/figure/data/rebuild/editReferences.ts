import { isContainer } from "../../model/container.ts";
import type { Figure, Json, JsonObject } from "../../model/figure.ts";
import type { FigurePath } from "../../model/path.ts";

/** The change of one `<attribute>src` key. */
export interface ReferenceEdit {
  /** Path of the src key. */
  readonly path: FigurePath;
  /** The new text; undefined takes the key away. */
  readonly src: string | undefined;
  /** Whether the value beside it goes. */
  readonly withoutValue: boolean;
}

interface Branch {
  readonly below: Map<string, Branch>;
  /** The edits by their src key. */
  readonly edits: Map<string, ReferenceEdit>;
}

/** A copy of the figure with the references edited; parts without references are shared with it. */
export function editReferences(figure: Figure, edits: readonly ReferenceEdit[]): Figure {
  const root: Branch = { below: new Map(), edits: new Map() };
  for (const edit of edits) {
    let branch = root;
    for (const step of edit.path.slice(0, -1)) {
      const next = branch.below.get(String(step)) ?? { below: new Map(), edits: new Map() };
      branch.below.set(String(step), next);
      branch = next;
    }
    branch.edits.set(String(edit.path.at(-1)), edit);
  }
  return { ...figure, ...rewrite(figure as JsonObject, root) };
}

function rewrite(container: JsonObject, branch: Branch): JsonObject {
  const entries: [string, Json][] = [];
  for (const [key, value] of Object.entries(container)) {
    const edit = branch.edits.get(key);
    const below = branch.below.get(key);
    if (edit !== undefined) {
      if (edit.src !== undefined) entries.push([key, edit.src]);
    } else if (branch.edits.get(`${key}src`)?.withoutValue === true) continue;
    else if (below === undefined) entries.push([key, value]);
    else if (Array.isArray(value))
      entries.push([key, value.map((item, index) => rewriteItem(item, below.below.get(String(index))))]);
    else entries.push([key, rewriteItem(value, below)]);
  }
  return Object.fromEntries(entries);
}

function rewriteItem(item: Json, branch: Branch | undefined): Json {
  return branch !== undefined && isContainer(item) ? rewrite(item, branch) : item;
}
