import { TreeItem, TreeItemCollapsibleState } from "vscode";
import type { PlotListing } from "./plotListing.ts";
import type { PlotListKind } from "./plotListKind.ts";

/** The last row of a server's plots where there are more. */
export function loadMoreItem(
  { server, items }: PlotListing,
  { id, loadMoreCommand }: Pick<PlotListKind, "id" | "loadMoreCommand">,
): TreeItem {
  const item = new TreeItem("Load more", TreeItemCollapsibleState.None);
  item.id = `${id}/${server.id}/load-more`;
  item.description = `${items.length} so far`;
  item.contextValue = "load-more";
  item.tooltip = "Read the next page";
  item.command = { command: loadMoreCommand, title: "Load More", arguments: [server] };
  item.accessibilityInformation = { label: `Load more plots, ${items.length} so far`, role: "button" };
  return item;
}
