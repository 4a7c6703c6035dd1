import { type CancellationToken, RelativePattern, type Uri, workspace, type WorkspaceFolder } from "vscode";
import { readSetting } from "../settings.ts";

/** What to look for in the folders of the workspace. */
export interface Wanted {
  /** The glob pattern for a folder, which may come from its settings. */
  readonly pattern: (folder: WorkspaceFolder) => string;
  /** The most files of a folder. */
  readonly limit: number;
  readonly folders?: readonly WorkspaceFolder[];
  readonly token?: CancellationToken;
}

/**
 * Lists files of the workspace as VS Code's own search and Quick Open find them, in the order of their paths. Leaves out what
 * `files.exclude` and `search.exclude` name, and node_modules unless the person says otherwise. A file in a folder that
 * lies in another one is listed once, by the settings of the inner folder.
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

/** The pattern of the setting, which says which files of a folder are figures for lists and searches. */
export const figurePattern = (folder: WorkspaceFolder): string => readSetting("workspace.include", folder);

/** Calls back when `filesOfWorkspace` may leave out other files than before. */
export function onDidChangeExcluded(listener: () => void): { dispose(): void } {
  return workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration("files.exclude") || change.affectsConfiguration("search.exclude")) listener();
  });
}

/** The workspace folder that a file belongs to: the innermost that holds it. */
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

/** The patterns of `search.exclude`, which VS Code's `findFiles` ignores. It adds `files.exclude` by itself. */
function excludedIn(folder: WorkspaceFolder): string | undefined {
  const patterns: Record<string, unknown> = workspace.getConfiguration("search", folder).get("exclude") ?? {};
  const excluded = Object.keys(patterns)
    // A pattern with a condition ("when") depends on the files beside. It is meant for files that are made from others.
    .filter((pattern) => patterns[pattern] === true)
    .flatMap((pattern) => withoutBraces(pattern));
  return excluded.length > 0 ? `{${excluded.join(",")}}` : undefined;
}

/** The patterns that one with `{a,b}` stands for, since VS Code's globs cannot have braces within braces. */
export function withoutBraces(pattern: string): string[] {
  const open = pattern.indexOf("{");
  const close = pattern.indexOf("}", open);
  // Outside braces a comma is a letter; within ours it would separate two patterns.
  if (open === -1 || close === -1) return [pattern.replaceAll(",", "[,]")];
  const before = pattern.slice(0, open).replaceAll(",", "[,]");
  const choices = pattern.slice(open + 1, close).split(",");
  const rest = withoutBraces(pattern.slice(close + 1));
  return choices.flatMap((choice) => rest.map((after) => before + choice + after));
}
