import { commands, Disposable, type ExtensionContext, type LogOutputChannel, type TreeView, window } from "vscode";
import { commands as commandIds, contextKeys, views } from "../../manifest.ts";
import { onLook } from "../firstLook.ts";
import type { News } from "../servers/news.ts";
import type { MyPlotsView } from "../myPlots/myPlotsView.ts";
import { serverOf } from "../servers/server.ts";
import type { Servers } from "../servers/servers.ts";
import { ListOptions } from "./listOptions.ts";
import { PlotList } from "./plotList.ts";

export interface PlotViews extends Disposable {
  /** A plot of a server was created or changed by us: read its lists anew and select it where it shows. */
  show(server: string, fid: string): Promise<void>;
  /** Show a server that `add` puts into the list, with its plots. */
  showAdded(server: string, add: () => Promise<void>): Promise<void>;
  /** Read a server's lists anew that could not be read. */
  retry(server: string): void;
  /** Read the lists anew, of one server or of all. */
  refresh(server?: string): void;
  /** Show what happened on a server without reading anew what is there. */
  follow(news: News): void;
  /** A server has kept another picture of this plot. */
  pictureChanged(server: string, fid: string): void;
}

/** A server whose name has more characters fills a narrow view's header by itself. */
const longName = 20;

/** The views of the servers' plots: all public ones, and the hand-picked feed. `look` is called as they come into sight. */
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
  const publicView = window.createTreeView(views.publicPlots, { treeDataProvider: publicPlots });
  const feedView = window.createTreeView(views.feed, { treeDataProvider: feed });

  const describe = () => {
    const [only, ...others] = servers.list();
    // Where there are several, each has a node that says which one it is.
    const server = only === undefined || only.embedded || others.length > 0 ? "" : only.label;
    // The header's buttons cut the end: the server comes first, and a long name alone.
    const of = (what: string) => (server.length > longName ? server : [server, what].filter(Boolean).join(" · "));
    // A new service has nothing but the samples that it came with.
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
      // VS Code reveals nothing while it draws a tree anew; the plot is there all the same.
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

/** What a command was given: an item of a tree, or the server itself. */
function idOf(given: unknown): string | undefined {
  return serverOf(given)?.id;
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
