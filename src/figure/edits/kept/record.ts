import { type FigurePath, formatPath } from "../../model/path.ts";
import type { FigureText } from "../../text/structure/figureText.ts";
import type { Draft } from "../draft/draft.ts";
import { kindOf, textOf } from "../draft/part.ts";
import type { FigureEdit } from "../edit.ts";
import { openFigure } from "../editText.ts";
import type { Plan } from "../plan.ts";
import type { HandEdit } from "./handEdit.ts";
import { mergedEdits } from "./merge.ts";
import { signsOf, splitPath } from "./signs.ts";

/** The text of a whole part that was removed is kept up to this length; of a longer one, only what it was. */
const LONGEST_PART = 20_000;

/**
 * The edits as a list that outlives the figure's text, to be added to those before them with `mergedEdits`. `file` is the
 * figure before the edits. Undefined where they cannot be made.
 */
export function* handEditsOf(
  file: FigureText,
  base: FigurePath,
  edits: readonly FigureEdit[],
): Generator<void, readonly HandEdit[] | undefined> {
  const opened = openFigure(file, base);
  if (typeof opened === "string") return undefined;
  const { draft, plan } = opened;
  let kept: readonly HandEdit[] = [];
  for (const edit of edits) {
    const recording = yield* recordingOf(draft, plan, edit);
    if ((yield* plan.make(edit)) !== undefined) return undefined;
    const made = yield* recording();
    if (made !== undefined) kept = mergedEdits(kept, [made]);
  }
  return kept;
}

type Recording = () => Generator<void, HandEdit | undefined>;

/** Reads what an edit is about before it is made; the answer tells the hand edit behind it. */
function* recordingOf(draft: Draft, plan: Plan, edit: FigureEdit): Generator<void, Recording> {
  const { path } = edit;
  const last = path.at(-1);
  if (typeof last === "number" && isElement(draft, edit)) {
    const isThere = draft.find(path) !== undefined;
    if (edit.act === "insert" || !isThere) {
      return function* added() {
        return { part: signsOf(draft, path), attribute: "", after: (yield* plan.valueAt(path))! };
      };
    }
    const part = signsOf(draft, path);
    if (edit.act === "move") return told({ part, moved: { from: last, to: edit.to } });
    if (edit.act === "copy") return told({ part, copied: edit.to });
    const isLong = textOf(draft.find(path)!).length > LONGEST_PART;
    if (edit.act === "remove" && isLong) return told({ part, attribute: "", removed: true });
  }
  // A list of numbers or words changes as a whole.
  const isInList = typeof last === "number" && edit.act !== "set" && !isElement(draft, edit);
  const about = isInList ? path.slice(0, -1) : path;
  const before = yield* plan.valueAt(about);
  const { element, attribute } = splitPath(draft, about);
  const part = element === undefined ? undefined : signsOf(draft, element);
  return function* changed() {
    const after = edit.act === "remove" && !isInList ? undefined : yield* plan.valueAt(about);
    if (before === undefined && after === undefined) return undefined;
    return {
      ...(part !== undefined && { part }),
      attribute: formatPath(attribute),
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    };
  };
}

function told(edit: HandEdit): Recording {
  return function* made() {
    yield;
    return edit;
  };
}

/** Whether an edit is about an object in a list, as a whole. */
function isElement(draft: Draft, edit: FigureEdit): boolean {
  const there = draft.find(edit.path);
  if (edit.act === "insert" || (edit.act === "set" && there === undefined))
    return typeof edit.value === "object" && edit.value !== null && !Array.isArray(edit.value);
  return there !== undefined && kindOf(there) === "object";
}
