import { type CancellationToken, MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import { fileLabel, type FileMetadata, hasStarOf, ownerOf } from "../../plotsApi/bodies/file.ts";
import { sharingOf } from "../../plotsApi/bodies/sharing.ts";
import { gridUri } from "../addresses/gridUri.ts";
import { plotUri } from "../addresses/plotUri.ts";
import { pictureOf } from "./plotItem.ts";
import type { Connection } from "../servers/connection.ts";

/** The list that an item stands in: the files, those with a star, or the trash. */
export type Shelf = "files" | "starred" | "trash";

export type FileKind = "plot" | "grid" | "folder" | "other";

/** A plot, a grid or a folder of a server. */
export class FileItem extends TreeItem {
  readonly file: FileMetadata;
  readonly connection: Connection;
  readonly shelf: Shelf;
  readonly above: TreeItem | undefined;

  constructor(file: FileMetadata, connection: Connection, shelf: Shelf, above: TreeItem | undefined, viewId: string) {
    const name = fileLabel(file);
    const kind = kindOf(file);
    super(name, kind === "folder" ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
    this.file = file;
    this.connection = connection;
    this.shelf = shelf;
    this.above = above;
    // A file can stand in several places at once.
    this.id = `${above?.id ?? `${viewId}/${connection.id}`}/${shelf}/${file.fid}`;
    this.iconPath = kind === "folder" ? ThemeIcon.Folder : new ThemeIcon(icons[kind]);
    this.description = describe(this);
    this.contextValue =
      shelf === "trash"
        ? `trashed.${kind}`
        : `${this.isMine ? "mine" : "theirs"}.${kind}.${this.hasStar ? "starred" : "plain"}`;
    const uri = documentOf(file, connection);
    if (uri !== undefined && shelf !== "trash") {
      this.command = { command: "vscode.open", title: kind === "grid" ? "Open Grid" : "Open Plot", arguments: [uri] };
    }
    this.accessibilityInformation = { label: [name, kindNames[kind], this.description].filter(Boolean).join(", ") };
  }

  get isMine(): boolean {
    return ownerOf(this.file) === this.connection.username;
  }

  get hasStar(): boolean {
    return hasStarOf(this.file, this.connection.username ?? "");
  }

  async resolveTooltip(token: CancellationToken): Promise<MarkdownString> {
    const { file, connection } = this;
    const text = new MarkdownString();
    const picture = kindOf(file) === "plot" ? await pictureOf(connection, file.fid, token) : undefined;
    if (picture !== undefined) text.appendMarkdown(`![Picture of the plot](${picture}|width=320)\n\n`);
    text.appendMarkdown("**").appendText(fileLabel(file)).appendMarkdown("**\n\n");
    const facts = [
      [kindNames[kindOf(file)], this.isMine ? sharings[sharingOf(file)] : `of ${ownerOf(file)}`].join(" · "),
      [dateOf("created", file.creation_time), dateOf("changed", file.date_modified)].filter(Boolean).join(" · "),
      `${file.fid} on ${connection.label}`,
    ];
    for (const fact of facts) if (fact !== "") text.appendText(fact).appendMarkdown("  \n");
    return text;
  }
}

const icons = { plot: "graph", grid: "table", other: "file" } as const;
const kindNames: Readonly<Record<FileKind, string>> = { plot: "plot", grid: "grid", folder: "folder", other: "file" };
export const sharings = { public: "public", private: "private", secret: "secret link" } as const;

export function kindOf(file: FileMetadata): FileKind {
  if (isFolder(file)) return "folder";
  return file.filetype === "plot" || file.filetype === "grid" ? file.filetype : "other";
}

/** The address of the document that shows a plot or grid; undefined for other files. */
export function documentOf(file: FileMetadata, { id }: Connection) {
  const kind = kindOf(file);
  if (kind === "plot") return plotUri(id, file.fid, file.filename ?? "");
  return kind === "grid" ? gridUri(id, file.fid, file.filename ?? "") : undefined;
}

/** The item's description: how the file is shared and whether it has a star. Private and no star need no word. */
function describe(item: FileItem): string {
  const { file, shelf } = item;
  const sharing = item.isMine ? sharingOf(file) : "private";
  return [
    item.isMine ? "" : ownerOf(file),
    item.hasStar && shelf === "files" ? "★" : "",
    sharing === "private" || kindOf(file) === "folder" ? "" : sharings[sharing],
  ]
    .filter(Boolean)
    .join(" · ");
}

function dateOf(what: string, time: string | null | undefined): string {
  return time ? `${what} ${time.slice(0, 10)}` : "";
}

export function isFolder({ filetype }: FileMetadata): boolean {
  return filetype === "fold";
}
