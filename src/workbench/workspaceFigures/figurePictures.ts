import { type Disposable, EventEmitter, type Uri, Uri as Uris, workspace } from "vscode";
import { DisposableStore } from "../tasks/disposable.ts";

/** This many pictures are kept, of some 10 KB each; those that were drawn first go first. */
const MOST = 300;

/** Keeps small pictures of the workspace's figures as they were last drawn, with the workspace. */
export class FigurePictures implements Disposable {
  readonly #folder: Uri | undefined;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<Uri>());
  readonly #recent = new Map<string, { readonly png: Uint8Array; readonly drawn: number }>();

  /** Fires with the address of a figure that has another picture now. */
  readonly onDidChange = this.#changed.event;

  /** `storage` is the workspace's storage folder; undefined without a workspace, where pictures end with the window. */
  constructor(storage: Uri | undefined) {
    this.#folder = storage === undefined ? undefined : Uris.joinPath(storage, "pictures");
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Whether pictures of this figure are kept, as they are of files of the workspace. */
  keeps(uri: Uri): boolean {
    return uri.scheme !== "untitled" && workspace.getWorkspaceFolder(uri) !== undefined;
  }

  /** The picture as PNG bytes; undefined where there is none, or where the file is newer. */
  async of(uri: Uri): Promise<Uint8Array | undefined> {
    try {
      const { mtime } = await workspace.fs.stat(uri);
      const recent = this.#recent.get(uri.toString());
      if (recent !== undefined) return recent.drawn >= mtime ? recent.png : undefined;
      if (this.#folder === undefined) return undefined;
      const file = await this.#file(this.#folder, uri);
      if ((await workspace.fs.stat(file)).mtime < mtime) return undefined;
      return await workspace.fs.readFile(file);
    } catch {
      return undefined;
    }
  }

  /** Keeps the picture of a figure as its file is now. Where it cannot be written, it is kept for this window. */
  async keep(uri: Uri, png: Uint8Array): Promise<void> {
    this.#recent.delete(uri.toString());
    this.#recent.set(uri.toString(), { png, drawn: Date.now() });
    const [oldest] = this.#recent.keys();
    if (this.#recent.size > MOST && oldest !== undefined) this.#recent.delete(oldest);
    this.#changed.fire(uri);
    if (this.#folder === undefined) return;
    try {
      await workspace.fs.writeFile(await this.#file(this.#folder, uri), png);
      await this.#trim(this.#folder);
    } catch {
      // The window has it all the same.
    }
  }

  async #trim(folder: Uri): Promise<void> {
    const names = (await workspace.fs.readDirectory(folder)).map(([name]) => name);
    if (names.length <= MOST) return;
    const aged = await Promise.all(
      names.map(async (name) => {
        const file = Uris.joinPath(folder, name);
        return { file, mtime: (await workspace.fs.stat(file)).mtime };
      }),
    );
    const old = aged.toSorted((a, b) => b.mtime - a.mtime).slice(MOST);
    await Promise.all(old.map(({ file }) => workspace.fs.delete(file)));
  }

  /** The file of a picture. Its name is a hash of the figure's address, which may be too long for a name. */
  async #file(folder: Uri, uri: Uri): Promise<Uri> {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(uri.toString()));
    const name = [...new Uint8Array(digest).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return Uris.joinPath(folder, `${name}.png`);
  }
}
