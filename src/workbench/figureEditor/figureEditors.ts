import { type CustomReadonlyEditorProvider, type CustomTextEditorProvider } from "vscode";
import type { FileFigure } from "../figureSources/fileFigure.ts";
import type { FileFigures } from "../figureSources/fileFigures.ts";
import { FileSource } from "../figureSources/fileSource.ts";
import { TextSource, type TextSourceParts } from "../figureSources/textSource.ts";
import type { EditMode } from "./editMode.ts";
import type { Previews } from "./previews.ts";
import { pause } from "../tasks/pause.ts";

export interface FigureEditors {
  readonly fileEditor: CustomReadonlyEditorProvider;
  readonly textEditor: CustomTextEditorProvider;
}

/** The page of a figure that is not read by then begins all the same, after so many milliseconds. */
const PATIENCE = 40;

/** Makes the two editors of figures. They differ only in where the figure comes from. */
export function figureEditors(
  previews: Previews,
  parts: TextSourceParts & { readonly files: FileFigures; readonly editMode: EditMode },
): FigureEditors {
  const fileEditor: CustomReadonlyEditorProvider<FileFigure> = {
    // VS Code opens one document for all views of a file, and disposes of it when the last one closes.
    openCustomDocument: (uri) => parts.files.open(uri),
    async resolveCustomEditor(figure, panel) {
      let isOpen = true;
      const disposing = panel.onDidDispose(() => (isOpen = false));
      // Most figures are read by then, and the page begins with the parts of the engine that it needs.
      await Promise.race([figure.content().catch(() => undefined), pause(PATIENCE)]);
      disposing.dispose();
      if (isOpen) previews.show(panel, new FileSource(figure, parts));
    },
  };
  const textEditor: CustomTextEditorProvider = {
    resolveCustomTextEditor(document, panel) {
      previews.show(panel, new TextSource(document, parts), parts.editMode.handed(document.uri));
    },
  };
  return { fileEditor, textEditor };
}
