import { isContainer } from "../../model/container.ts";
import type { Json, JsonObject } from "../../model/figure.ts";
import { sameJson } from "../../model/sameJson.ts";
import { finished } from "../../text/steps/slices.ts";
import type { FigureNode } from "../../text/structure/structure.ts";
import type { TreeEdits } from "./treeEdits.ts";

/** Above so many pairs, elements of two lists are taken for each other by their places. */
const MOST_PAIRS = 10_000;

/** `changeSteps` without a pause. */
export function changeValue(node: FigureNode, before: Json, after: Json, edits: TreeEdits): void {
  finished(changeSteps(node, before, after, edits));
}

/**
 * Changes the value at `node` from `before` to `after` and edits only what differs: a member that changes only its name
 * is renamed, and lists are compared by the elements that they share. Pauses between elements.
 */
export function* changeSteps(node: FigureNode, before: Json, after: Json, edits: TreeEdits): Generator<void, void> {
  if (before === after) return;
  if (!node.opaque) {
    if (node.kind === "object" && isContainer(before) && isContainer(after)) {
      yield* changeMembers(node, before, after, edits);
      return;
    }
    if (node.kind === "array" && Array.isArray(before) && Array.isArray(after)) {
      yield* changeElements(node, before, after, edits);
      return;
    }
  }
  if (!sameJson(before, after)) edits.setValue(node, after);
}

function* changeMembers(
  node: FigureNode,
  before: JsonObject,
  after: JsonObject,
  edits: TreeEdits,
): Generator<void, void> {
  const sources = sourcesOf(before, after);
  const kept = new Map([...sources].map(([key, source]) => [source, key]));
  // The last of members with the same name is what JSON means; none of them may stay where the name goes.
  const members = new Map(node.children.map((child) => [nameOf(child), child]));
  const removed: FigureNode[] = [];
  for (const child of node.children) {
    const name = nameOf(child);
    if (kept.get(name) === name || (kept.has(name) && members.get(name) === child)) continue;
    edits.remove(child);
    if (!kept.has(name)) removed.push(child);
  }
  let previous = node.children.at(-1);
  for (const [key, value] of Object.entries(after)) {
    const source = sources.get(key);
    const old = source === undefined ? undefined : members.get(source);
    if (old === undefined || source === undefined) {
      edits.insert(node, removed.shift() ?? previous, key, value);
      continue;
    }
    if (source !== key) edits.setKey(old, key);
    yield* changeSteps(old, before[source]!, value, edits);
    previous = old;
  }
}

/** For each member that `after` has, the one of `before` that it comes from: its own name's, or one that was renamed. */
function sourcesOf(before: JsonObject, after: JsonObject): Map<string, string> {
  const sources = new Map<string, string>();
  const free = new Set(Object.keys(before));
  let open = Object.keys(after);
  const take = (choose: (key: string, value: Json) => string | undefined): void => {
    open = open.filter((key) => {
      const source = choose(key, after[key]!);
      if (source === undefined) return true;
      sources.set(key, source);
      return !free.delete(source);
    });
  };
  const gone = (): string[] => [...free].filter((key) => !Object.hasOwn(after, key));
  take((key, value) => (before[key] === value ? key : undefined));
  take((_key, value) =>
    typeof value === "object" && value !== null ? [...free].find((old) => before[old] === value) : undefined,
  );
  take((key) => (free.has(key) ? key : undefined));
  take((_key, value) => gone().find((old) => sameJson(before[old], value)));
  take((_key, value) => {
    const [best] = gone().toSorted((a, b) => likeness(before[b]!, value) - likeness(before[a]!, value));
    return best !== undefined && likeness(before[best]!, value) > 0 ? best : undefined;
  });
  return sources;
}

function nameOf(child: FigureNode): string {
  return child.key?.name ?? "";
}

function* changeElements(
  node: FigureNode,
  before: readonly Json[],
  after: readonly Json[],
  edits: TreeEdits,
): Generator<void, void> {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from++;
  let end = before.length;
  let newEnd = after.length;
  while (end > from && newEnd > from && before[end - 1] === after[newEnd - 1]) {
    end--;
    newEnd--;
  }
  const pairs = pairsOf(before.slice(from, end), after.slice(from, newEnd));
  let at = from;
  let previous = node.children[from - 1];
  for (const [old, added] of pairs) {
    const child = old === undefined ? undefined : node.children[at];
    if (child !== undefined) at++;
    if (child === undefined && added !== undefined) edits.insert(node, previous, undefined, added);
    else if (child !== undefined && added === undefined) edits.remove(child);
    else if (child !== undefined) yield* changeSteps(child, old!, added!, edits);
    previous = child ?? previous;
    yield;
  }
}

/** Both lists in order, each element with the one of the other that it is most like; the pairs' likeness in all is the most. */
function pairsOf(before: readonly Json[], after: readonly Json[]): (readonly [Json | undefined, Json | undefined])[] {
  const rows = before.length;
  const columns = after.length;
  if (rows === columns || rows * columns > MOST_PAIRS)
    return Array.from({ length: Math.max(rows, columns) }, (_, index) => [before[index], after[index]]);
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const likenesses = before.map((old) => after.map((added) => 1 + likeness(old, added)));
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const paired = likenesses[row]![column]! + best[row + 1]![column + 1]!;
      best[row]![column] = Math.max(paired, best[row + 1]![column]!, best[row]![column + 1]!);
    }
  }
  const pairs: (readonly [Json | undefined, Json | undefined])[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    if (column === columns || (row < rows && best[row]![column] === best[row + 1]![column]))
      pairs.push([before[row++], undefined]);
    else if (row === rows || best[row]![column] === best[row]![column + 1]) pairs.push([undefined, after[column++]]);
    else pairs.push([before[row++], after[column++]]);
  }
  return pairs;
}

/** The number of members that two objects share. Lists of data count only where they are identical. */
function likeness(one: Json, other: Json): number {
  if (!isContainer(one) || !isContainer(other)) return 0;
  return Object.entries(one).filter(([key, value]) => value === other[key] || isAlike(value, other[key])).length;
}

function isAlike(one: Json, other: Json | undefined): boolean {
  return isContainer(one) && isContainer(other) && sameJson(one, other);
}
