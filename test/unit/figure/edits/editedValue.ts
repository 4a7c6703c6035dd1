import type { FigureEdit } from "../../../../src/figure/edits/edit.ts";
import type { Json, JsonObject } from "../../../../src/figure/model/figure.ts";
import type { FigurePath } from "../../../../src/figure/model/path.ts";

type Container = JsonObject | Json[];

/** What edits make of a figure's value, in the plainest way. They must be possible. */
export function editedValue(figure: Json, edits: readonly FigureEdit[]): Json {
  const after = structuredClone(figure);
  for (const edit of edits) apply(after as Container, edit);
  return after;
}

/** The value at a path; undefined where there is none. */
export function valueAt(figure: Json, path: FigurePath): Json | undefined {
  let at: Json | undefined = figure;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Json[])[step as number];
  }
  return at;
}

function apply(figure: Container, edit: FigureEdit): void {
  const { path } = edit;
  const last = path.at(-1)!;
  if (edit.act === "remove") {
    const [list] = [valueAt(figure, path.slice(0, -1))];
    if (valueAt(figure, path) === undefined) return;
    if (Array.isArray(list)) list.splice(last as number, 1);
    else prune(figure, path);
    return;
  }
  let here = figure;
  for (const [depth, step] of path.slice(0, -1).entries()) {
    const there = valueAt(here, [step]);
    if (typeof there !== "object" || there === null) put(here, step, typeof path[depth + 1] === "number" ? [] : {});
    here = valueAt(here, [step]) as Container;
  }
  if (edit.act === "set") {
    put(here, last, edit.value);
  } else {
    const list = here as Json[];
    const item = edit.act === "insert" ? edit.value : list[last as number]!;
    if (edit.act === "move") list.splice(last as number, 1);
    list.splice(edit.act === "insert" ? (last as number) : edit.to, 0, structuredClone(item));
  }
}

/** A member may be called `__proto__`. */
function put(container: Container, step: string | number, value: Json): void {
  Object.defineProperty(container, step, { value, writable: true, enumerable: true, configurable: true });
}

function prune(figure: Container, path: FigurePath): void {
  const parent = valueAt(figure, path.slice(0, -1)) as JsonObject;
  delete parent[path.at(-1)!];
  const own = path.at(-2);
  const stays = typeof own !== "string" || ["layout", "colorbar", "rangeslider"].includes(own);
  if (Object.keys(parent).length === 0 && !stays) prune(figure, path.slice(0, -1));
}
