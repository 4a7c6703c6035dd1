import { EventEmitter, type ExtensionContext, type Uri, window } from "vscode";
import type { Awake } from "./dormant.ts";
import { FigureChecks } from "./workbench/diagnostics/figureChecks.ts";
import { FigureDiagnostics } from "./workbench/diagnostics/figureDiagnostics.ts";
import { KeptEdits } from "./workbench/keptEdits/keptEdits.ts";
import { EditedFigures } from "./workbench/handEdits/editedFigures.ts";
import { ReferenceChecker } from "./workbench/diagnostics/referenceChecker.ts";
import { RuleFiles } from "./workbench/diagnostics/ruleFiles.ts";
import { EditMode } from "./workbench/figureEditor/editMode.ts";
import { figureEditors } from "./workbench/figureEditor/figureEditors.ts";
import { previewActions } from "./workbench/figureEditor/previewActions.ts";
import { Previews } from "./workbench/figureEditor/previews.ts";
import { FileFigures } from "./workbench/figureSources/fileFigures.ts";
import { DefaultsChoices } from "./workbench/figures/defaultsChoices.ts";
import { FigureDocuments } from "./workbench/figures/figureDocuments.ts";
import { Outlines } from "./workbench/figures/outlines.ts";
import { GridCache } from "./workbench/grids/gridCache.ts";
import { Accounts } from "./workbench/servers/accounts.ts";
import { EmbeddedService } from "./workbench/servers/embeddedService.ts";
import { Servers } from "./workbench/servers/servers.ts";
import { FigurePictures } from "./workbench/workspaceFigures/figurePictures.ts";
import type { PlotAddress } from "./workbench/addresses/plotUri.ts";
import type { OnNode } from "./parts.ts";

/**
 * Builds what figures are drawn and checked with. Each part is built once, in an order in which it finds what it needs. The
 * two entries, for Node and for browsers, differ only in what they hand in.
 */
export function activateDrawings(context: ExtensionContext, onNode: OnNode): Awake {
  const own = <T extends { dispose(): unknown }>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const log = own(window.createOutputChannel("Plot Files", { log: true }));

  // Servers, and what is read from them.
  const embedded = own(new EmbeddedService({ node: onNode.node, storage: context.globalStorageUri, log }));
  const accounts = own(new Accounts(context.secrets));
  const servers = own(new Servers(context, embedded, accounts, log));
  const grids = own(new GridCache(servers));

  // Texts of figures.
  const documents = own(new FigureDocuments());
  const outlines = own(new Outlines(onNode.copyUnits));
  const references = own(new ReferenceChecker(grids, servers));
  const ruleFiles = own(new RuleFiles());
  const checks = own(new FigureChecks(outlines, ruleFiles));
  const diagnostics = own(new FigureDiagnostics(documents, outlines, checks, references));
  const viewedFiles = own(new FileFigures(diagnostics, onNode.local));

  // Drawings.
  const choices = own(new DefaultsChoices(context.workspaceState));
  const pictures = own(new FigurePictures(context.storageUri));
  const pictureChanged = own(new EventEmitter<PlotAddress>());
  const edited = own(new EditedFigures(context.workspaceState));
  const kept = own(new KeptEdits(context.workspaceState, documents, outlines));
  const edits = { edited, documents, outlines, kept, beginText: (uri: Uri): Promise<void> => editMode.enter(uri) };
  const previews: Previews = own(
    new Previews(context, previewActions(servers, pictureChanged, pictures, choices, edits, log), log),
  );
  own(
    choices.onDidChange((uri) => {
      for (const preview of previews.open)
        if (uri === undefined || preview.source.uri.toString() === uri.toString()) preview.drawAgain();
    }),
  );
  const editMode: EditMode = own(new EditMode(previews, log));
  const sources = { documents, outlines, diagnostics, grids, servers, files: viewedFiles };
  const editors = figureEditors(previews, { ...sources, editMode });
  const texts = { documents, outlines, ruleFiles, checks, diagnostics, viewedFiles };
  const parts = {
    log,
    embedded,
    accounts,
    servers,
    grids,
    ...texts,
    choices,
    pictures,
    previews,
    pictureChanged,
    edited,
    kept,
  };
  return {
    ...editors,
    async loadRest() {
      const { activateRest } = await import("./activateRest.ts");
      return () => activateRest(context, parts, onNode);
    },
  };
}
