import type { FigureEdit } from "../../figure/edits/edit.ts";
import { readFigureValue } from "../../figure/fixes/tree/figureValue.ts";
import { TreeEdits } from "../../figure/fixes/tree/treeEdits.ts";
import { changeSteps } from "../../figure/fixes/tree/valueDiff.ts";
import type { TextEdit } from "../../figure/model/fix.ts";
import type { Json } from "../../figure/model/figure.ts";
import type { FigurePath } from "../../figure/model/path.ts";
import type { FigureText } from "../../figure/text/structure/figureText.ts";
import { nodeAt } from "../../figure/text/structure/structure.ts";

type Container = { [key: string]: unknown } | unknown[];

/** The changes of the text that edits of the figure at `base` are; undefined where the text is no JSON. */
export function* editedValue(
  file: FigureText,
  base: FigurePath,
  edits: readonly FigureEdit[],
): Generator<void, TextEdit[] | undefined> {
  const root = nodeAt(file.structure, base);
  const before = root && (yield* readFigureValue(file.text, root));
  if (root === undefined || before === undefined) return undefined;
  const after = structuredClone(before) as unknown as Container;
  for (const edit of edits) apply(after, edit);
  const changes = new TreeEdits(file);
  yield* changeSteps(root, before as Json, after as Json, changes);
  return yield* changes.editsInSteps();
}

function apply(figure: Container, edit: FigureEdit): void {
  const last = edit.path.at(-1);
  if (last === undefined) return;
  let here: Container = figure;
  edit.path.slice(0, -1).forEach((step, at) => {
    const next = edit.path[at + 1];
    const of = here as { [key: string]: unknown };
    const value = of[step];
    const isThere = typeof value === "object" && value !== null;
    if (!isThere)
      of[step] = typeof next === "number" ? [] : typeof value === "string" && step === "title" ? { text: value } : {};
    here = of[step] as Container;
  });
  const of = here as { [key: string]: unknown };
  if (edit.act === "set") of[last] = edit.value;
  else if (edit.act === "remove") {
    if (Array.isArray(here)) here.splice(Number(last), 1);
    else delete of[last];
  } else if (Array.isArray(here)) {
    const [moved] = edit.act === "move" ? here.splice(Number(last), 1) : [edit.value];
    here.splice(edit.act === "move" ? edit.to : Number(last), 0, moved);
  }
}
