import { type TextDocument, window, WorkspaceEdit, workspace } from "vscode";
import type { TextEdit } from "../../figure/model/fix.ts";
import { refusalOf } from "../../figure/fixes/refusal.ts";
import { toRange } from "./ranges.ts";
import { fileName } from "./names.ts";
import { longWork } from "../tasks/longWork.ts";
import { plainWords } from "./plainWords.ts";

/** VS Code is slow with many edits, so that more than this are joined with their neighbours. */
const MOST_EDITS = 1000;

/** The edits of a document's present text as VS Code takes them. */
export function workspaceEdit(document: TextDocument, edits: readonly TextEdit[]): WorkspaceEdit {
  const result = new WorkspaceEdit();
  const few = edits.length > MOST_EDITS ? together(document.getText(), edits) : edits;
  for (const { span, text } of few) result.replace(document.uri, toRange(document, span), text);
  return result;
}

/**
 * Tries the edits, and gives them back where the document is JSON after them or was none before. Undefined where it would
 * be broken, which the person is told, where they gave up, and where they changed the document meanwhile.
 */
export async function soundEdits(
  document: TextDocument,
  edits: readonly TextEdit[],
): Promise<readonly TextEdit[] | undefined> {
  if (edits.length === 0) return edits;
  const { version } = document;
  const steps = refusalOf(document.getText(), edits);
  let done = false;
  const refusal = await longWork(
    `Trying the changes of ${fileName(document.uri)}`,
    ended(steps, () => (done = true)),
    () => document.version === version && !document.isClosed,
  );
  if (!done || document.version !== version) return undefined;
  if (refusal === undefined) return edits;
  void window.showErrorMessage(plainWords(refusal));
  return undefined;
}

/** Makes the edits, as one step of undo. False where VS Code refuses them, or where they would break the JSON. */
export async function makeEdits(document: TextDocument, edits: readonly TextEdit[]): Promise<boolean> {
  const sound = await soundEdits(document, edits);
  return sound !== undefined && (await workspace.applyEdit(workspaceEdit(document, sound)));
}

function* ended<T>(steps: Generator<unknown, T>, end: () => void): Generator<unknown, T> {
  const result = yield* steps;
  end();
  return result;
}

/** Joins neighbours, with the text between them, until there are few enough edits. */
function together(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const size = Math.ceil(edits.length / MOST_EDITS);
  const result: TextEdit[] = [];
  for (let first = 0; first < edits.length; first += size) {
    const part = edits.slice(first, first + size);
    const start = part[0]!.span.start;
    let at = start;
    let put = "";
    for (const { span, text: inserted } of part) {
      put += text.slice(at, span.start) + inserted;
      at = span.end;
    }
    result.push({ span: { start, end: at }, text: put });
  }
  return result;
}
