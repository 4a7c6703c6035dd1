import { type Tab, TabInputCustom, TabInputText, TabInputTextDiff, type Uri, type ViewColumn, window } from "vscode";
import { drawsBytes } from "./drawingEditor.ts";

/** The tabs in which a file can be changed or is drawn, whatever their editor. */
export function tabsOf(uri: Uri): Tab[] {
  const key = uri.toString();
  return window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => uriOf(input)?.toString() === key);
}

/**
 * The tab that draws a file's bytes, the one that the person looks at before others. Undefined where a tab shows the text
 * of the file, or none shows its bytes. With `column`, only that group counts, and texts do not matter.
 */
export function bytesTabOf(uri: Uri, column?: ViewColumn): Tab | undefined {
  const tabs = tabsOf(uri);
  const drawn = tabs.filter(({ input }) => input instanceof TabInputCustom && drawsBytes(input.viewType));
  if (column !== undefined) return drawn.find(({ group }) => group.viewColumn === column);
  if (drawn.length < tabs.length) return undefined;
  return (
    drawn.find(({ isActive, group }) => isActive && group.isActive) ??
    drawn.find(({ isActive }) => isActive) ??
    drawn[0]
  );
}

function uriOf(input: unknown): Uri | undefined {
  if (input instanceof TabInputText || input instanceof TabInputCustom) return input.uri;
  return input instanceof TabInputTextDiff ? input.modified : undefined;
}
