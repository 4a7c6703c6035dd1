import { QuickPickItemKind, type QuickPickItem, window } from "vscode";
import { fileLabel, type FileMetadata, folderNumber, HOME } from "../../plotsApi/bodies/file.ts";
import { type Outcome, ok } from "../../plotsApi/errors/result.ts";
import type { Connection } from "../servers/connection.ts";
import { titleOf } from "../servers/server.ts";

/** A folder, with the names on the way to it. */
export interface FolderPath {
  readonly number: number;
  readonly path: string;
}

interface FolderPick extends QuickPickItem {
  readonly number?: number;
  readonly isNew?: boolean;
}

const mostPages = 20;

/**
 * Asks for a folder of the signed-in person: home or any other, except those of `without` and the folders below them.
 * Undefined where they give up.
 */
export async function chooseFolder(
  connection: Connection,
  question: string,
  without: ReadonlySet<number>,
): Promise<Outcome<number | "new" | undefined>> {
  const picking = pathsOf(connection, without);
  const failed: { answer?: Outcome<never> } = {};
  const items = picking.then((answer): FolderPick[] => {
    if (!answer.ok) {
      failed.answer = answer;
      return [];
    }
    const folders = answer.value.map(({ number, path }) => ({ label: `$(folder) ${path}`, number }));
    return [
      { label: "$(home) Home", description: titleOf(connection), number: HOME },
      ...folders,
      { label: "", kind: QuickPickItemKind.Separator },
      { label: "$(new-folder) New Folder…", isNew: true },
    ];
  });
  const chosen = await window.showQuickPick(items, { placeHolder: question, matchOnDescription: true });
  if (failed.answer !== undefined) return failed.answer;
  return ok(chosen?.isNew === true ? "new" : chosen?.number);
}

/** The folders in the order of their paths, except those of `without` and the folders below them. */
async function pathsOf(connection: Connection, without: ReadonlySet<number>): Promise<Outcome<readonly FolderPath[]>> {
  const pager = connection.client.folders.pager("all", { filetypes: ["fold"], pageSize: 500 });
  for (let page = 0; page < mostPages && !pager.done; page++) {
    const read = await pager.more();
    if (!read.ok) return read;
  }
  const folders = new Map(
    pager.items.filter(({ filetype }) => filetype === "fold").map((each) => [folderNumber(each), each]),
  );
  const paths: FolderPath[] = [];
  for (const number of folders.keys()) {
    const way = wayTo(number, folders);
    if (way === undefined || way.some((folder) => without.has(folderNumber(folder)))) continue;
    paths.push({ number, path: way.map(fileLabel).join(" / ") });
  }
  return ok(paths.toSorted((one, other) => one.path.localeCompare(other.path, "en", { numeric: true })));
}

/** The names from home to this folder; undefined where one is missing or they run in a circle. */
function wayTo(number: number, folders: ReadonlyMap<number, FileMetadata>): readonly FileMetadata[] | undefined {
  const way: FileMetadata[] = [];
  for (let at = number; at !== HOME;) {
    const folder = folders.get(at);
    if (folder === undefined || way.includes(folder)) return undefined;
    way.unshift(folder);
    at = folder.parent ?? HOME;
  }
  return way;
}
