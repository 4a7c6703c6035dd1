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
import { outlineOfHead, type ReadHead } from "./figureHead.ts";
import { type FigureNode, FolderNode, itemOf, tooltipOf } from "./figureItems.ts";
import type { FigurePictures } from "./figurePictures.ts";
import { FigureSearch } from "./figureSearch.ts";

/** Folders of a longer list are shut at first. */
const LONGEST_OPEN = 20;

/** Files come and go many at a time; milliseconds until the list is read anew. */
const REST = 300;

/** Where the workspace's own state says that there were none, so that the view need not show to be hidden again. */
const memoryKey = "plots.noFigures";

export interface WorkspaceFiguresOptions {
  readonly pictures: FigurePictures;
  readonly memory: Memento;
  readonly readHead: ReadHead | undefined;
  /** Those of the workspace, unless a test says otherwise. */
  readonly folders?: () => readonly WorkspaceFolder[];
}

/** The figures of the workspace by their folders, kept up to date as files come and go. */
export class FigureTree implements TreeDataProvider<FigureNode>, Disposable {
  readonly #options: WorkspaceFiguresOptions;
  readonly #search: FigureSearch;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<FigureNode | undefined>());
  #watchers = new DisposableStore();
  #tree: Promise<Tree> | undefined;
  #searching: CancellationTokenSource | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(options: WorkspaceFiguresOptions) {
    this.#options = options;
    this.#search = new FigureSearch(options.readHead);
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

  /** Searches, unless that was done: the side bar shows, and the view itself may be hidden since there were no figures. */
  async begin(): Promise<void> {
    await this.#begun();
  }

  /** Searches anew, if anybody has asked for the figures yet. Rows are drawn anew only where they are others now. */
  async refresh(): Promise<void> {
    const before = this.#tree;
    if (before === undefined) return;
    const [old, now] = await Promise.all([before, this.#read()]);
    if (now === undefined || this.#tree !== before) return;
    if (old.figures.map(String).join("\n") === now.figures.map(String).join("\n")) return;
    this.#tree = Promise.resolve(now);
    this.#changed.fire(undefined);
  }

  async getChildren(element?: FigureNode): Promise<FigureNode[]> {
    if (element instanceof FolderNode) return [...element.children];
    return element === undefined ? [...(await this.#begun()).roots] : [];
  }

  /** All figures that were found, ordered by path. */
  async all(): Promise<readonly Uri[]> {
    return (await this.#begun()).figures;
  }

  getTreeItem(node: FigureNode): TreeItem {
    return itemOf(node);
  }

  async resolveTreeItem(item: TreeItem, node: FigureNode, token: CancellationToken): Promise<TreeItem> {
    if (node instanceof FolderNode) return item;
    try {
      const { size } = await workspace.fs.stat(node);
      const [picture, outline] = await Promise.all([
        this.#options.pictures.of(node),
        outlineOfHead(node, size, this.#options.readHead),
      ]);
      if (!token.isCancellationRequested) item.tooltip = tooltipOf(node, { picture, outline, size });
    } catch {
      // It is gone; the list will say so in a moment.
    }
    return item;
  }

  #begun(): Promise<Tree> {
    this.#tree ??= this.#read().then((tree) => tree ?? nothing);
    return this.#tree;
  }

  /** Undefined where a later search took this one's place. */
  async #read(): Promise<Tree | undefined> {
    this.#searching?.cancel();
    const source = new CancellationTokenSource();
    this.#searching = source;
    const folders = this.#options.folders?.() ?? workspace.workspaceFolders ?? [];
    this.#watch(folders);
    let figures: readonly Uri[] = [];
    try {
      figures = await this.#search.find(folders, source.token);
    } catch {
      // VS Code's search has said why; the next change of a file tries again.
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

  /** VS Code asks for a row's tooltip once; after this it asks again. */
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
      // A name says what it is for good; what is in another JSON file may become a figure, or end to be one.
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

/** What was found: the figures, and the same by folders. */
interface Tree {
  readonly figures: readonly Uri[];
  readonly roots: readonly FigureNode[];
}

const nothing: Tree = { figures: [], roots: [] };

function rootsOf(figures: readonly Uri[], folders: readonly WorkspaceFolder[]): readonly FigureNode[] {
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

function nodesOf(branch: Branch<Uri>, root: Uri, isOpen: boolean): FigureNode[] {
  const folders = branch.branches.map(
    (below) => new FolderNode(Uri.joinPath(root, below.path), below.name, nodesOf(below, root, isOpen), isOpen),
  );
  return [...folders, ...branch.leaves];
}
