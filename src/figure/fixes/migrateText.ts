import type { Json } from "../model/figure.ts";
import { type FigurePath, valueAt } from "../model/path.ts";
import { applyEdits, type TextEdit } from "../model/fix.ts";
import { migrateFigure, type MigrateOptions, migrationSteps } from "../migrate/migrate.ts";
import { finished } from "../text/steps/slices.ts";
import { nodeAt } from "../text/structure/structure.ts";
import type { FigureText } from "../text/structure/figureText.ts";
import { figureOf, isFigureText, readFigureText } from "../text/structure/figureText.ts";
import { readFigureValue } from "./tree/figureValue.ts";
import { TreeEdits } from "./tree/treeEdits.ts";
import { sameJson } from "../model/sameJson.ts";
import { changeSteps, changeValue } from "./tree/valueDiff.ts";

export interface TextMigration {
  readonly edits: readonly TextEdit[];
  /** The changes, a whole sentence for each kind. */
  readonly notes: readonly string[];
}

/** The version of Plotly whose defaults are written where the figure leaves a value out. */
export type MigrateTextOptions = Pick<MigrateOptions, "writtenFor" | "otherwise">;

/**
 * The edits that bring a figure up to date and change nothing else. Transforms are computed where all their data is in
 * the file, and stay where it is not. Undefined where there is nothing to do or the text is no figure.
 */
export function migrateText(file: FigureText, options: MigrateTextOptions = {}): TextMigration | undefined {
  return finished(migrateTextSteps(file, options));
}

/** `migrateText` with pauses, so that a large figure keeps nobody waiting. */
export function* migrateTextSteps(
  file: FigureText,
  options: MigrateTextOptions = {},
): Generator<void, TextMigration | undefined> {
  const { root } = file.structure;
  if (root === undefined || !isFigureText(file)) return undefined;
  const figure = yield* readFigureValue(file.text, root);
  if (figure === undefined) return undefined;
  const { figure: migrated, notes } = yield* migrationSteps(figure, { ...options, keepUncomputed: true });
  if (migrated === figure) return undefined;
  const edits = new TreeEdits(file);
  yield* changeSteps(root, figure as Json, migrated as Json, edits);
  const made = yield* edits.editsInSteps();
  return made.length === 0 ? undefined : { edits: made, notes };
}

/**
 * `migrateText` for the value at `path` alone: an axis's title, a trace. Undefined where it needs no change, or where
 * the rest of the figure must change with it, as with a map and its traces.
 */
export function migratePart(file: FigureText, path: FigurePath): TextMigration | undefined {
  const figure = figureOf(file);
  if (figure === undefined) return undefined;
  const { figure: whole, defaults } = migrateFigure(figure, { keepUncomputed: true });
  const node = nodeAt(file.structure, path);
  const before = valueAt(figure, path);
  const after = valueAt(whole, path);
  if (node === undefined || before === undefined || after === undefined || sameJson(before, after)) return undefined;
  const tree = new TreeEdits(file);
  changeValue(node, before, after, tree);
  const edits = tree.edits();
  // What is left to do must lead to the same figure, or the parts belong together.
  const changed = figureOf(readFigureText(applyEdits(file.text, edits)));
  if (changed === undefined) return undefined;
  // The part may be the one that shows the figure's age.
  const rest = migrateFigure(changed, { keepUncomputed: true, writtenFor: defaults?.writtenFor });
  if (!sameJson(rest.figure as Json, whole as Json)) return undefined;
  return { edits, notes: [] };
}
