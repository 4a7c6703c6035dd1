import { commands, Disposable, type ExtensionContext, type LogOutputChannel, type TreeView, window } from "vscode";
import { commands as commandIds, contextKeys, views } from "../../manifest.ts";
import { onLook } from "../firstLook.ts";
import { AskedTree } from "../treeItems/askedTree.ts";
import type { News } from "../servers/news.ts";
import type { MyPlotsView } from "../myPlots/myPlotsView.ts";
import { serverOf } from "../servers/server.ts";
import type { Servers } from "../servers/servers.ts";
import { ListOptions } from "./listOptions.ts";
import { PlotList } from "./plotList.ts";

export interface PlotViews extends Disposable {
  /** Reads the lists of a server anew and selects a plot that we created or changed, where it shows. */
  show(server: string, fid: string): Promise<void>;
  /** Shows a server, with its plots, that `add` puts into the list. */
  showAdded(server: string, add: () => Promise<void>): Promise<void>;
  /** Reads those lists of a server anew that could not be read. */
  retry(server: string): void;
  /** Reads the lists of one server or of all anew. */
  refresh(server?: string): void;
  /** Shows what happened on a server, without reading anew what is there. */
  follow(news: News): void;
  /** Shows another picture of a plot, which its server has kept. */
  pictureChanged(server: string, fid: string): void;
}

/** A server's name with more characters fills a narrow view's header by itself. */
const longName = 20;

/** Registers the two views of servers' plots: all public ones, and the hand-picked feed. `look` is called when one comes into sight. */
export function registerPlotViews(
  context: ExtensionContext,
  servers: Servers,
  mine: Pick<MyPlotsView, "refresh">,
  look: () => void,
  log: LogOutputChannel,
): PlotViews {
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
  const publicTree = new AskedTree(publicPlots);
  const feedTree = new AskedTree(feed);
  const publicView = window.createTreeView(views.publicPlots, { treeDataProvider: publicTree });
  const feedView = window.createTreeView(views.feed, { treeDataProvider: feedTree });

  const describe = () => {
    const [only, ...others] = servers.list();
    // Where there are several servers, each has a node with its name.
    const server = only === undefined || only.embedded || others.length > 0 ? "" : only.label;
    // The header's buttons cut off the end, so the server comes first, and a long name stands alone.
    const of = (what: string) => (server.length > longName ? server : [server, what].filter(Boolean).join(" · "));
    // A new service has only the samples that it came with.
    const isEmbedded = only?.embedded === true && others.length === 0;
    publicView.description = of(isEmbedded ? `samples and yours · ${options.description}` : options.description);
    feedView.description = of(`hand-picked${isEmbedded ? " samples" : ""}, in random order`);
  };
  describe();

  const reread = async (changed: Promise<boolean>) => {
    if (!(await changed)) return;
    describe();
    publicPlots.refresh();
  };

  const refresh = (server?: string) => {
    publicPlots.refresh(server);
    feed.refresh(server);
    mine.refresh(server);
  };

  const registrations = Disposable.from(
    publicPlots,
    feed,
    publicTree,
    feedTree,
    publicView,
    feedView,
    onLook([publicView, feedView], look),
    showMessages(publicPlots, publicView),
    showMessages(feed, feedView),
    servers.onDidChange(describe),
    commands.registerCommand(commandIds.sortPublic, () => reread(options.chooseOrder())),
    commands.registerCommand(commandIds.filterPublic, () => reread(options.chooseQuality())),
    commands.registerCommand(commandIds.refreshPublic, () => publicPlots.refresh()),
    commands.registerCommand(commandIds.refreshFeed, () => feed.refresh()),
    commands.registerCommand(commandIds.loadMorePublic, (server?: unknown) =>
      withProgress(views.publicPlots, publicPlots.loadMore(idOf(server))),
    ),
    commands.registerCommand(commandIds.loadMoreFeed, (server?: unknown) =>
      withProgress(views.feed, feed.loadMore(idOf(server))),
    ),
    commands.registerCommand(commandIds.retryServer, (server?: unknown) => refresh(idOf(server))),
  );

  return {
    dispose: () => registrations.dispose(),
    refresh,
    retry(server) {
      publicPlots.retry(server);
      feed.retry(server);
      mine.refresh(server);
    },
    follow(news) {
      publicPlots.follow(news);
      feed.follow(news);
    },
    pictureChanged(server, fid) {
      publicPlots.renewItem(server, fid);
      feed.renewItem(server, fid);
    },
    async show(server, fid) {
      mine.refresh(server);
      publicPlots.refresh(server);
      await publicPlots.begin(server);
      const item = publicPlots.find(server, fid);
      // VS Code refuses to reveal while it draws a tree anew. The plot is there all the same.
      if (item !== undefined && publicView.visible)
        await publicView.reveal(item, { select: true, focus: false }).then(undefined, () => undefined);
    },
    async showAdded(server, add) {
      publicPlots.unfold(server);
      await add();
      await commands.executeCommand(`${views.publicPlots}.focus`);
      const item = publicPlots.findServer(server);
      if (item !== undefined) await publicView.reveal(item, { select: true }).then(undefined, () => undefined);
    },
  };
}

/** The id of the server that a command was given, by itself or as an item of a tree. */
function idOf(given: unknown): string | undefined {
  return serverOf(given)?.id;
}

function showMessages(list: PlotList, view: TreeView<unknown>): Disposable {
  return list.onDidChangeMessage((message) => {
    // The types ask for a string, though VS Code also takes undefined for none.
    view.message = message ?? "";
  });
}

function withProgress(viewId: string, work: Promise<void>): Thenable<void> {
  return window.withProgress({ location: { viewId } }, () => work);
}
