import { commands, Disposable, type Memento } from "vscode";
import { commands as commandIds } from "../../manifest.ts";
import type { FigureDiagnostics } from "../diagnostics/figureDiagnostics.ts";
import { showProblem } from "../diagnostics/showProblem.ts";
import type { FigureDocuments } from "../figures/figureDocuments.ts";
import type { Outlines } from "../figures/outlines.ts";
import type { GridCache } from "../grids/gridCache.ts";
import type { Servers } from "../servers/servers.ts";
import { registerCodeLenses } from "./codeLenses.ts";
import { registerColors } from "./colors.ts";
import { registerCompletions } from "./completions.ts";
import { registerDefinitions } from "./definitions.ts";
import { AllFigures } from "../figures/allFigures.ts";
import { FigureReader } from "../figures/figureReader.ts";
import { GridLookup } from "../grids/gridLookup.ts";
import { registerHovers } from "./hovers.ts";
import { registerInlayHints } from "./inlayHints.ts";
import { FigureMarks } from "../figures/figureMarks.ts";
import { Recognition } from "../figures/recognition.ts";
import { registerRanges } from "./ranges.ts";
import { registerReferences } from "./references.ts";
import { registerRename } from "./rename.ts";
import { registerSymbols } from "./symbols.ts";

export interface LanguageParts {
  readonly documents: FigureDocuments;
  readonly outlines: Outlines;
  readonly diagnostics: FigureDiagnostics;
  /** Where the files are kept that are treated as figures. */
  readonly memory: Memento;
  readonly servers: Servers;
  readonly grids: GridCache;
}

/** What VS Code's JSON support cannot know of figures: their parts, their data and what refers to what. */
export function registerLanguage({
  documents,
  outlines,
  diagnostics,
  memory,
  servers,
  grids,
}: LanguageParts): Disposable {
  const figures = new FigureReader(documents, outlines);
  const lookup = new GridLookup(servers, grids);
  const recognized = new Recognition(documents, outlines);
  return Disposable.from(
    lookup,
    recognized,
    registerSymbols(figures),
    registerRanges(figures),
    registerHovers(figures, lookup),
    registerCompletions(figures, lookup),
    registerColors(figures),
    registerRename(figures),
    registerCodeLenses(documents, diagnostics, recognized),
    new FigureMarks(documents, memory),
    commands.registerCommand(commandIds.showProblem, showProblem),
    registerDefinitions(figures, lookup),
    registerReferences({ figures, files: new AllFigures(documents, outlines), servers }),
    registerInlayHints(figures, lookup, servers),
  );
}
