import type { Json } from "../model/figure.ts";
import type { TextEdit } from "../model/fix.ts";
import { migrationSteps, pinnedFigure } from "../migrate/migrate.ts";
import { isFigureText, readFigureTextInSteps } from "../text/structure/figureText.ts";
import { EditedText } from "./editedText.ts";
import { readFigureValue } from "./tree/figureValue.ts";
import type { MigrateTextOptions } from "./migrateText.ts";
import { TreeEdits } from "./tree/treeEdits.ts";
import { changeSteps } from "./tree/valueDiff.ts";

/**
 * The edits of `after` that write the defaults of Plotly before 4, where `before` was drawn with them and `after` no
 * longer would be, because fixes removed the last sign of the figure's age. Empty where nothing is lost.
 */
export function* keptDefaults(
  before: string,
  after: string,
  options: MigrateTextOptions = {},
): Generator<unknown, readonly TextEdit[]> {
  if ((yield* writtenFor(before, options))?.drawnFor !== "before-4") return [];
  const now = yield* writtenFor(after, options);
  if (now?.drawnFor !== "newest") return [];
  const { file, root, figure } = now;
  const edits = new TreeEdits(file);
  yield* changeSteps(root, figure as Json, pinnedFigure(figure) as Json, edits);
  return yield* edits.editsInSteps();
}

/** Adds to the edits of a text those that keep the defaults with which its figure is drawn. Works in steps. */
export function* withKeptDefaults(
  text: string,
  edits: readonly TextEdit[],
  options: MigrateTextOptions = {},
): Generator<unknown, readonly TextEdit[]> {
  const edited = new EditedText(text);
  edited.apply(edits);
  const more = yield* keptDefaults(text, edited.text, options);
  if (more.length === 0) return edits;
  edited.apply(more);
  return edited.edits();
}

/** Whose defaults the text's figure is drawn with, where that makes a difference. */
function* writtenFor(text: string, options: MigrateTextOptions) {
  const file = yield* readFigureTextInSteps(text);
  const { root } = file.structure;
  if (root === undefined || !isFigureText(file)) return undefined;
  const figure = yield* readFigureValue(text, root);
  if (figure === undefined) return undefined;
  const { defaults } = yield* migrationSteps(figure, { ...options, keepUncomputed: true });
  return defaults && { file, root, figure, drawnFor: defaults.writtenFor };
}
