import { commands, Disposable, window } from "vscode";
import { commands as commandIds, views } from "../../manifest.ts";
import { onLook } from "../firstLook.ts";
import { AskedTree } from "../treeItems/askedTree.ts";
import { serverOf } from "../servers/server.ts";
import { registerFileCommands, type FileCommandParts } from "./fileCommands.ts";
import { FileDrag } from "./fileDrag.ts";
import { MyPlots } from "./myPlots.ts";
import { MoreItem } from "./moreItem.ts";

export interface MyPlotsView extends Disposable {
  /** Reads the lists of a server anew, or all of them where none is named. */
  refresh(server?: string): void;
  /** Reads the lists of a server anew in a moment, since its files have changed and more changes may follow. */
  filesChanged(server: string): void;
}

/** Registers the view "My Plots" and its commands. `look` is called when the view comes into sight. */
export function registerMyPlots(options: Omit<FileCommandParts, "refresh">, look: () => void): MyPlotsView {
  const { servers, log } = options;
  const tree = new MyPlots(servers, log);
  const changed = new Set<string>();
  const refresh = (server?: string) => {
    // This reads all changes until now. Reading them again would draw the rows twice, and rows drawn anew lose clicks.
    if (server === undefined) changed.clear();
    else changed.delete(server);
    tree.refresh(server);
  };
  const parts: FileCommandParts = { ...options, refresh };
  const onlyServer = () => {
    const [only, ...others] = servers.list();
    return others.length === 0 ? only?.id : undefined;
  };
  const asked = new AskedTree(tree);
  const view = window.createTreeView(views.myPlots, {
    treeDataProvider: asked,
    dragAndDropController: new FileDrag(parts, onlyServer),
    canSelectMany: true,
    showCollapseAll: true,
  });
  const describe = () => {
    const [only, ...others] = servers.list();
    view.description = only === undefined || only.embedded || others.length > 0 ? "" : only.label;
  };
  describe();
  const registrations = Disposable.from(
    tree,
    asked,
    view,
    onLook([view], look),
    servers.onDidChange(describe),
    commands.registerCommand(commandIds.refreshMyPlots, (given?: unknown) => refresh(serverOf(given)?.id)),
    commands.registerCommand(commandIds.loadMoreFiles, (item: unknown) =>
      item instanceof MoreItem
        ? window.withProgress({ location: { viewId: views.myPlots } }, () => tree.loadMore(item))
        : undefined,
    ),
    registerFileCommands(parts),
  );
  let soon: ReturnType<typeof setTimeout> | undefined;
  return {
    refresh,
    filesChanged(server) {
      changed.add(server);
      soon ??= setTimeout(() => {
        soon = undefined;
        for (const each of changed) refresh(each);
      }, 100);
    },
    dispose() {
      clearTimeout(soon);
      registrations.dispose();
    },
  };
}
