import {
  type Disposable,
  EventEmitter,
  RelativePattern,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type Uri,
  workspace,
} from "vscode";
import { DisposableStore } from "../disposable.ts";
import { onDidChangeSetting, readSetting } from "../settings.ts";

/** More files than this are not worth a list; the explorer and Quick Open find them. */
const maximumFiles = 2000;

/** The figure files of the workspace, kept up to date as files come and go. */
export class WorkspaceFigures implements TreeDataProvider<Uri>, Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  #watchers = new DisposableStore();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor() {
    this.#store.add(workspace.onDidChangeWorkspaceFolders(() => this.refresh()));
    this.#store.add(onDidChangeSetting(["workspace.include"], () => this.refresh()));
    this.#watch();
  }

  dispose(): void {
    this.#watchers.dispose();
    this.#store.dispose();
  }

  refresh(): void {
    this.#watch();
    this.#changed.fire();
  }

  async getChildren(element?: Uri): Promise<Uri[]> {
    if (element !== undefined) return [];
    const found = await Promise.all(
      (workspace.workspaceFolders ?? []).map((folder) =>
        workspace.findFiles(
          new RelativePattern(folder, readSetting("workspace.include", folder)),
          undefined,
          maximumFiles,
        ),
      ),
    );
    return found.flat().toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  getTreeItem(uri: Uri): TreeItem {
    const item = new TreeItem(uri, TreeItemCollapsibleState.None);
    const path = workspace.asRelativePath(uri);
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    item.id = uri.toString();
    item.description = folder;
    item.iconPath = new ThemeIcon("graph");
    item.contextValue = "file";
    item.command = { command: "vscode.open", title: "Open Figure", arguments: [uri] };
    return item;
  }

  #watch(): void {
    this.#watchers.dispose();
    this.#watchers = new DisposableStore();
    for (const folder of workspace.workspaceFolders ?? []) {
      const pattern = new RelativePattern(folder, readSetting("workspace.include", folder));
      const watcher = this.#watchers.add(workspace.createFileSystemWatcher(pattern, false, true, false));
      this.#watchers.add(watcher.onDidCreate(() => this.#changed.fire()));
      this.#watchers.add(watcher.onDidDelete(() => this.#changed.fire()));
    }
  }
}
