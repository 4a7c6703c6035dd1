import { MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri, workspace } from "vscode";
import type { Outline } from "../../figure/text/outline/outline.ts";
import { commands, figureFilePattern } from "../../manifest.ts";
import { toBase64 } from "../treeItems/base64.ts";

/** A folder of the view, with the figures below it. */
export class FolderNode {
  readonly uri: Uri;
  readonly label: string;
  readonly children: readonly FigureTreeNode[];
  readonly open: boolean;

  constructor(uri: Uri, label: string, children: readonly FigureTreeNode[], open: boolean) {
    this.uri = uri;
    this.label = label;
    this.children = children;
    this.open = open;
  }
}

/** A folder, or a figure as its address, so that every command for files works on its row. */
export type FigureTreeNode = FolderNode | Uri;

/** Makes the row of a node. Its resource lets VS Code show problems and the Git state as in the explorer. */
export function itemOf(node: FigureTreeNode): TreeItem {
  if (node instanceof FolderNode) {
    const { uri, label, open } = node;
    const item = new TreeItem(label, open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
    item.id = `folder ${uri.toString()}`;
    item.resourceUri = uri;
    item.iconPath = ThemeIcon.Folder;
    item.contextValue = "folder";
    item.tooltip = workspace.asRelativePath(uri);
    return item;
  }
  const item = new TreeItem(node, TreeItemCollapsibleState.None);
  item.id = node.toString();
  item.iconPath = new ThemeIcon("graph");
  item.contextValue = "figure";
  // VS Code itself would show the text of any other JSON file.
  const open = figureFilePattern.test(node.path) ? "vscode.open" : commands.openPreview;
  item.command = { command: open, title: "Open Figure", arguments: [node] };
  return item;
}

export interface FigureFacts {
  /** The picture's PNG bytes. */
  readonly picture: Uint8Array | undefined;
  /** The facts that the beginning of the file tells. */
  readonly outline: Outline | undefined;
  /** The file's size in bytes. */
  readonly size: number;
}

/** Makes a row's tooltip: a picture where there is one, the path, the trace types, the size. */
export function tooltipOf(uri: Uri, { picture, outline, size }: FigureFacts): MarkdownString {
  const text = new MarkdownString();
  if (picture !== undefined) {
    text.appendMarkdown(`![Picture of the figure](data:image/png;base64,${toBase64(picture)}|width=320)\n\n`);
  }
  text.appendMarkdown("**").appendText(workspace.asRelativePath(uri)).appendMarkdown("**\n\n");
  const types = new Set(outline?.traces.filter(({ path }) => path[0] === "data").map(({ drawnAs }) => drawnAs));
  for (const fact of [[...types].join(", "), sizeText(size)]) {
    if (fact !== "") text.appendText(fact).appendMarkdown("  \n");
  }
  return text;
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [unit, value] = bytes < 1e6 ? ["KB", bytes / 1e3] : ["MB", bytes / 1e6];
  return `${value.toLocaleString("en-US", { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
}
