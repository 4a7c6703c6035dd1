import { type Disposable, RelativePattern, Uri, workspace } from "vscode";
import { DisposableStore } from "../tasks/disposable.ts";

/** A program that writes a file whole may take it away first. It has this long to put the new one there, in milliseconds. */
const ABSENCE = 300;

/** Tells when a file was changed or came (true), and when it has gone (false). */
export function followFile(uri: Uri, tell: (isThere: boolean) => void): Disposable {
  const store = new DisposableStore();
  const folder = new RelativePattern(Uri.joinPath(uri, ".."), "*");
  const watcher = store.add(workspace.createFileSystemWatcher(folder));
  const isOurs = (changed: Uri): boolean => changed.toString() === uri.toString();
  let absence: ReturnType<typeof setTimeout> | undefined;
  // Programs that write a file whole put a new one in its place.
  for (const event of [watcher.onDidChange, watcher.onDidCreate]) {
    store.add(
      event((changed) => {
        if (!isOurs(changed)) return;
        clearTimeout(absence);
        tell(true);
      }),
    );
  }
  store.add(
    watcher.onDidDelete((changed) => {
      if (!isOurs(changed)) return;
      clearTimeout(absence);
      absence = setTimeout(() => void look(), ABSENCE);
    }),
  );
  store.add({ dispose: () => clearTimeout(absence) });
  return store;

  async function look(): Promise<void> {
    const isThere = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!store.disposed) tell(isThere);
  }
}
