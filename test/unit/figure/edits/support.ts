import assert from "node:assert/strict";
import { editText } from "../../../../src/figure/edits/editText.ts";
import type { ExactEdit } from "../../../../src/figure/edits/draft/exactEdit.ts";
import type { FigureEdit } from "../../../../src/figure/edits/edit.ts";
import { applyEdits, type TextEdit } from "../../../../src/figure/model/fix.ts";
import type { FigurePath } from "../../../../src/figure/model/path.ts";
import { finished } from "../../../../src/figure/text/steps/slices.ts";
import { readFigureText } from "../../../../src/figure/text/structure/figureText.ts";

/** The text after the edits, what takes them back, and the small edits that they were. */
export interface Changed {
  readonly text: string;
  readonly opposites: readonly ExactEdit[];
  readonly edits: readonly TextEdit[];
}

/** Makes the edits, which must be possible, and holds that the small ones are in order and apart. */
export function changed(text: string, edits: readonly (FigureEdit | ExactEdit)[], base: FigurePath = []): Changed {
  const result = finished(editText(readFigureText(text), base, edits));
  assert.ok(result.ok, result.ok ? "" : result.sentence);
  for (const [index, { span }] of result.edits.entries())
    assert.ok(index === 0 || result.edits[index - 1]!.span.end < span.start);
  return { text: applyEdits(text, result.edits), opposites: result.opposites, edits: result.edits };
}

/** As `changed`, and holds that the opposites give the first text back to the letter. */
export function edited(text: string, edits: readonly (FigureEdit | ExactEdit)[], base: FigurePath = []): string {
  const { text: after, opposites } = changed(text, edits, base);
  assert.doesNotThrow(() => JSON.parse(after.replace(/^\uFEFF/, "")), after);
  assert.equal(changed(after, opposites, base).text, text);
  return after;
}

/** The sentence of edits that cannot be made. */
export function refused(text: string, edits: readonly (FigureEdit | ExactEdit)[], base: FigurePath = []): string {
  const result = finished(editText(readFigureText(text), base, edits));
  assert.ok(!result.ok, "The edits were made.");
  return result.sentence;
}
