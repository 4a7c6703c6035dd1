import { TabInputCustom, TabInputText, type Uri, window } from "vscode";

/** The file of the active tab, drawn or as text. */
export function activeUri(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputText || input instanceof TabInputCustom ? input.uri : undefined;
}
