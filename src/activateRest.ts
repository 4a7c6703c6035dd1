import { type ExtensionContext, window } from "vscode";
import type { DrawingParts, OnNode } from "./parts.ts";
import type { Rest } from "./dormant.ts";
import { views } from "./manifest.ts";
import { ApiServer } from "./workbench/apiServer/apiServer.ts";
import { registerApiServerCommands } from "./workbench/apiServer/apiServerCommands.ts";
import { showApiServerStatus } from "./workbench/apiServer/apiServerStatus.ts";
import { ScriptPage } from "./workbench/apiServer/scriptPage.ts";
import { registerCopyCode } from "./workbench/copyCode/copyCode.ts";
import { createPlotCommand } from "./workbench/createPlot/createPlotCommand.ts";
import { newFigureCommand } from "./workbench/createPlot/newFigure.ts";
import { registerFigureCommands } from "./workbench/figureEditor/figureCommands.ts";
import { FileParts } from "./workbench/fileParts/fileParts.ts";
import { ActiveFigure } from "./workbench/figures/activeFigure.ts";
import { AllFigures } from "./workbench/figures/allFigures.ts";
import { FigureMarks } from "./workbench/figures/figureMarks.ts";
import { FigureReader } from "./workbench/figures/figureReader.ts";
import { startJsonSupport } from "./workbench/figures/jsonSupport.ts";
import { Recognition } from "./workbench/figures/recognition.ts";
import { registerFormatting } from "./workbench/formatting/formatting.ts";
import { registerFixes } from "./workbench/fixes/registerFixes.ts";
import { GridLookup } from "./workbench/grids/gridLookup.ts";
import { importCommand } from "./workbench/importExport/importCommand.ts";
import { registerAdding } from "./workbench/adding/registerAdding.ts";
import { registerKeptEdits } from "./workbench/keptEdits/commands/registerKeptEdits.ts";
import { registerHandEdits } from "./workbench/handEdits/registerHandEdits.ts";
import { ImportMemory } from "./workbench/importExport/importMemory.ts";
import { Reports } from "./workbench/importExport/reports.ts";
import { registerLanguage } from "./workbench/language/registerLanguage.ts";
import { registerMyPlots } from "./workbench/myPlots/myPlotsView.ts";
import { followNews } from "./workbench/plotDocuments/liveDocuments.ts";
import { registerPlotCommands } from "./workbench/plotDocuments/plotCommands.ts";
import { PlotFileSystem } from "./workbench/plotDocuments/plotFileSystem.ts";
import { PlotLoader } from "./workbench/plotDocuments/plotLoader.ts";
import { registerPlotViews } from "./workbench/plotsView/plotViews.ts";
import { searchCommand } from "./workbench/searchPlots/searchCommand.ts";
import { registerAccountCommands } from "./workbench/serverCommands/accountCommands.ts";
import { AccountProvider } from "./workbench/serverCommands/accountProvider.ts";
import { registerImportAccount } from "./workbench/serverCommands/importAccount.ts";
import { registerServerCommands } from "./workbench/serverCommands/serverCommands.ts";
import { NewsFeed } from "./workbench/servers/news.ts";
import { embeddedServer } from "./workbench/servers/server.ts";
import { AskedTree } from "./workbench/treeItems/askedTree.ts";
import type { FigureTreeNode } from "./workbench/workspaceFigures/figureItems.ts";
import { registerFigureRowCommands } from "./workbench/workspaceFigures/figureRowCommands.ts";
import { FigureTree } from "./workbench/workspaceFigures/figureTree.ts";

/**
 * Builds and registers what no drawing waits for: what is said about texts, the views in the side bar, and the commands on
 * plots and servers.
 */
export function activateRest(context: ExtensionContext, parts: DrawingParts, { readPlotlyFiles, local }: OnNode): Rest {
  const own = <T extends { dispose(): unknown }>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const { log, embedded, servers, grids, documents, outlines } = parts;
  const { ruleFiles, checks, diagnostics, choices, pictures, previews, pictureChanged } = parts;

  // What is read from servers.
  const provider = own(new AccountProvider(servers, log));
  const lookup = own(new GridLookup(servers, grids));
  const loader = own(new PlotLoader(servers));
  const files = own(new PlotFileSystem(loader));

  // Texts of figures.
  const figures = new FigureReader(documents, outlines);
  const allFigures = new AllFigures(documents, outlines);
  own(new ActiveFigure(documents, outlines, parts.viewedFiles));
  own(new FigureMarks(documents, context.workspaceState));
  const recognized = own(new Recognition(documents, outlines));
  own(registerFixes({ choices, figures, checks, diagnostics, ruleFiles, servers, grids, outlines, log }));
  own(registerLanguage({ documents, recognized, figures, files: allFigures, diagnostics, servers, lookup }));
  own(startJsonSupport());
  own(registerFormatting(outlines));
  own(registerFigureCommands(previews));
  own(registerAdding({ outlines, kept: parts.kept }, servers));
  own(registerKeptEdits({ outlines, kept: parts.kept }));
  own(registerHandEdits(previews, parts.edited));
  own(registerCopyCode());

  // Views in the side bar.
  const apiServer = own(new ApiServer(embedded, log));
  own(new FileParts(local));
  const figureTree = own(new FigureTree({ pictures, memory: context.workspaceState, local }));
  const askedTree = own(new AskedTree<FigureTreeNode>(figureTree));
  own(window.registerTreeDataProvider<FigureTreeNode>(views.workspaceFigures, askedTree));
  own(registerFigureRowCommands(figureTree));
  const look = () => void figureTree.begin();
  const mine = own(registerMyPlots({ servers, log, embeddedOrigin: () => apiServer.access?.url }, look));
  own(embedded.onDidChangeFiles(() => mine.filesChanged(embeddedServer.id)));
  const plots = own(registerPlotViews(context, servers, mine, look, log));
  own(pictureChanged.event(({ server, fid }) => plots.pictureChanged(server, fid)));

  // What happens on the service inside, in this window or in another.
  const news = own(new NewsFeed(embedded));
  own(followNews({ news, servers, grids, loader, files, previews, log }));
  own(news.onDidTell((each) => plots.follow(each)));

  // Commands on plots and servers.
  own(registerPlotCommands(servers, files, plots, log));
  own(registerServerCommands(servers, plots, log));
  own(searchCommand({ servers, onDidStar: (server) => mine.refresh(server) }));
  const memory = new ImportMemory(context.globalState);
  const reports = own(new Reports());
  own(importCommand({ servers, memory, reports, log, onDidImport: (server) => plots.refresh(server) }));
  own(registerAccountCommands(servers, log));
  own(registerImportAccount(servers, plots, readPlotlyFiles));
  own(newFigureCommand());
  own(createPlotCommand({ servers, grids, outlines, diagnostics, plots, log }));

  // The API server for scripts.
  own(showApiServerStatus(apiServer));
  const page = own(new ScriptPage());
  own(registerApiServerCommands({ server: apiServer, page, memory: context.globalState, log }));
  return { files, accounts: provider };
}
