import { commands, type Tab, TabInputCustom, TabInputText, type Uri, ViewColumn, window } from "vscode";
import { activeUri } from "../editing/activeUri.ts";
import { drawingEditor } from "./drawingEditor.ts";

/** Opens the drawing of a figure: beside its text where the person looks at that, or else in the active group. */
export async function openDrawing(uri: Uri | undefined): Promise<void> {
  if (uri === undefined) return;
  const beside = uri.toString() === activeUri()?.toString();
  const viewType = drawingEditor(uri);
  await commands.executeCommand("vscode.openWith", uri, viewType, beside ? ViewColumn.Beside : ViewColumn.Active);
}

/** Replaces the text by its drawing, or the drawing by its text. */
export async function switchDrawing(): Promise<void> {
  const before = window.tabGroups.activeTabGroup.activeTab;
  const uri = activeUri();
  if (before === undefined || uri === undefined) return;
  const isDrawn = before.input instanceof TabInputCustom;
  const viewType = isDrawn ? "default" : drawingEditor(uri);
  await commands.executeCommand("vscode.openWith", uri, viewType, ViewColumn.Active);
  // Both have the same document, so closing one loses nothing that was typed.
  const left = window.tabGroups.activeTabGroup.tabs.find(
    (tab) =>
      !tab.isActive && isDrawn === tab.input instanceof TabInputCustom && uriOf(tab)?.toString() === uri.toString(),
  );
  if (left !== undefined) await window.tabGroups.close(left, true);
}

function uriOf({ input }: Tab): Uri | undefined {
  return input instanceof TabInputCustom || input instanceof TabInputText ? input.uri : undefined;
}
