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
  type WorkspaceFolder,
} from "vscode";
import { DisposableStore } from "../disposable.ts";
import { onDidChangeSetting } from "../settings.ts";
import { figurePattern, filesOfWorkspace, onDidChangeExcluded } from "../workspaceFiles.ts";

/** More files than this are not worth a list; the explorer and Quick Open find them. */
const maximumFiles = 2000;

/** The figure files of the workspace, kept up to date as files come and go. */
export class WorkspaceFigures implements TreeDataProvider<Uri>, Disposable {
  readonly #folders: () => readonly WorkspaceFolder[];
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<void>());
  #watchers = new DisposableStore();

  readonly onDidChangeTreeData = this.#changed.event;

  /** `folders` are those of the workspace. */
  constructor(folders: () => readonly WorkspaceFolder[] = () => workspace.workspaceFolders ?? []) {
    this.#folders = folders;
    this.#store.add(workspace.onDidChangeWorkspaceFolders(() => this.refresh()));
    this.#store.add(onDidChangeSetting(["workspace.include"], () => this.refresh()));
    this.#store.add(onDidChangeExcluded(() => this.#changed.fire()));
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
    return filesOfWorkspace({ pattern: figurePattern, limit: maximumFiles, folders: this.#folders() });
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
    for (const folder of this.#folders()) {
      const pattern = new RelativePattern(folder, figurePattern(folder));
      const watcher = this.#watchers.add(workspace.createFileSystemWatcher(pattern, false, true, false));
      this.#watchers.add(watcher.onDidCreate(() => this.#changed.fire()));
      this.#watchers.add(watcher.onDidDelete(() => this.#changed.fire()));
    }
  }
}
