import { applyEdits, type Fix, type TextEdit } from "../model/fix.ts";
import type { FigureProblem, ProblemCode } from "../model/problem.ts";
import { finished } from "../text/steps/slices.ts";
import { EditedText } from "./editedText.ts";
import { faultOf } from "./refusal.ts";

/** One fix may uncover what another mends; more rounds than this were never needed. */
const MOST_ROUNDS = 10;

/** Fixes that are tried one by one where all of them together make no JSON. */
const MOST_ALONE = 100;

/** Problems whose fixes make a text JSON. Until it is JSON, no other problem is sure to be where it seems. */
const SYNTAX: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "syntax",
  "empty",
  "python-dict",
  "non-finite-number",
  "trailing-comma",
]);

export interface FixedText {
  readonly text: string;
  /** The edits of the given text. */
  readonly edits: readonly TextEdit[];
  /** Fixes that were applied. */
  readonly count: number;
  /** Why fixes were not, a sentence each; where the outcome would be no JSON, the text is as it was. */
  readonly refused: readonly string[];
}

/** Checks a text in steps of a few milliseconds. */
export type CheckText = (text: string) => Generator<unknown, readonly FigureProblem[]>;

/**
 * Applies every preferred fix: first all that do not touch each other, then those that a new check finds, until none is
 * left. `problemsOf` checks a text. A fix is applied whole or not at all. The result is JSON, or the text stays as it
 * is.
 */
export function fixAll(text: string, problemsOf: (text: string) => readonly FigureProblem[]): FixedText {
  return finished(
    fixAllInSteps(text, function* check(current) {
      yield;
      return problemsOf(current);
    }),
  );
}

/**
 * Edits of the text `after`, which fixes made from `before`, that keep the fixes from changing more than they say. Both
 * are JSON.
 */
export type SettleText = (before: string, after: string) => Generator<unknown, readonly TextEdit[]>;

/** `fixAll` in steps as long as those of the check. */
export function* fixAllInSteps(text: string, check: CheckText, settle?: SettleText): Generator<unknown, FixedText> {
  const edited = new EditedText(text);
  const refused = new Set<string>();
  let count = 0;
  let wasJson = (yield* faultOf(text)) === undefined;
  let firstJson = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const problems = yield* check(edited.text);
    const fixes = problems.filter(({ code }) => wasJson || SYNTAX.has(code)).flatMap(preferred);
    const { edits, fixes: applied } = yield* tried(edited.text, fixes, wasJson, refused);
    if (applied === 0) break;
    const before = edited.text;
    edited.apply(edits);
    if (edited.text === before) break;
    count += applied;
    if (wasJson) continue;
    wasJson = (yield* faultOf(edited.text)) === undefined;
    firstJson = edited.text;
  }
  if (settle !== undefined && wasJson && edited.text !== firstJson) {
    edited.apply(yield* settle(firstJson, edited.text));
  }
  const left = wasJson || count === 0 ? undefined : yield* faultOf(edited.text);
  if (left === undefined) return { text: edited.text, edits: edited.edits(), count, refused: [...refused] };
  refused.add(`Nothing was changed: the result would not be JSON. ${left}`);
  return { text, edits: [], count: 0, refused: [...refused] };
}

/** The fixes that can be made together; where they break the text, those that do not break it alone. */
function* tried(
  text: string,
  fixes: readonly Fix[],
  wasJson: boolean,
  refused: Set<string>,
): Generator<unknown, { readonly edits: readonly TextEdit[]; readonly fixes: number }> {
  const all = together(fixes);
  if (all.fixes === 0 || !wasJson || (yield* faultOf(applyEdits(text, all.edits))) === undefined) return all;
  const sound: Fix[] = [];
  for (const fix of fixes.slice(0, MOST_ALONE)) {
    const why = yield* faultOf(applyEdits(text, fix.edits));
    if (why === undefined) sound.push(fix);
    else refused.add(`“${fix.title}” was not applied: the result would not be JSON. ${why}`);
  }
  const some = together(sound);
  return (yield* faultOf(applyEdits(text, some.edits))) === undefined ? some : together(sound.slice(0, 1));
}

/** Each of the fixes whole, or not at all where it touches one before it. Edits of one fix may touch each other. */
function together(fixes: readonly Fix[]): { edits: TextEdit[]; fixes: number } {
  /** In the order of the text, none touching another. */
  let taken: TextEdit[] = [];
  let count = 0;
  for (const fix of fixes) {
    const edits = joined(fix.edits);
    if (edits === undefined || edits.some((edit) => placeOf(edit, taken) === undefined)) continue;
    // A fix with very many edits is the only one, or nearly.
    if (edits.length < 100) for (const edit of edits) taken.splice(placeOf(edit, taken) ?? taken.length, 0, edit);
    else taken = [...taken, ...edits].toSorted((a, b) => a.span.start - b.span.start);
    count++;
  }
  return { edits: taken, fixes: count };
}

/** Edits that touch each other as one; undefined where two overlap, which no order of them would make right. */
function joined(edits: readonly TextEdit[]): TextEdit[] | undefined {
  const result: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = result.at(-1);
    if (last === undefined || last.span.end < edit.span.start) {
      result.push(edit);
      continue;
    }
    if (last.span.end > edit.span.start) return undefined;
    result[result.length - 1] = {
      span: { start: last.span.start, end: edit.span.end },
      text: last.text + edit.text,
    };
  }
  return result;
}

function preferred({ fixes = [] }: FigureProblem): Fix[] {
  const fix = fixes.find((candidate) => candidate.preferred && candidate.edits.length > 0);
  return fix === undefined ? [] : [fix];
}

/** The place of the edit among `edits`; undefined where it touches one of them. */
function placeOf({ span }: TextEdit, edits: readonly TextEdit[]): number | undefined {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edits[middle]!.span.end < span.start) low = middle + 1;
    else high = middle;
  }
  const next = edits[low];
  return next !== undefined && next.span.start <= span.end ? undefined : low;
}
