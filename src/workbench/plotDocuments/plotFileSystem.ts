import {
  type Disposable,
  EventEmitter,
  FileChangeType,
  type FileChangeEvent,
  FilePermission,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
} from "vscode";
import type { Failure } from "../../plotsApi/errors/result.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { parseGridUri } from "../addresses/gridUri.ts";
import type { LoadedPlot, PlotLoader } from "./plotLoader.ts";
import { parsePlotUri } from "../addresses/plotUri.ts";

/** Shows plots as read-only files: the figure as the server stores it, with its size in bytes and the server's time. */
export class PlotFileSystem implements FileSystemProvider, Disposable {
  readonly #loader: PlotLoader;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<FileChangeEvent[]>());
  readonly #failed = this.#store.add(new EventEmitter<{ uri: Uri; error: Failure }>());

  readonly #reported = new WeakSet<Failure>();
  readonly #gone = new Set<string>();

  readonly onDidChangeFile = this.#changed.event;
  /** Fires when a plot could not be read. VS Code itself says less than we know. */
  readonly onDidFail = this.#failed.event;

  constructor(loader: PlotLoader) {
    this.#loader = loader;
    this.#store.add(loader.onDidChange((uri) => this.#changed.fire([{ type: FileChangeType.Changed, uri }])));
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Tells VS Code that an open plot was changed or deleted elsewhere, so that it reads the plot anew. */
  tell(uri: Uri, type: FileChangeType): void {
    if (type === FileChangeType.Deleted) this.#gone.add(uri.toString());
    else this.#gone.delete(uri.toString());
    this.#changed.fire([{ type, uri }]);
  }

  async stat(uri: Uri): Promise<FileStat> {
    // VS Code asks for the folders above a document too, but only plots and grids are files here.
    if (parsePlotUri(uri) === undefined && parseGridUri(uri) === undefined) {
      if (uri.path.split("/").filter(Boolean).length > 2) throw FileSystemError.FileNotFound(uri);
      return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    }
    const plot = await this.#load(uri);
    return {
      type: FileType.File,
      ctime: plot.created,
      mtime: plot.modified,
      size: plot.bytes.byteLength,
      permissions: FilePermission.Readonly,
    };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const plot = await this.#load(uri);
    return plot.bytes.slice();
  }

  /** Watches nothing: changes made elsewhere are seen when VS Code asks for `stat`. */
  watch(): Disposable {
    return { dispose: () => undefined };
  }

  readDirectory(uri: Uri): never {
    throw FileSystemError.Unavailable(`Plots are listed in the side bar, not in ${uri.path}.`);
  }

  createDirectory(): never {
    throw readOnly();
  }

  writeFile(): never {
    throw readOnly();
  }

  delete(): never {
    throw readOnly();
  }

  rename(): never {
    throw readOnly();
  }

  async #load(uri: Uri): Promise<LoadedPlot> {
    const loaded = await this.#loader.load(uri);
    if (loaded.ok) return loaded.value;
    // VS Code asks several times while it opens a document. Report one answer once.
    if (!this.#reported.has(loaded.error) && !this.#gone.has(uri.toString())) {
      this.#reported.add(loaded.error);
      this.#failed.fire({ uri, error: loaded.error });
    }
    throw toFileSystemError(uri, loaded.error);
  }
}

function toFileSystemError(uri: Uri, error: Failure): FileSystemError {
  switch (error.code) {
    case "not-found":
      return FileSystemError.FileNotFound(uri);
    case "unauthorized":
      return FileSystemError.NoPermissions(error.sentence);
    default:
      return FileSystemError.Unavailable(error.sentence);
  }
}

function readOnly(): FileSystemError {
  return FileSystemError.NoPermissions("Plots of a server are read-only here. Save a copy to change it.");
}
