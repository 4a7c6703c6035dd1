import { commands } from "vscode";
import { activeUri } from "../editing/activeUri.ts";
import { openDocument } from "../figures/figureDocuments.ts";

/**
 * Saves the text of the figure whose bytes the person looks at. The editor of the bytes has nothing to save itself, but its
 * text may be changed: a moment ago by a command, so that the text's editor is still on its way to this tab, or in another tab.
 */
export async function saveText(): Promise<void> {
  const uri = activeUri();
  const document = uri && openDocument(uri);
  if (document?.isDirty === true) await document.save();
  else await commands.executeCommand("workbench.action.files.save");
}
