import { DataTransferItem, type DataTransfer, type TreeDragAndDropController, type TreeItem, window } from "vscode";
import { views } from "../../manifest.ts";
import { folderNumber, HOME } from "../../plotsApi/bodies/file.ts";
import { ServerItem } from "../treeItems/serverItem.ts";
import { type ActionParts, actOnEach, topmost } from "./fileActions.ts";
import { moveTo } from "./fileCommands.ts";
import { documentOf, FileItem, kindOf } from "../treeItems/fileItem.ts";
import { ShelfItem } from "./shelfItem.ts";

const mimeType = `application/vnd.code.tree.${views.myPlots.toLowerCase()}`;

/** The server and the folder, by its number, or the shelf that files were dropped on. */
interface Target {
  readonly server: string;
  readonly to: number | "starred" | "trash";
}

/** Moves files of "My Plots" by mouse: into folders, to the trash and out of it, to the starred files, and into editors. */
export class FileDrag implements TreeDragAndDropController<TreeItem> {
  readonly dragMimeTypes = [mimeType, "text/uri-list"];
  readonly dropMimeTypes = [mimeType];
  readonly #parts: ActionParts;
  /** The only server, whose files stand at the root. */
  readonly #onlyServer: () => string | undefined;

  constructor(parts: ActionParts, onlyServer: () => string | undefined) {
    this.#parts = parts;
    this.#onlyServer = onlyServer;
  }

  handleDrag(source: readonly TreeItem[], transfer: DataTransfer): void {
    const items = source.filter((item) => item instanceof FileItem);
    if (items.length === 0) return;
    transfer.set(mimeType, new DataTransferItem(items));
    const uris = items.flatMap(({ file, connection }) => documentOf(file, connection) ?? []);
    if (uris.length > 0) transfer.set("text/uri-list", new DataTransferItem(uris.map(String).join("\r\n")));
  }

  async handleDrop(onto: TreeItem | undefined, transfer: DataTransfer): Promise<void> {
    const dragged: unknown = transfer.get(mimeType)?.value;
    const items = Array.isArray(dragged) ? dragged.filter((item) => item instanceof FileItem) : [];
    const target = this.#targetOf(onto);
    if (items.length === 0 || target === undefined) return;
    if (items.some(({ connection }) => connection.id !== target.server)) {
      void window.showWarningMessage(
        "Files cannot be moved from one server to another. Open the plot there and use Create Plot.",
      );
      return;
    }
    await this.#drop(topmost(items), target.to);
  }

  async #drop(items: readonly FileItem[], to: Target["to"]): Promise<void> {
    const trashed = items.filter(({ shelf }) => shelf === "trash");
    const others = items.filter(({ shelf, isMine }) => shelf !== "trash" && isMine);
    if (to === "starred") {
      const plain = items.filter((item) => item.shelf === "files" && !item.hasStar);
      await actOnEach("Starring", plain, ({ files }, { file }, signal) => files.star(file.fid, signal), this.#parts);
      return;
    }
    if (to === "trash") {
      await actOnEach(
        "Moving to the trash:",
        others,
        ({ files }, { file }, signal) => files.trash(file.fid, signal),
        this.#parts,
      );
      return;
    }
    if (trashed.length > 0) {
      await actOnEach(
        "Restoring",
        trashed,
        async ({ files }, { file }, signal) => {
          const restored = await files.restore(file.fid, signal);
          return restored.ok ? files.move(file.fid, to, signal) : restored;
        },
        this.#parts,
      );
    }
    if (others.length > 0) await moveTo(to, others, this.#parts);
  }

  #targetOf(onto: TreeItem | undefined): Target | undefined {
    if (onto instanceof ShelfItem) return { server: onto.server.id, to: onto.shelf };
    if (onto instanceof ServerItem) return { server: onto.server.id, to: HOME };
    if (onto instanceof FileItem) return targetAt(onto);
    const only = this.#onlyServer();
    return only === undefined ? undefined : { server: only, to: HOME };
  }
}

/** The place that a row stands for. A file stands for the folder that it is in. */
function targetAt({ file, shelf, connection: { id } }: FileItem): Target | undefined {
  if (shelf !== "files") return { server: id, to: shelf };
  return { server: id, to: kindOf(file) === "folder" ? folderNumber(file) : (file.parent ?? HOME) };
}
