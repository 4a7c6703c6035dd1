import type { Fix, TextEdit } from "../fix.ts";
import type { FigureProblem } from "../problem.ts";
import { EditedText } from "./editedText.ts";

/** One fix may uncover what another mends; more rounds than this were never needed. */
const MOST_ROUNDS = 10;

export interface FixedText {
  readonly text: string;
  /** Of the text given. */
  readonly edits: readonly TextEdit[];
  /** Fixes that were applied. */
  readonly count: number;
}

/**
 * Applies every preferred fix, as one does by hand: those that do not touch each other at once, then what a new check
 * finds, until nothing is left to do. `problemsOf` checks a text.
 */
export function fixAll(text: string, problemsOf: (text: string) => readonly FigureProblem[]): FixedText {
  const edited = new EditedText(text);
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { edits, fixes } = preferredEdits(problemsOf(edited.text));
    if (fixes === 0) break;
    const before = edited.text;
    edited.apply(edits);
    count += fixes;
    if (edited.text === before) break;
  }
  return { text: edited.text, edits: edited.edits(), count };
}

/** The preferred fixes of these problems that can be applied together, the first of the text before the others. */
export function preferredEdits(problems: readonly FigureProblem[]): { edits: TextEdit[]; fixes: number } {
  /** In the order of the text, none touching another. */
  const edits: TextEdit[] = [];
  let fixes = 0;
  for (const fix of problems.flatMap(preferred)) {
    const places = fix.edits.map((edit) => placeOf(edit, edits));
    if (places.includes(undefined)) continue;
    for (const edit of fix.edits) {
      const place = placeOf(edit, edits);
      if (place !== undefined) edits.splice(place, 0, edit);
    }
    fixes++;
  }
  return { edits, fixes };
}

function preferred({ fixes = [] }: FigureProblem): Fix[] {
  const fix = fixes.find((candidate) => candidate.preferred && candidate.edits.length > 0);
  return fix === undefined ? [] : [fix];
}

/** Where the edit goes among `edits`; undefined where it touches one of them. */
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
