import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  type Disposable,
  EventEmitter,
  type Memento,
  RelativePattern,
  type TreeDataProvider,
  type TreeItem,
  Uri,
  workspace,
  type WorkspaceFolder,
} from "vscode";
import { contextKeys } from "../../manifest.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { onDidChangeSetting } from "../settings.ts";
import { figurePattern, folderOf, onDidChangeExcluded } from "../figures/workspaceFiles.ts";
import { type Branch, branchOf } from "./branch.ts";
import { outlineOfHead } from "./figureHead.ts";
import type { LocalFiles } from "../fileParts/localFiles.ts";
import { type FigureTreeNode, FolderNode, itemOf, tooltipOf } from "./figureItems.ts";
import type { FigurePictures } from "./figurePictures.ts";
import { FigureSearch } from "./figureSearch.ts";

/** In a longer list, folders are closed at first. */
const LONGEST_OPEN = 20;

/** Milliseconds until the list is read anew, since many files come and go at a time. */
const REST = 300;

/** The key in the workspace's state that says that there were no figures, so that the view stays hidden from the start. */
const memoryKey = "plots.noFigures";

export interface WorkspaceFiguresOptions {
  readonly pictures: FigurePictures;
  readonly memory: Memento;
  readonly local: LocalFiles | undefined;
  /** The folders to search: those of the workspace, except in tests. */
  readonly folders?: () => readonly WorkspaceFolder[];
}

