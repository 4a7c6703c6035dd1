import { isContainer } from "../../model/container.ts";
import type { Json, JsonObject } from "../../model/figure.ts";
import { draftOf, itemsOf, memberOf } from "../draft/draft.ts";
import { groupName, pointArraysOf, takePoints } from "../draft/points.ts";
import { STRETCH } from "../draft/sortInSteps.ts";

/** Makes a trace of each group, in the order of the groups' first points, each with its style. */
export function* splitByGroup(
  trace: JsonObject,
  type: string | undefined,
  options: JsonObject,
  groups: readonly Json[],
  { place, traceCount }: { readonly place: number; readonly traceCount: number },
): Generator<void, JsonObject[]> {
  const indices = new Map<string, number[]>();
  for (const [index, group] of groups.entries()) {
    if (index % STRETCH === 0) yield;
    const name = groupName(group);
    const points = indices.get(name);
    if (points === undefined) indices.set(name, [index]);
    else points.push(index);
  }
  const styles = stylesOf(options);
  const { nameformat } = options;
  const usual = traceCount > 1 ? "%{group} (%{trace})" : "%{group}";
  const format = typeof nameformat === "string" ? nameformat : usual;
  const arrays = pointArraysOf(trace, type);
  const parts: JsonObject[] = [];
  for (const [group, points] of indices) {
    const part = yield* takePoints(trace, arrays, points);
    part["name"] = format
      .replaceAll("%{group}", group)
      .replaceAll("%{trace}", trace["name"] === undefined ? `trace ${place}` : groupName(trace["name"]));
    const number = parts.push(part) - 1;
    if (number > 0 && typeof part["uid"] === "string") part["uid"] = `${part["uid"]}-${number}`;
    const style = styles.get(group);
    if (style !== undefined) merge(part, style);
  }
  return parts;
}

/** Before Plotly 1.29 styles were one object, keyed by group. */
function stylesOf(options: JsonObject): ReadonlyMap<string, JsonObject> {
  const older = memberOf(options, "styles") ?? memberOf(options, "style");
  const entries =
    older === undefined
      ? itemsOf(options, "styles").map(({ target, value }): [string, Json | undefined] => [groupName(target), value])
      : Object.entries(older);
  const styles = new Map<string, JsonObject>();
  for (const [group, style] of entries) if (isContainer(style)) styles.set(group, style);
  return styles;
}

function merge(into: JsonObject, style: JsonObject): void {
  for (const [key, value] of Object.entries(style)) {
    const below = memberOf(into, key);
    if (!isContainer(value)) into[key] = value;
    else if (below === undefined) into[key] = draftOf(value);
    else merge(below, value);
  }
}
