import type { TextEdit } from "../model/fix.ts";
import { type FigurePath, formatPath } from "../model/path.ts";
import { formatOf } from "../fixes/tree/format.ts";
import type { FigureText } from "../text/structure/figureText.ts";
import { type FigureNode, member } from "../text/structure/structure.ts";
import { Draft } from "./draft/draft.ts";
import type { ExactEdit } from "./draft/exactEdit.ts";
import type { FigureEdit } from "./edit.ts";
import { Plan } from "./plan.ts";

/** What edits make of a text: its small edits, in the order of the text, none touching another; or why there are none. */
export type Edited =
  | {
      readonly ok: true;
      readonly edits: readonly TextEdit[];
      /**
       * What gives the text back to the letter, when it is made of the text that the edits lead to. It can also be made when
       * other edits were made since: what is no longer there then is refused.
       */
      readonly opposites: readonly ExactEdit[];
    }
  | {
      readonly ok: false;
      /** A whole sentence for the person. */
      readonly sentence: string;
    };

/**
 * The changes of a file's text that make these edits of its figure, one after the other, all or none. What they do not
 * touch is neither read nor written. A value that stands there already is no change.
 *
 * `base` leads from the file's root to the figure; empty for the figure that the scan found.
 */
export function* editText(
  file: FigureText,
  base: FigurePath,
  edits: readonly (FigureEdit | ExactEdit)[],
): Generator<void, Edited> {
  const opened = openFigure(file, base);
  if (typeof opened === "string") return { ok: false, sentence: opened };
  const { draft, plan } = opened;
  for (const edit of edits) {
    const sentence = yield* plan.make(edit);
    if (sentence !== undefined) return { ok: false, sentence: `Nothing was changed. ${sentence}` };
    yield;
  }
  return { ok: true, edits: draft.edits(), opposites: plan.opposites };
}

/** A figure's text ready to be edited, or a sentence about why it cannot be. `base` is that of `editText`. */
export function openFigure(
  file: FigureText,
  base: FigurePath,
): { readonly draft: Draft; readonly plan: Plan } | string {
  const figure = figureIn(file, base);
  if (typeof figure === "string") return figure;
  const draft = new Draft(file.text, figure);
  return { draft, plan: new Plan(draft, formatOf(file)) };
}

/** The figure in the structure of its file, or a sentence about why it cannot be edited. */
function figureIn({ outline, structure }: FigureText, base: FigurePath): FigureNode | string {
  const [fault] = outline.syntax;
  if (fault !== undefined)
    return `The text has a mistake, and can be edited by hand once that is mended. ${fault.message}`;
  const { within } = outline;
  if (within !== undefined && within.how !== "value")
    return "The figure is in a text within the file, where it cannot be edited. Save it as a file of its own first.";
  let node = structure.root;
  // The structure of a file whose figure is a part of it begins at that figure.
  const way = within?.path ?? [];
  const isBeyond = base.length >= way.length && way.every((step, index) => step === base[index]);
  for (const step of isBeyond ? base.slice(way.length) : base) node = node && member(node, step);
  if (node?.kind === "object" && (isBeyond || base.length === 0)) return node;
  return base.length === 0 ? "The file has no figure." : `There is no figure at \`${formatPath(base)}\`.`;
}