/** Lists the figures of the workspace by their folders, and follows files that come and go. */
export class FigureTree implements TreeDataProvider<FigureTreeNode>, Disposable {
  readonly #options: WorkspaceFiguresOptions;
  readonly #search: FigureSearch;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<FigureTreeNode | undefined>());
  #watchers = new DisposableStore();
  #tree: Promise<Tree> | undefined;
  /** The newest search. */
  #reading: Promise<Tree | undefined> | undefined;
  #searching: CancellationTokenSource | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(options: WorkspaceFiguresOptions) {
    this.#options = options;
    this.#search = new FigureSearch(options.local);
    this.#store.add(workspace.onDidChangeWorkspaceFolders(() => void this.refresh()));
    this.#store.add(onDidChangeSetting(["workspace.include", "workspace.byContent"], () => void this.refresh()));
    this.#store.add(onDidChangeExcluded(() => void this.refresh()));
    this.#store.add(options.pictures.onDidChange((uri) => void this.#pictureChanged(uri)));
    this.#tell(options.memory.get<boolean>(memoryKey) === true);
  }

  dispose(): void {
    clearTimeout(this.#rest);
    this.#searching?.cancel();
    this.#watchers.dispose();
    this.#store.dispose();
  }

  /** Searches once. Called when the side bar shows, since the view itself is hidden where there were no figures. */
  async begin(): Promise<void> {
    await this.#begun();
  }

  /** Searches anew, once there was a first search. Draws rows anew only where they have changed. */
  async refresh(): Promise<void> {
    const before = this.#tree;
    if (before === undefined) return;
    const [old, now] = await Promise.all([before, this.#read()]);
    if (now === undefined || this.#tree !== before) return;
    if (old.figures.map(String).join("\n") === now.figures.map(String).join("\n")) return;
    this.#tree = Promise.resolve(now);
    this.#changed.fire(undefined);
  }

  async getChildren(element?: FigureTreeNode): Promise<FigureTreeNode[]> {
    if (element instanceof FolderNode) return [...element.children];
    return element === undefined ? [...(await this.#begun()).roots] : [];
  }

  /** All figures that were found, in the order of their paths. */
  async all(): Promise<readonly Uri[]> {
    return (await this.#begun()).figures;
  }

  getTreeItem(node: FigureTreeNode): TreeItem {
    return itemOf(node);
  }

  async resolveTreeItem(item: TreeItem, node: FigureTreeNode, token: CancellationToken): Promise<TreeItem> {
    if (node instanceof FolderNode) return item;
    try {
      const { size } = await workspace.fs.stat(node);
      const [picture, outline] = await Promise.all([
        this.#options.pictures.of(node),
        outlineOfHead(node, size, this.#options.local),
      ]);
      if (!token.isCancellationRequested) item.tooltip = tooltipOf(node, { picture, outline, size });
    } catch {
      // The file is gone; the list will show that in a moment.
    }
    return item;
  }

  #begun(): Promise<Tree> {
    this.#tree ??= this.#newest(this.#read());
    return this.#tree;
  }

  /** The tree of this search, or of the one that replaced it. */
  async #newest(reading: Promise<Tree | undefined>): Promise<Tree> {
    const tree = await reading;
    if (tree !== undefined) return tree;
    const later = this.#reading;
    return later === undefined || later === reading ? nothing : this.#newest(later);
  }

  #read(): Promise<Tree | undefined> {
    this.#reading = this.#find();
    return this.#reading;
  }

  /** The figures found; undefined where a later search replaced this one. */
  async #find(): Promise<Tree | undefined> {
    this.#searching?.cancel();
    const source = new CancellationTokenSource();
    this.#searching = source;
    const folders = this.#options.folders?.() ?? workspace.workspaceFolders ?? [];
    this.#watch(folders);
    let figures: readonly Uri[] = [];
    try {
      figures = await this.#search.find(folders, source.token);
    } catch {
      // VS Code's search says why. The next change of a file tries again.
    }
    if (source.token.isCancellationRequested || this.#store.disposed) return undefined;
    const none = figures.length === 0;
    this.#tell(none);
    await this.#options.memory.update(memoryKey, none);
    return { figures, roots: rootsOf(figures, folders) };
  }

  #tell(none: boolean): void {
    void commands.executeCommand("setContext", contextKeys.noFigures, none);
  }

  /** Has VS Code ask for a row's tooltip again, which it does once for each row. */
  async #pictureChanged(uri: Uri): Promise<void> {
    const tree = await this.#tree;
    const node = tree?.figures.find((each) => each.toString() === uri.toString());
    if (node !== undefined && !this.#store.disposed) this.#changed.fire(node);
  }

  #watch(folders: readonly WorkspaceFolder[]): void {
    this.#watchers.dispose();
    this.#watchers = new DisposableStore();
    const changed = ({ path }: Uri) => {
      if (path.includes("/node_modules/")) return;
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => void this.refresh(), REST);
    };
    for (const folder of folders) {
      // A figure's name never changes what it is, but the content of another JSON file may become a figure, or cease to be one.
      for (const [glob, ignoresChange] of [
        [figurePattern(folder), true],
        ["**/*.json", false],
      ] as const) {
        const pattern = new RelativePattern(folder, glob);
        const watcher = this.#watchers.add(workspace.createFileSystemWatcher(pattern, false, ignoresChange, false));
        this.#watchers.add(watcher.onDidCreate(changed));
        this.#watchers.add(watcher.onDidChange(changed));
        this.#watchers.add(watcher.onDidDelete(changed));
      }
    }
  }
}

/** The figures that were found, as a list and by folders. */
interface Tree {
  readonly figures: readonly Uri[];
  readonly roots: readonly FigureTreeNode[];
}

const nothing: Tree = { figures: [], roots: [] };

function rootsOf(figures: readonly Uri[], folders: readonly WorkspaceFolder[]): readonly FigureTreeNode[] {
  const isOpen = figures.length <= LONGEST_OPEN;
  const inFolder = ({ uri: root }: WorkspaceFolder, own: readonly Uri[]) => {
    const from = root.path.replace(/\/$/, "").length + 1;
    return nodesOf(branchOf(own.map((uri) => ({ path: uri.path.slice(from), value: uri }))), root, isOpen);
  };
  const filled = folders
    .map((folder) => ({ folder, own: figures.filter((uri) => folderOf(uri, folders) === folder) }))
    .filter(({ own }) => own.length > 0);
  const [only] = filled;
  if (only !== undefined && folders.length === 1) return inFolder(only.folder, only.own);
  return filled.map(({ folder, own }) => new FolderNode(folder.uri, folder.name, inFolder(folder, own), isOpen));
}

function nodesOf(branch: Branch<Uri>, root: Uri, isOpen: boolean): FigureTreeNode[] {
  const folders = branch.branches.map(
    (below) => new FolderNode(Uri.joinPath(root, below.path), below.name, nodesOf(below, root, isOpen), isOpen),
  );
  return [...folders, ...branch.leaves];
}
