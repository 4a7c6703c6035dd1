import type { EventEmitter, LogOutputChannel } from "vscode";
import type { CopyUnits } from "./figure/text/simd/skipper.ts";
import type { FigureChecks } from "./workbench/diagnostics/figureChecks.ts";
import type { FigureDiagnostics } from "./workbench/diagnostics/figureDiagnostics.ts";
import type { RuleFiles } from "./workbench/diagnostics/ruleFiles.ts";
import type { DefaultsChoices } from "./workbench/figures/defaultsChoices.ts";
import type { KeptEdits } from "./workbench/keptEdits/keptEdits.ts";
import type { EditedFigures } from "./workbench/handEdits/editedFigures.ts";
import type { Previews } from "./workbench/figureEditor/previews.ts";
import type { LocalFiles } from "./workbench/fileParts/localFiles.ts";
import type { FigureDocuments } from "./workbench/figures/figureDocuments.ts";
import type { ViewedFiles } from "./workbench/figures/viewedFiles.ts";
import type { Outlines } from "./workbench/figures/outlines.ts";
import type { GridCache } from "./workbench/grids/gridCache.ts";
import type { ReadPlotlyFiles } from "./workbench/serverCommands/plotlyFiles.ts";
import type { Accounts } from "./workbench/servers/accounts.ts";
import type { EmbeddedService, NodeService } from "./workbench/servers/embeddedService.ts";
import type { Servers } from "./workbench/servers/servers.ts";
import type { FigurePictures } from "./workbench/workspaceFigures/figurePictures.ts";
import type { PlotAddress } from "./workbench/addresses/plotUri.ts";

/** What drawings are made with. The rest is made of it too. */
export interface DrawingParts {
  readonly log: LogOutputChannel;
  readonly embedded: EmbeddedService;
  readonly accounts: Accounts;
  readonly servers: Servers;
  readonly grids: GridCache;
  readonly documents: FigureDocuments;
  readonly outlines: Outlines;
  readonly ruleFiles: RuleFiles;
  readonly checks: FigureChecks;
  readonly diagnostics: FigureDiagnostics;
  readonly viewedFiles: ViewedFiles;
  readonly choices: DefaultsChoices;
  readonly pictures: FigurePictures;
  readonly previews: Previews;
  readonly edited: EditedFigures;
  readonly kept: KeptEdits;
  /** Tells of plots of which a drawing has made a small picture. */
  readonly pictureChanged: EventEmitter<PlotAddress>;
}

/** What a browser lacks: there, each is undefined. */
export interface OnNode {
  readonly node?: NodeService;
  readonly readPlotlyFiles?: ReadPlotlyFiles;
  readonly copyUnits?: CopyUnits;
  readonly local?: LocalFiles;
}
