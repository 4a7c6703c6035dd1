import { type Disposable, languages, type RenameProvider, WorkspaceEdit } from "vscode";
import { axisAt, renameAxis } from "../../figure/language/axisRename.ts";
import { toRange } from "../editing/ranges.ts";
import { figureSelector, type FigureReader } from "../figures/figureReader.ts";

/** Registers the renaming of an axis, or another numbered part of the layout, wherever the figure names it. */
export function registerRename(figures: FigureReader): Disposable {
  const provider: RenameProvider = {
    async prepareRename(document, position, token) {
      const figure = await figures.read(document, token);
      if (figure === undefined) return undefined;
      const axis = axisAt(figure.structure, document.offsetAt(position));
      // VS Code shows the message of what is thrown.
      if (axis === undefined)
        throw new Error("Only an axis, a scene or another numbered part of the layout can be renamed.");
      return { range: toRange(document, axis.span), placeholder: axis.written };
    },
    async provideRenameEdits(document, position, newName, token) {
      const figure = await figures.read(document, token);
      const axis = figure && axisAt(figure.structure, document.offsetAt(position));
      if (figure === undefined || axis === undefined) return undefined;
      const renamed = renameAxis(figure.structure, axis, newName);
      if (!renamed.ok) throw new Error(renamed.sentence);
      const edit = new WorkspaceEdit();
      for (const { span, text } of renamed.edits) edit.replace(document.uri, toRange(document, span), text);
      return edit;
    },
  };
  return languages.registerRenameProvider(figureSelector, provider);
}
