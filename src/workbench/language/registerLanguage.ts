import { commands, Disposable } from "vscode";
import { commands as commandIds } from "../../manifest.ts";
import type { FigureDiagnostics } from "../diagnostics/figureDiagnostics.ts";
import { showProblem } from "../diagnostics/showProblem.ts";
import type { AllFigures } from "../figures/allFigures.ts";
import type { FigureDocuments } from "../figures/figureDocuments.ts";
import type { FigureReader } from "../figures/figureReader.ts";
import type { Recognition } from "../figures/recognition.ts";
import type { GridLookup } from "../grids/gridLookup.ts";
import type { Servers } from "../servers/servers.ts";
import { registerCodeLenses } from "./codeLenses.ts";
import { registerColors } from "./colors.ts";
import { registerCompletions } from "./completions.ts";
import { registerDefinitions } from "./definitions.ts";
import { registerHovers } from "./hovers.ts";
import { registerInlayHints } from "./inlayHints.ts";
import { registerRanges } from "./ranges.ts";
import { registerReferences } from "./references.ts";
import { registerRename } from "./rename.ts";
import { registerSymbols } from "./symbols.ts";

export interface LanguageParts {
  readonly documents: FigureDocuments;
  readonly recognized: Recognition;
  readonly figures: FigureReader;
  readonly files: AllFigures;
  readonly diagnostics: FigureDiagnostics;
  readonly servers: Servers;
  readonly lookup: GridLookup;
}

/** Registers what VS Code's JSON support cannot know of figures: their parts, their data and what refers to what. */
export function registerLanguage({
  documents,
  recognized,
  figures,
  files,
  diagnostics,
  servers,
  lookup,
}: LanguageParts): Disposable {
  return Disposable.from(
    registerSymbols(figures),
    registerRanges(figures),
    registerHovers(figures, lookup),
    registerCompletions(figures, lookup),
    registerColors(figures),
    registerRename(figures),
    registerCodeLenses(documents, diagnostics, recognized),
    commands.registerCommand(commandIds.showProblem, showProblem),
    registerDefinitions(figures, lookup),
    registerReferences({ figures, files, servers }),
    registerInlayHints(figures, lookup, servers),
  );
}
