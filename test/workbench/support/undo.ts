import { commands, type TextDocument } from "vscode";

/**
 * Gives the command until the document has this text. VS Code drops it without a word while the keyboard is on its way to an
 * editor that was just opened, which takes long on a busy machine.
 */
export async function untilText(command: "undo" | "redo", document: TextDocument, text: string): Promise<void> {
  do await commands.executeCommand(command);
  while (document.getText() !== text && (await later()));
}

const later = () => new Promise<true>((resolve) => setTimeout(resolve, 50, true));
