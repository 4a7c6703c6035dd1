import { type CustomReadonlyEditorProvider, type CustomTextEditorProvider } from "vscode";
import { FileFigure } from "../figureSources/fileFigure.ts";
import { FileSource } from "../figureSources/fileSource.ts";
import type { FigureChecks } from "../diagnostics/figureChecks.ts";
import type { Previews } from "./previews.ts";
import { TextSource, type TextSourceParts } from "../figureSources/textSource.ts";

export interface FigureEditors {
  readonly textEditor: CustomTextEditorProvider;
  readonly largeEditor: CustomReadonlyEditorProvider;
}

/** Makes the two editors of figures. They differ only in where the text comes from. */
export function figureEditors(
  previews: Previews,
  parts: TextSourceParts & { readonly checks: FigureChecks },
): FigureEditors {
  const textEditor: CustomTextEditorProvider = {
    resolveCustomTextEditor(document, panel) {
      previews.show(panel, new TextSource(document, parts));
    },
  };
  const largeEditor: CustomReadonlyEditorProvider<FileFigure> = {
    // VS Code opens one document for all views of a file, and disposes of it when the last one closes.
    openCustomDocument: (uri) => new FileFigure(uri, parts.checks, (problem) => parts.diagnostics.tell(uri, problem)),
    resolveCustomEditor(figure, panel) {
      previews.show(panel, new FileSource(figure, parts.grids));
    },
  };
  return { textEditor, largeEditor };
}
