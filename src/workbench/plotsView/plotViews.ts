import { commands, Disposable, type ExtensionContext, type LogOutputChannel, type TreeView, window } from "vscode";
import { commands as commandIds, contextKeys, views } from "../../manifest.ts";
import type { Servers } from "../servers/servers.ts";
import { ListOptions } from "./listOptions.ts";
import { PlotList } from "./plotList.ts";

export interface PlotViews extends Disposable {
  /** A plot was created or changed by us: read the lists anew and select it where it shows. */
  show(fid: string): Promise<void>;
  /** Read the lists anew. */
  refresh(): void;
  /** The service inside the extension has kept another picture of this plot. */
  pictureChanged(fid: string): void;
}

/** The views of a server's plots: all public ones, and the hand-picked feed. */
export function registerPlotViews(context: ExtensionContext, servers: Servers, log: LogOutputChannel): PlotViews {
  const options = new ListOptions(context.globalState);
  const publicPlots = new PlotList(
    {
      id: views.publicPlots,
      loadMoreCommand: commandIds.loadMorePublic,
      stateKey: contextKeys.publicState,
      query: () => options.query,
    },
    servers,
    log,
  );
  const feed = new PlotList(
    { id: views.feed, loadMoreCommand: commandIds.loadMoreFeed, stateKey: contextKeys.feedState, query: () => "feed" },
    servers,
    log,
  );
  const publicView = window.createTreeView(views.publicPlots, { treeDataProvider: publicPlots });
  const feedView = window.createTreeView(views.feed, { treeDataProvider: feed });

  const describe = async () => {
    const connected = await servers.current();
    const server = connected.ok && !connected.connection.embedded ? connected.connection.label : "";
    // The server first: the header's buttons cut the end.
    publicView.description = [server, options.description].filter(Boolean).join(" · ");
    feedView.description = [server, "hand-picked, in random order"].filter(Boolean).join(" · ");
  };
  void describe();

  const reread = async (changed: Promise<boolean>) => {
    if (!(await changed)) return;
    await describe();
    publicPlots.refresh();
  };

  const registrations = Disposable.from(
    publicPlots,
    feed,
    publicView,
    feedView,
    showMessages(publicPlots, publicView),
    showMessages(feed, feedView),
    servers.onDidChange(() => void describe()),
    commands.registerCommand(commandIds.sortPublic, () => reread(options.chooseOrder())),
    commands.registerCommand(commandIds.filterPublic, () => reread(options.chooseQuality())),
    commands.registerCommand(commandIds.refreshPublic, () => publicPlots.refresh()),
    commands.registerCommand(commandIds.refreshFeed, () => feed.refresh()),
    commands.registerCommand(commandIds.loadMorePublic, () => withProgress(views.publicPlots, publicPlots.loadMore())),
    commands.registerCommand(commandIds.loadMoreFeed, () => withProgress(views.feed, feed.loadMore())),
  );

  return {
    dispose: () => registrations.dispose(),
    refresh() {
      publicPlots.refresh();
      feed.refresh();
    },
    pictureChanged(fid) {
      publicPlots.renewItem(fid);
      feed.renewItem(fid);
    },
    async show(fid) {
      publicPlots.refresh();
      await publicPlots.getChildren();
      const item = publicPlots.find(fid);
      if (item !== undefined && publicView.visible) await publicView.reveal(item, { select: true, focus: false });
    },
  };
}

function showMessages(list: PlotList, view: TreeView<unknown>): Disposable {
  return list.onDidChangeMessage((message) => {
    // The types call for a string where VS Code also takes undefined for none.
    view.message = message ?? "";
  });
}

function withProgress(viewId: string, work: Promise<void>): Thenable<void> {
  return window.withProgress({ location: { viewId } }, () => work);
}
