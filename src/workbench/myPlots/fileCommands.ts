import { commands, Disposable, window } from "vscode";
import { commands as commandIds } from "../../manifest.ts";
import { fileLabel, type FileMetadata, folderNumber, HOME } from "../../plotsApi/bodies/file.ts";
import { fileNameProblem } from "../editing/names.ts";
import { formatCount } from "../../figure/model/counts.ts";
import type { Connection } from "../servers/connection.ts";
import { ServerItem } from "../treeItems/serverItem.ts";
import { connectOrTell, pickConnection } from "../servers/serverPicker.ts";
import type { Servers } from "../servers/servers.ts";
import { type ActionParts, actOnEach, type FileAction, tell, topmost } from "./fileActions.ts";
import { chooseFolder } from "./chooseFolder.ts";
import { FileItem, kindOf, type Shelf } from "../treeItems/fileItem.ts";
import { share, type ShareParts } from "./shareFile.ts";

export interface FileCommandParts extends ShareParts {
  readonly servers: Servers;
}

/** Registers the commands on the files of "My Plots". */
export function registerFileCommands(parts: FileCommandParts): Disposable {
  const command = (id: string, run: (items: readonly FileItem[]) => unknown, ...shelves: readonly Shelf[]) =>
    commands.registerCommand(id, async (item?: unknown, all?: unknown) => {
      const chosen = Array.isArray(all) && all.includes(item) ? all : [item];
      const items = chosen.filter((each) => each instanceof FileItem).filter(({ shelf }) => shelves.includes(shelf));
      if (items.length > 0) await run(topmost(items));
    });
  const each = (id: string, title: string, act: FileAction, ...shelves: readonly Shelf[]) =>
    command(id, (items) => actOnEach(title, items, act, parts), ...shelves);
  return Disposable.from(
    commands.registerCommand(commandIds.newFolder, (given?: unknown) => newFolder(given, parts)),
    command(commandIds.renameFile, ([item]) => item && rename(item, parts), "files", "starred"),
    command(commandIds.moveFile, (items) => move(items, parts), "files", "starred"),
    command(commandIds.shareFile, ([item]) => item && share(item, parts), "files", "starred"),
    each(commandIds.starFile, "Starring", ({ files }, { file }, signal) => files.star(file.fid, signal), "files"),
    each(
      commandIds.unstarFile,
      "Taking the star from",
      ({ files }, { file }, signal) => files.unstar(file.fid, signal),
      "files",
      "starred",
    ),
    each(
      commandIds.trashFile,
      "Moving to the trash:",
      ({ files }, { file }, signal) => files.trash(file.fid, signal),
      "files",
      "starred",
    ),
    each(
      commandIds.restoreFile,
      "Restoring",
      ({ files }, { file }, signal) => files.restore(file.fid, signal),
      "trash",
    ),
    command(commandIds.deleteFile, (items) => deleteForGood(items, parts), "trash"),
  );
}

async function newFolder(given: unknown, parts: FileCommandParts): Promise<FileMetadata | undefined> {
  const inside =
    given instanceof FileItem && kindOf(given.file) === "folder" && given.shelf !== "trash" ? given : undefined;
  const connection = inside?.connection ?? (await connectionFor(given, parts.servers));
  if (connection === undefined) return undefined;
  const where = inside === undefined ? "" : ` in “${fileLabel(inside.file)}”`;
  return askForFolder(connection, inside === undefined ? HOME : folderNumber(inside.file), where, parts);
}

async function connectionFor(given: unknown, servers: Servers): Promise<Connection | undefined> {
  return given instanceof ServerItem
    ? connectOrTell(servers, given.server)
    : pickConnection(servers, "Create the folder on which server?");
}

async function askForFolder(
  connection: Connection,
  parent: number,
  where: string,
  parts: FileCommandParts,
  value = "",
  refused?: string,
): Promise<FileMetadata | undefined> {
  const name = await askName("New Folder", `Name of the new folder${where} on ${connection.label}`, value, refused);
  if (name === undefined) return undefined;
  const created = await connection.client.folders.create(name, parent);
  if (created.ok) {
    parts.refresh(connection.id);
    return created.value;
  }
  if (created.error.code === "conflict") return askForFolder(connection, parent, where, parts, name, name);
  await tell(created.error, parts);
  return undefined;
}

async function rename(item: FileItem, parts: FileCommandParts, value = item.file.filename ?? "", refused?: string) {
  const before = fileLabel(item.file);
  const name = await askName(`Rename “${before}”`, `New name of the ${kindOf(item.file)}`, value, refused);
  if (name === undefined || name === item.file.filename) return;
  const renamed = await item.connection.client.files.rename(item.file.fid, name);
  if (renamed.ok) parts.refresh(item.connection.id);
  else if (renamed.error.code === "conflict") await rename(item, parts, name, name);
  else await tell(renamed.error, parts);
}

async function askName(title: string, prompt: string, value: string, refused?: string): Promise<string | undefined> {
  const name = await window.showInputBox({
    title,
    prompt,
    value,
    validateInput: (text) => fileNameProblem(text, refused),
  });
  return name?.trim();
}

async function move(items: readonly FileItem[], parts: FileCommandParts): Promise<void> {
  const [first] = items;
  if (first === undefined) return;
  const { connection } = first;
  const movable = items.filter((item) => item.connection.id === connection.id);
  const what = movable.length === 1 ? `“${fileLabel(first.file)}”` : formatCount(movable.length, "file");
  const folders = movable.filter(({ file }) => kindOf(file) === "folder").map(({ file }) => folderNumber(file));
  const chosen = await chooseFolder(connection, `Move ${what} to which folder?`, new Set(folders));
  if (!chosen.ok) {
    await tell(chosen.error, parts);
    return;
  }
  if (chosen.value === undefined) return;
  const made = chosen.value === "new" ? await askForFolder(connection, HOME, "", parts) : undefined;
  const parent = chosen.value === "new" ? made && folderNumber(made) : chosen.value;
  if (parent !== undefined) await moveTo(parent, movable, parts);
}

/** Moves the files that are not in the folder yet. */
export async function moveTo(parent: number, items: readonly FileItem[], parts: ActionParts): Promise<boolean> {
  const away = items.filter(({ file }) => (file.parent ?? HOME) !== parent);
  return actOnEach("Moving", away, ({ files }, { file }, signal) => files.move(file.fid, parent, signal), parts);
}

async function deleteForGood(items: readonly FileItem[], parts: FileCommandParts): Promise<void> {
  const [first] = items;
  if (first === undefined) return;
  const what = items.length === 1 ? `“${fileLabel(first.file)}”` : formatCount(items.length, "file");
  const pressed = await window.showWarningMessage(
    `Delete ${what} permanently?`,
    { modal: true, detail: `${consequences(items)} This cannot be undone.` },
    "Delete Permanently",
  );
  if (pressed === undefined) return;
  await actOnEach("Deleting", items, ({ files }, { file }, signal) => files.deleteForGood(file.fid, signal), parts);
}

function consequences(items: readonly FileItem[]): string {
  const kinds = new Set(items.map(({ file }) => kindOf(file)));
  if (kinds.has("folder")) return "All that is in the folder is deleted too.";
  return kinds.has("grid") ? "Plots that use the grid will lose their data." : "";
}
