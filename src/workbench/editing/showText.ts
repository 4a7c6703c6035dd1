import { type TextDocument, type TextDocumentShowOptions, type TextEditor, window } from "vscode";
import { pause } from "../tasks/pause.ts";

/** After so many milliseconds VS Code has heard where the keyboard was, also in a window with much to do. */
const LATE = 2000;

/** Shows a text for a drawing that may have the keyboard, and keeps the text the active editor from then on. */
export async function showText(document: TextDocument, options: TextDocumentShowOptions): Promise<void> {
  keepActive(await window.showTextDocument(document, options), options);
}

/**
 * Keeps a text that was just shown the active editor. VS Code looks four times a second whether the keyboard is in a webview.
 * When it hears so after the text was shown, it takes the webview for the active editor again: what the person then types
 * goes to the text, but Save goes to the drawing.
 */
export function keepActive(editor: TextEditor, { preview = true }: TextDocumentShowOptions, milliseconds = LATE): void {
  const isBehind = () => window.tabGroups.activeTabGroup.viewColumn !== editor.viewColumn;
  const showAgain = async () => {
    const { document, viewColumn } = editor;
    await window.showTextDocument(document, { preview, ...(viewColumn && { viewColumn }) });
  };
  const look = async () => {
    if (!isBehind()) return;
    // Which group is the active one is said before which text has the keyboard.
    await pause(50);
    // VS Code names as the active text editor the one that has the keyboard, in whichever group that is.
    if (isBehind() && window.activeTextEditor === editor) await showAgain();
  };
  const quietly = (done: Promise<void>) => void done.catch(() => undefined);
  const listening = window.tabGroups.onDidChangeTabGroups(() => quietly(look()));
  setTimeout(() => listening.dispose(), milliseconds);
  // Nobody has gone elsewhere yet.
  if (isBehind()) quietly(showAgain());
}
