import { CodeAction, CodeActionKind, type Range, type TextDocument } from "vscode";
import { movableArrays } from "../../figure/fixes/gridMove.ts";
import { inlinableReferences } from "../../figure/fixes/inlineText.ts";
import { arrayAt } from "../../figure/fixes/fixesOf.ts";
import { mayBeTyped, toPlainLists, toTypedArrays } from "../../figure/fixes/arrayEncoding.ts";
import type { DataArray } from "../../figure/text/outline/outline.ts";
import type { FigureText } from "../../figure/text/structure/figureText.ts";
import { commands as commandIds } from "../../manifest.ts";
import { formatCount } from "../../figure/model/counts.ts";
import { LazyAction } from "./lazyAction.ts";

const kind = CodeActionKind.RefactorRewrite;

/** What can be done with the array or the reference at the cursor, though nothing is wrong with it. */
export function refactorings(document: TextDocument, file: FigureText, range: Range): CodeAction[] {
  if (file.outline.syntax.length > 0) return [];
  const offset = document.offsetAt(range.start);
  const array = arrayAt(file, offset);
  if (array !== undefined) return [...rewriteActions(document, file, array), ...moveActions(document, file, array)];
  const references = inlinableReferences(file.outline);
  const reference = references.find(({ key, value }) => key.start <= offset && offset <= value.end);
  if (reference === undefined) return [];
  return [
    asking("Put the column's values here", commandIds.inlineReferences, [document.uri, reference.path]),
    ...(references.length < 2
      ? []
      : [asking(`Inline all ${references.length} references`, commandIds.inlineReferences, [document.uri])]),
  ];
}

function rewriteActions(document: TextDocument, file: FigureText, array: DataArray): CodeAction[] {
  const { arrays } = file.outline;
  if (array.encoding === "base64") {
    const all = arrays.filter(({ encoding }) => encoding === "base64");
    return lazily(document, "Write as a list of numbers", "as lists of numbers", array, all, (some) =>
      toPlainLists(file, some),
    );
  }
  if (!mayBeTyped(array)) return [];
  const all = arrays.filter((each) => mayBeTyped(each));
  return lazily(document, "Write as a typed array (base64)", "as typed arrays", array, all, (some) =>
    toTypedArrays(file, some),
  );
}

function lazily(
  document: TextDocument,
  title: string,
  manner: string,
  one: DataArray,
  all: readonly DataArray[],
  rewrite: (arrays: readonly DataArray[]) => ReturnType<typeof toPlainLists>,
): CodeAction[] {
  const actions = [new LazyAction(title, kind, document, () => rewrite([one]).edits)];
  if (all.length > 1)
    actions.push(new LazyAction(`Write all ${all.length} arrays ${manner}`, kind, document, () => rewrite(all).edits));
  return actions;
}

function moveActions(document: TextDocument, { outline }: FigureText, array: DataArray): CodeAction[] {
  const all = movableArrays(outline);
  if (!all.includes(array)) return [];
  const trace = array.path.slice(0, array.path[0] === "frames" ? 4 : 2);
  const own = movableArrays(outline, trace);
  const actions = [asking("Move this array to a grid…", commandIds.moveArrays, [document.uri, array.path])];
  if (own.length > 1)
    actions.push(
      asking(`Move the trace's ${own.length} arrays to a grid…`, commandIds.moveArrays, [document.uri, trace]),
    );
  if (all.length > own.length)
    actions.push(
      asking(`Move all ${formatCount(all.length, "array")} to a grid…`, commandIds.moveArrays, [document.uri]),
    );
  return actions;
}

/** An action that runs a command. What asks a server is a command, with progress that can be cancelled. */
function asking(title: string, command: string, args: unknown[]): CodeAction {
  const action = new CodeAction(title, kind);
  action.command = { command, title, arguments: args };
  return action;
}
