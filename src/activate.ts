import { type ExtensionContext, window } from "vscode";
import type { Awake } from "./dormant.ts";
import type { CopyUnits } from "./figure/text/simd/skipper.ts";
import { views } from "./manifest.ts";
import { ApiServer } from "./workbench/apiServer/apiServer.ts";
import { registerApiServerCommands } from "./workbench/apiServer/apiServerCommands.ts";
import { showApiServerStatus } from "./workbench/apiServer/apiServerStatus.ts";
import { ScriptPage } from "./workbench/apiServer/scriptPage.ts";
import { createPlotCommand } from "./workbench/createPlot/createPlotCommand.ts";
import { newFigureCommand } from "./workbench/createPlot/newFigure.ts";
import { FigureChecks } from "./workbench/diagnostics/figureChecks.ts";
import { FigureDiagnostics } from "./workbench/diagnostics/figureDiagnostics.ts";
import { ReferenceChecker } from "./workbench/diagnostics/referenceChecker.ts";
import { RuleFiles } from "./workbench/diagnostics/ruleFiles.ts";
import { DefaultsChoices } from "./workbench/figureEditor/defaultsChoices.ts";
import { registerFigureCommands } from "./workbench/figureEditor/figureCommands.ts";
import { figureEditors } from "./workbench/figureEditor/figureEditors.ts";
import { previewActions } from "./workbench/figureEditor/previewActions.ts";
import { Previews } from "./workbench/figureEditor/previews.ts";
import { FileParts } from "./workbench/fileParts/fileParts.ts";
import type { LocalFiles } from "./workbench/fileParts/localFiles.ts";
import { ActiveFigure } from "./workbench/figures/activeFigure.ts";
import { AllFigures } from "./workbench/figures/allFigures.ts";
import { FigureDocuments } from "./workbench/figures/figureDocuments.ts";
import { FigureMarks } from "./workbench/figures/figureMarks.ts";
import { FigureReader } from "./workbench/figures/figureReader.ts";
import { Outlines } from "./workbench/figures/outlines.ts";
import { Recognition } from "./workbench/figures/recognition.ts";
import { registerFixes } from "./workbench/fixes/registerFixes.ts";
import { GridCache } from "./workbench/grids/gridCache.ts";
import { GridLookup } from "./workbench/grids/gridLookup.ts";
import { importCommand } from "./workbench/importExport/importCommand.ts";
import { ImportMemory } from "./workbench/importExport/importMemory.ts";
import { Reports } from "./workbench/importExport/reports.ts";
import { registerLanguage } from "./workbench/language/registerLanguage.ts";
import { registerMyPlots } from "./workbench/myPlots/myPlotsView.ts";
import { redirectLargeFiles } from "./workbench/opening/largeFiles.ts";
import { followNews } from "./workbench/plotDocuments/liveDocuments.ts";
import { registerPlotCommands } from "./workbench/plotDocuments/plotCommands.ts";
import { PlotFileSystem } from "./workbench/plotDocuments/plotFileSystem.ts";
import { PlotLoader } from "./workbench/plotDocuments/plotLoader.ts";
import { registerPlotViews } from "./workbench/plotsView/plotViews.ts";
import { searchCommand } from "./workbench/searchPlots/searchCommand.ts";
import { registerAccountCommands } from "./workbench/serverCommands/accountCommands.ts";
import { AccountProvider } from "./workbench/serverCommands/accountProvider.ts";
import { registerImportAccount } from "./workbench/serverCommands/importAccount.ts";
import type { ReadPlotlyFiles } from "./workbench/serverCommands/plotlyFiles.ts";
import { registerServerCommands } from "./workbench/serverCommands/serverCommands.ts";
import { Accounts } from "./workbench/servers/accounts.ts";
import { EmbeddedService, type NodeService } from "./workbench/servers/embeddedService.ts";
import { NewsFeed } from "./workbench/servers/news.ts";
import { embeddedServer } from "./workbench/servers/server.ts";
import { Servers } from "./workbench/servers/servers.ts";
import type { FigureTreeNode } from "./workbench/workspaceFigures/figureItems.ts";
import { FigurePictures } from "./workbench/workspaceFigures/figurePictures.ts";
import { registerFigureRowCommands } from "./workbench/workspaceFigures/figureRowCommands.ts";
import { FigureTree } from "./workbench/workspaceFigures/figureTree.ts";

/**
 * Builds each part once, in an order in which it finds what it needs, and registers it. The two entries, for Node and for
 * browsers, differ only in what they hand in: what a browser lacks is undefined.
 */
export function activateExtension(
  context: ExtensionContext,
  node: NodeService | undefined,
  readPlotlyFiles: ReadPlotlyFiles | undefined,
  copyUnits: CopyUnits | undefined,
  local: LocalFiles | undefined,
): Awake {
  const own = <T extends { dispose(): unknown }>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const log = own(window.createOutputChannel("Plot Files", { log: true }));

  // Servers, and what is read from them.
  const embedded = own(new EmbeddedService({ node, storage: context.globalStorageUri, log }));
  const accounts = own(new Accounts(context.secrets));
  const servers = own(new Servers(context, embedded, accounts, log));
  const provider = own(new AccountProvider(servers, log));
  const grids = own(new GridCache(servers));
  const lookup = own(new GridLookup(servers, grids));
  const loader = own(new PlotLoader(servers));
  const files = own(new PlotFileSystem(loader));

  // Texts of figures.
  const documents = own(new FigureDocuments());
  const outlines = own(new Outlines(copyUnits));
  const figures = new FigureReader(documents, outlines);
  const allFigures = new AllFigures(documents, outlines);
  own(new ActiveFigure(documents, outlines));
  own(new FigureMarks(documents, context.workspaceState));
  const recognized = own(new Recognition(documents, outlines));
  const references = own(new ReferenceChecker(grids, servers));
  const ruleFiles = own(new RuleFiles());
  const checks = own(new FigureChecks(outlines, ruleFiles));
  const diagnostics = own(new FigureDiagnostics(documents, outlines, checks, references));
  const choices = own(new DefaultsChoices(context.workspaceState));
  own(registerFixes({ choices, figures, checks, diagnostics, ruleFiles, servers, grids, outlines, log }));
  own(registerLanguage({ documents, recognized, figures, files: allFigures, diagnostics, servers, lookup }));

  // Views in the side bar.
  const apiServer = own(new ApiServer(embedded, log));
  const pictures = own(new FigurePictures(context.storageUri));
  own(new FileParts(local));
  const figureTree = own(new FigureTree({ pictures, memory: context.workspaceState, local }));
  own(window.registerTreeDataProvider<FigureTreeNode>(views.workspaceFigures, figureTree));
  own(registerFigureRowCommands(figureTree));
  const look = () => void figureTree.begin();
  const mine = own(registerMyPlots({ servers, log, embeddedOrigin: () => apiServer.access?.url }, look));
  own(embedded.onDidChangeFiles(() => mine.filesChanged(embeddedServer.id)));
  const plots = own(registerPlotViews(context, servers, mine, look, log));

  // Drawings.
  const previews = own(new Previews(context, previewActions(servers, plots, pictures, choices, log), log));
  own(
    choices.onDidChange((uri) => {
      for (const preview of previews.open)
        if (uri === undefined || preview.source.uri.toString() === uri.toString()) preview.drawAgain();
    }),
  );
  const editors = figureEditors(previews, { documents, outlines, checks, diagnostics, grids, servers });
  own(redirectLargeFiles());
  own(registerFigureCommands(previews));

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
  return { ...editors, files, accounts: provider };
}
