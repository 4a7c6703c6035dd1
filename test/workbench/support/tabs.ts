import { type Tab, TabInputCustom, TabInputText, type Uri, window } from "vscode";
import { until } from "./events.ts";

/** The tab in which this editor shows this file, once it is there. */
export async function customTab(uri: Uri, viewType: string): Promise<Tab> {
  return tabWhere(
    ({ input }) =>
      input instanceof TabInputCustom && input.uri.toString() === uri.toString() && input.viewType === viewType,
  );
}

/** The tab in which the text editor shows this file, once it is there. */
export async function textTab(uri: Uri): Promise<Tab> {
  return tabWhere(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());
}

export async function closeTabs(): Promise<void> {
  await window.tabGroups.close(window.tabGroups.all.flatMap(({ tabs }) => tabs));
}

async function tabWhere(wanted: (tab: Tab) => boolean): Promise<Tab> {
  const find = () => window.tabGroups.all.flatMap(({ tabs }) => tabs).find(wanted);
  await until(() => find() !== undefined, window.tabGroups.onDidChangeTabs, window.tabGroups.onDidChangeTabGroups);
  return find()!;
}
