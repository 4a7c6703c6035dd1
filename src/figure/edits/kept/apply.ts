import type { Json } from "../../model/figure.ts";
import { type FigurePath, formatPath, readPath } from "../../model/path.ts";
import { sameJson } from "../../model/sameJson.ts";
import { withoutNumber } from "../../schema/attributeNames.ts";
import type { FigureText } from "../../text/structure/figureText.ts";
import type { Draft } from "../draft/draft.ts";
import { countOf, innerOf, kindOf, textOf } from "../draft/part.ts";
import type { FigureEdit } from "../edit.ts";
import { openFigure } from "../editText.ts";
import type { Plan } from "../plan.ts";
import { findPart, listOf, partWords } from "./findPart.ts";
import type { HandEdit } from "./handEdit.ts";

/** Longer elements are not compared with one that is to be added. */
const LONGEST_PART = 20_000;

export interface AppliedEdits {
  readonly ok: true;
  /** What is to be made of the figure's text, in this order. */
  readonly edits: readonly FigureEdit[];
  /** The hand edits that these are. */
  readonly applied: readonly HandEdit[];
  /** Those that the figure has already. */
  readonly already: readonly HandEdit[];
  /** Those whose part is not there, with a sentence about why. They are not applied. */
  readonly lost: readonly { readonly edit: HandEdit; readonly why: string }[];
  /** Those whose value is neither what it was before nor what it is to be. They are not applied. */
  readonly changed: readonly { readonly edit: HandEdit; readonly why: string; readonly now: Json | undefined }[];
}

type Outcome =
  | { readonly is: "applied"; readonly edit: FigureEdit }
  | { readonly is: "already" }
  | { readonly is: "lost"; readonly why: string }
  | { readonly is: "changed"; readonly why: string; readonly now: Json | undefined };

/**
 * Makes hand edits again, in their order, of a figure that was written anew. Each is applied only to the part that it was
 * of, and only where its value is what it was before; all others are told, with why. `base` is that of `editText`.
 */
export function* applyHandEdits(
  file: FigureText,
  base: FigurePath,
  handEdits: readonly HandEdit[],
): Generator<void, AppliedEdits | { readonly ok: false; readonly sentence: string }> {
  const opened = openFigure(file, base);
  if (typeof opened === "string") return { ok: false, sentence: opened };
  const { draft, plan } = opened;
  const edits: FigureEdit[] = [];
  const applied: HandEdit[] = [];
  const already: HandEdit[] = [];
  const lost: { edit: HandEdit; why: string }[] = [];
  const changed: { edit: HandEdit; why: string; now: Json | undefined }[] = [];
  for (const edit of handEdits) {
    const outcome = yield* outcomeOf(draft, plan, edit);
    if (outcome.is === "already") already.push(edit);
    else if (outcome.is === "lost") lost.push({ edit, why: outcome.why });
    else if (outcome.is === "changed") changed.push({ edit, why: outcome.why, now: outcome.now });
    else {
      const why = yield* plan.try(outcome.edit);
      if (why === undefined) {
        edits.push(outcome.edit);
        applied.push(edit);
      } else lost.push({ edit, why });
    }
    yield;
  }
  return { ok: true, edits, applied, already, lost, changed };
}

/** Whether the edits seem to be of another figure: none has its part in this one. */
export function areOfAnother({ applied, already, lost, changed }: AppliedEdits): boolean {
  return lost.length > 0 && applied.length + already.length + changed.length === 0;
}

function* outcomeOf(draft: Draft, plan: Plan, edit: HandEdit): Generator<void, Outcome> {
  const { part, attribute = "", before, after, moved, copied, removed } = edit;
  if (part !== undefined && attribute === "" && before === undefined && after !== undefined && removed !== true)
    return yield* additionOf(draft, edit);
  const found = part === undefined ? { path: [] } : findPart(draft, part);
  if ("why" in found) {
    // That a part is gone is what was wanted where it was removed.
    return found.isGone && after === undefined && attribute === "" && moved === undefined && copied === undefined
      ? { is: "already" }
      : { is: "lost", why: found.why };
  }
  if (moved !== undefined || copied !== undefined) return placed(draft, edit, found.path);
  const way = readPath(attribute);
  if (way === undefined || (part === undefined && way.length === 0))
    return { is: "lost", why: `\`${attribute}\` is no path of an attribute.` };
  const path = [...found.path, ...way];
  const missing = missingSubplot(draft, path);
  if (missing !== undefined) return { is: "lost", why: missing };
  if (removed === true) return { is: "applied", edit: { act: "remove", path } };
  const now = yield* plan.valueAt(path);
  if (sameJson(now, after)) return { is: "already" };
  if (!sameJson(now, before)) {
    const what =
      part === undefined ? `\`${attribute}\`` : `${partWords(part)}${attribute === "" ? "" : `: \`${attribute}\``}`;
    return { is: "changed", why: `${what} is not what it was before the edit.`, now };
  }
  return { is: "applied", edit: after === undefined ? { act: "remove", path } : { act: "set", path, value: after } };
}

/** An element that was added is added again, unless the list has it. */
function* additionOf(draft: Draft, { part, after }: HandEdit): Generator<void, Outcome> {
  const list = listOf(draft, part!);
  if ("why" in list) return { is: "lost", why: list.why };
  const there = draft.find(list.path);
  const count = there === undefined || kindOf(there) !== "array" ? 0 : countOf(innerOf(there));
  for (let place = 0; place < count; place++) {
    const text = textOf(draft.find([...list.path, place])!);
    if (text.length <= LONGEST_PART && sameJson(JSON.parse(text) as Json, after)) return { is: "already" };
    yield;
  }
  const path = [...list.path, Math.min(part!.place, count)];
  return { is: "applied", edit: { act: "insert", path, value: after! } };
}

/** A part that was moved or copied. */
function placed(draft: Draft, { part, moved, copied }: HandEdit, path: FigurePath): Outcome {
  const now = path.at(-1) as number;
  const count = countOf(innerOf(draft.find(path.slice(0, -1))!));
  if (moved === undefined) return { is: "applied", edit: { act: "copy", path, to: Math.min(copied!, count) } };
  if (now === moved.to) return { is: "already" };
  if (now !== moved.from || moved.to >= count)
    return { is: "changed", why: `${partWords(part!)} stands at another place of the list.`, now };
  return { is: "applied", edit: { act: "move", path, to: moved.to } };
}

/** A sentence where the path leads to an axis or a subplot with a number that the figure has no more. */
function missingSubplot(draft: Draft, [first, name]: FigurePath): string | undefined {
  if (first !== "layout" || typeof name !== "string" || withoutNumber(name) === name) return undefined;
  if (draft.find(["layout", name]) !== undefined) return undefined;
  const [axis, letter, number] = /^([xyz])axis(\d+)$/.exec(name) ?? [];
  const id = axis === undefined ? name : `${letter}${number}`;
  const data = draft.find(["data"]);
  const traces = data === undefined || kindOf(data) !== "array" ? [] : innerOf(data).items;
  const isUsed = traces.some(
    ({ value }) =>
      kindOf(value) === "object" &&
      innerOf(value).items.some(
        ({ name: member, value: of }) =>
          /axis$|^(?:subplot|scene|geo|legend|coloraxis)$/.test(member ?? "") && textOf(of) === JSON.stringify(id),
      ),
  );
  return isUsed ? undefined : `There is no \`${formatPath(["layout", name])}\` any more.`;
}
