import { commands, Disposable, TabInputCustom, type Uri, window } from "vscode";
import { commands as commandIds, contextKeys, viewTypes } from "../../manifest.ts";
import { activeUri } from "../editing/activeUri.ts";
import { editCopy } from "./editCopy.ts";
import type { EditedFigures } from "./editedFigures.ts";
import type { PageEdits } from "./pageEdits.ts";

/** The drawing that the person works with. */
export interface ActiveDrawing {
  readonly active: { readonly edits: PageEdits } | undefined;
}

/** Registers the commands that begin and end editing on the drawing, and keeps the key that chooses between them. */
export function registerHandEdits(drawings: ActiveDrawing, edited: EditedFigures): Disposable {
  let told: boolean | undefined;
  const tell = (): void => {
    const input = window.tabGroups.activeTabGroup.activeTab?.input;
    const isEditing =
      input instanceof TabInputCustom && input.viewType === viewTypes.figureText && edited.has(input.uri);
    if (isEditing !== told) void commands.executeCommand("setContext", contextKeys.isEditing, isEditing);
    told = isEditing;
  };
  tell();
  return Disposable.from(
    window.tabGroups.onDidChangeTabs(tell),
    window.tabGroups.onDidChangeTabGroups(tell),
    edited.onDidChange(tell),
    commands.registerCommand(commandIds.editFigure, () => drawings.active?.edits.switch(true)),
    commands.registerCommand(commandIds.stopEditing, () => drawings.active?.edits.switch(false)),
    commands.registerCommand(commandIds.keepView, () => drawings.active?.edits.askForView()),
    commands.registerCommand(commandIds.editCopy, (uri?: Uri) => editCopy(uri ?? activeUri())),
  );
}
