import { type CancellationToken, RelativePattern, type Uri, workspace, type WorkspaceFolder } from "vscode";
import { readSetting } from "../settings.ts";

/** What is looked for in a folder of the workspace. */
export interface Wanted {
  /** The glob pattern of a folder, which its settings may tell. */
  readonly pattern: (folder: WorkspaceFolder) => string;
  /** As many of a folder. */
  readonly limit: number;
  readonly folders?: readonly WorkspaceFolder[];
  readonly token?: CancellationToken;
}

/**
 * Files of the workspace as VS Code's own search and Quick Open find them: without what `files.exclude` and
 * `search.exclude` leave out, node_modules among it unless the person says otherwise. A file in a folder that lies in
 * another one is found once, by the settings of the inner one. Ordered by path.
 */
export async function filesOfWorkspace({ pattern, limit, folders, token }: Wanted): Promise<Uri[]> {
  const all = folders ?? workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    all.map(async (folder) => {
      const include = new RelativePattern(folder, pattern(folder));
      const files = await workspace.findFiles(include, excludedIn(folder), limit, token);
      return files.filter((uri) => folderOf(uri, all) === folder);
    }),
  );
  return found.flat().toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Which files of a folder are figures for lists and searches: what the setting says. */
export const figurePattern = (folder: WorkspaceFolder): string => readSetting("workspace.include", folder);

/** Fires when what `filesOfWorkspace` leaves out may have changed. */
export function onDidChangeExcluded(listener: () => void): { dispose(): void } {
  return workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration("files.exclude") || change.affectsConfiguration("search.exclude")) listener();
  });
}

/** The folder that a file belongs to: of those that hold it, the one with the longest path. */
export function folderOf(uri: Uri, folders: readonly WorkspaceFolder[]): WorkspaceFolder | undefined {
  return folders
    .filter((folder) => holds(folder.uri, uri))
    .toSorted((a, b) => b.uri.path.length - a.uri.path.length)
    .at(0);
}

function holds(folder: Uri, file: Uri): boolean {
  const path = folder.path.endsWith("/") ? folder.path : `${folder.path}/`;
  return folder.scheme === file.scheme && folder.authority === file.authority && file.path.startsWith(path);
}

/** `files.exclude` VS Code adds by itself; of `search.exclude` its `findFiles` takes no notice. */
function excludedIn(folder: WorkspaceFolder): string | undefined {
  const patterns: Record<string, unknown> = workspace.getConfiguration("search", folder).get("exclude") ?? {};
  const excluded = Object.keys(patterns)
    // One with a condition ("when") hangs on the files beside; it is for files that another one is made into.
    .filter((pattern) => patterns[pattern] === true)
    .flatMap((pattern) => withoutBraces(pattern));
  return excluded.length > 0 ? `{${excluded.join(",")}}` : undefined;
}

/** The patterns that one with `{a,b}` stands for, since VS Code's globs hold no braces within braces. */
export function withoutBraces(pattern: string): string[] {
  const open = pattern.indexOf("{");
  const close = pattern.indexOf("}", open);
  // Outside of braces a comma is a letter; within ours it would part two patterns.
  if (open === -1 || close === -1) return [pattern.replaceAll(",", "[,]")];
  const before = pattern.slice(0, open).replaceAll(",", "[,]");
  const choices = pattern.slice(open + 1, close).split(",");
  const rest = withoutBraces(pattern.slice(close + 1));
  return choices.flatMap((choice) => rest.map((after) => before + choice + after));
}
