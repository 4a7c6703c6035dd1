import { type CustomReadonlyEditorProvider, type CustomTextEditorProvider, Disposable, window } from "vscode";
import { viewTypes } from "../../manifest.ts";
import { LargeFigure } from "./largeFigure.ts";
import { LargeSource } from "./largeSource.ts";
import type { FigureChecks } from "../diagnostics/figureChecks.ts";
import type { Previews } from "./previews.ts";
import { TextSource, type TextSourceParts } from "./textSource.ts";

/** Registers the three editors; they differ only in where the text comes from and when VS Code offers them. */
export function registerFigureEditors(
  previews: Previews,
  parts: TextSourceParts & { readonly checks: FigureChecks },
): Disposable {
  const text: CustomTextEditorProvider = {
    resolveCustomTextEditor(document, panel) {
      previews.show(panel, new TextSource(document, parts));
    },
  };
  const large: CustomReadonlyEditorProvider<LargeFigure> = {
    // VS Code opens one document for all views of a file, and disposes of it with the last of them.
    openCustomDocument: (uri) => new LargeFigure(uri, parts.checks, (problem) => parts.diagnostics.tell(uri, problem)),
    resolveCustomEditor(figure, panel) {
      previews.show(panel, new LargeSource(figure, parts.grids));
    },
  };
  const options = { supportsMultipleEditorsPerDocument: true };
  return Disposable.from(
    window.registerCustomEditorProvider(viewTypes.figure, text, options),
    window.registerCustomEditorProvider(viewTypes.figureJson, text, options),
    window.registerCustomEditorProvider(viewTypes.largeFigure, large, options),
  );
}
