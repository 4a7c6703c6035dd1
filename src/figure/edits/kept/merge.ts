import { isContainer } from "../../model/container.ts";
import type { Json, JsonObject } from "../../model/figure.ts";
import { type FigurePath, formatPath, readPath } from "../../model/path.ts";
import { sameJson } from "../../model/sameJson.ts";
import { isKept } from "../pruning.ts";
import type { HandEdit, PartSigns } from "./handEdit.ts";

/** Attributes by which parts are found again. Edits between two of one of these know the part by the value between. */
const SIGNS: ReadonlyMap<string, "uid" | "name" | "type" | "text"> = new Map([
  ["uid", "uid"],
  ["name", "name"],
  ["type", "type"],
  ["text", "text"],
  ["label", "text"],
]);

/**
 * A list of hand edits with new ones behind it. Two of the same attribute become one, what changes a part that was added
 * by hand goes into that, and what is again as it was goes away.
 */
export function mergedEdits(before: readonly HandEdit[], added: readonly HandEdit[]): readonly HandEdit[] {
  let list = before;
  for (const edit of added) list = merged(list, edit);
  return list;
}

function merged(list: readonly HandEdit[], edit: HandEdit): readonly HandEdit[] {
  const { part, attribute } = edit;
  if (attribute === undefined) return [...list, edit];
  for (let at = list.length - 1; at >= 0; at--) {
    const earlier = list[at]!;
    const isSame = samePart(earlier.part, part);
    if (isSame && isAddition(earlier) && !isAddition(edit) && edit.removed !== true) {
      const after = changedWithin(earlier.after!, attribute, edit.after);
      if (after === undefined) return [...list, edit];
      return after.value === undefined
        ? list.toSpliced(at, 1)
        : list.with(at, { ...earlier, ...signed(earlier, attribute, edit.after), after: after.value });
    }
    if (
      isSame &&
      earlier.attribute === attribute &&
      attribute !== "" &&
      (at === list.length - 1 || !SIGNS.has(attribute))
    ) {
      const { before: _, after: __, ...rest } = earlier;
      const [first, last] = [earlier.before, edit.after];
      if (sameJson(first, last)) return list.toSpliced(at, 1);
      return list.with(at, {
        ...rest,
        ...(first !== undefined && { before: first }),
        ...(last !== undefined && { after: last }),
      });
    }
    if (isStructural(earlier) || (isSame && overlaps(earlier.attribute ?? "", attribute))) break;
  }
  return [...list, edit];
}

const isAddition = ({ attribute, before, after, removed }: HandEdit): boolean =>
  attribute === "" && before === undefined && removed === undefined && after !== undefined;

/** Whether places in lists may be others behind it. */
const isStructural = ({ part, attribute, before, after }: HandEdit): boolean =>
  part !== undefined &&
  (attribute === undefined || (attribute === "" && (before === undefined || after === undefined)));

/** Whether two edits, with no change of lists between them, are about the same part. */
function samePart(one: PartSigns | undefined, other: PartSigns | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.list === other.list && one.place === other.place && samePart(one.of, other.of);
}

function overlaps(one: string, other: string): boolean {
  const [a, b] = [readPath(one) ?? [], readPath(other) ?? []];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.every((step, index) => step === long[index]);
}

/** A value with a part of it changed or taken out; undefined where it has no place for that. */
function changedWithin(
  value: Json,
  attribute: string,
  after: Json | undefined,
): { readonly value: Json | undefined } | undefined {
  const path = readPath(attribute);
  if (path === undefined) return undefined;
  if (path.length === 0) return { value: after };
  const copy = structuredClone(value);
  return put(copy, path, after) ? { value: copy } : undefined;
}

function put(value: Json, [step, ...rest]: FigurePath, after: Json | undefined): boolean {
  if (step === undefined) return false;
  if (
    Array.isArray(value)
      ? typeof step !== "number" || step >= value.length
      : !isContainer(value) || typeof step === "number"
  )
    return false;
  const container = value as JsonObject;
  const inner = Object.hasOwn(container, step) ? container[step] : undefined;
  if (rest.length > 0) {
    const next = inner ?? (typeof rest[0] === "string" ? {} : undefined);
    if (next === undefined || !put(next, rest, after)) return false;
    if (inner === undefined) container[step] = next;
    else if (isContainer(next) && Object.keys(next).length === 0 && after === undefined && !isKept([step]))
      delete container[step];
    return true;
  }
  if (after === undefined) {
    if (Array.isArray(value)) return false;
    return delete container[step];
  }
  container[step] = after;
  return true;
}

/** The part of an edit, whose name, type or text has become another one by a change of that attribute. */
function signed(
  { part }: HandEdit,
  attribute: string | undefined,
  after: Json | undefined,
): { readonly part?: PartSigns } {
  const sign = part && signOf(part, attribute);
  if (part === undefined || sign === undefined) return {};
  const { [sign]: _, ...others } = part;
  const isNone = after === undefined || after === "" || (sign === "type" && after === "scatter");
  return { part: isNone ? others : { ...others, [sign]: typeof after === "string" ? after : JSON.stringify(after) } };
}

/** The sign that an attribute of a part is. A trace is not known by its text, nor anything else by its type. */
function signOf({ list }: PartSigns, attribute = ""): "uid" | "name" | "type" | "text" | undefined {
  const sign = SIGNS.get(attribute);
  const isTrace = /(?:^|\.)data$/.test(list);
  return sign === (isTrace ? "text" : "type") ? undefined : sign;
}

/** The edit that takes another one back, wherever the figure is by then; undefined where the list does not tell enough. */
export function reversed(edit: HandEdit): HandEdit | undefined {
  const { part, attribute, before, after, moved, copied, removed } = edit;
  if (removed === true || copied !== undefined) return undefined;
  if (moved !== undefined)
    return { ...(part && { part: { ...part, place: moved.to } }), moved: { from: moved.to, to: moved.from } };
  return {
    ...(part && { part }),
    ...signed(edit, attribute, after),
    ...(attribute !== undefined && { attribute }),
    ...(after !== undefined && { before: after }),
    ...(before !== undefined && { after: before }),
  };
}

/** The list without one of its edits. Later ones that know their part by what that edit gave it know it as before. */
export function withoutEdit(list: readonly HandEdit[], index: number): readonly HandEdit[] {
  const gone = list[index];
  const sign = gone?.part && signOf(gone.part, gone.attribute);
  const rest = list.toSpliced(index, 1);
  if (gone?.part === undefined || sign === undefined) return rest;
  return rest.map((edit, at) => {
    const isLater = at >= index && samePart(edit.part, gone.part) && edit.part?.[sign] === gone.after;
    return isLater ? { ...edit, ...signed(edit, gone.attribute, gone.before) } : edit;
  });
}

/** What the edit is about, as a person reads it: `marker.color` of a trace, or the part as a whole. */
export function aboutOf({ part, attribute }: HandEdit): string {
  return attribute === undefined || attribute === "" ? formatPath(readPath(part?.list ?? "") ?? []) : attribute;
}
