import { TreeItem, TreeItemCollapsibleState } from "vscode";
import { commands as commandIds, views } from "../../manifest.ts";
import type { FileListing } from "./fileListing.ts";

/** The last row of a list that has more pages. */
export class MoreItem extends TreeItem {
  readonly listing: FileListing;
  readonly above: TreeItem | undefined;

  constructor(listing: FileListing, above: TreeItem | undefined) {
    super("Load more", TreeItemCollapsibleState.None);
    this.listing = listing;
    this.above = above;
    this.id = `${above?.id ?? views.myPlots}/load-more`;
    this.description = `${listing.files.length} so far`;
    this.contextValue = "load-more";
    this.command = { command: commandIds.loadMoreFiles, title: "Load More", arguments: [this] };
    this.accessibilityInformation = { label: `Load more, ${listing.files.length} so far`, role: "button" };
  }
}
