import { type Disposable, EventEmitter, type TreeDataProvider } from "vscode";
import { DisposableStore } from "../tasks/disposable.ts";

/** When a tree that was not asked for its rows says that they have changed, in milliseconds after it was registered. */
const reminders = [1000, 4000];

/**
 * A tree that takes the place of the one that stood in for it while the extension slept. A busy VS Code may take the empty
 * answer of that for this one's, and then asks no more: a tree that nobody asks says that it has changed. One that is out of
 * sight is asked when it shows, whatever it says.
 */
export class AskedTree<T> implements TreeDataProvider<T>, Disposable {
  readonly #tree: TreeDataProvider<T>;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<T | T[] | undefined | null | void>());
  readonly onDidChangeTreeData = this.#changed.event;
  #isAsked = false;

  constructor(tree: TreeDataProvider<T>) {
    this.#tree = tree;
    const following = tree.onDidChangeTreeData?.((rows) => this.#changed.fire(rows));
    if (following !== undefined) this.#store.add(following);
    for (const after of reminders) {
      const timer = setTimeout(() => {
        if (!this.#isAsked) this.#changed.fire(undefined);
      }, after);
      this.#store.add({ dispose: () => clearTimeout(timer) });
    }
  }

  dispose(): void {
    this.#store.dispose();
  }

  getChildren(row?: T) {
    this.#isAsked = true;
    return this.#tree.getChildren(row);
  }

  getTreeItem(row: T) {
    return this.#tree.getTreeItem(row);
  }

  getParent(row: T) {
    return this.#tree.getParent?.(row);
  }

  resolveTreeItem(...asked: Parameters<NonNullable<TreeDataProvider<T>["resolveTreeItem"]>>) {
    return this.#tree.resolveTreeItem?.(...asked);
  }
}
