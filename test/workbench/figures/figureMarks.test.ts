import { deepEqual, equal, ok } from "node:assert/strict";
import { commands, Range, type TextDocument, Uri, workspace, WorkspaceEdit } from "vscode";
import { FigureDocuments } from "../../../src/workbench/figures/figureDocuments.ts";
import { FigureMarks } from "../../../src/workbench/figures/figureMarks.ts";
import { next } from "../support/events.ts";
import { workspaceFile } from "../support/figures.ts";
import { replace, restore } from "../support/replace.ts";
import { MemoryMemento } from "../support/standIns.ts";
import { closeTabs } from "../support/tabs.ts";

describe("A file that is treated as a figure", () => {
  const folder = workspaceFile("marked");
  const text = `{"data": [{"y": [1]}]}`;
  let documents: FigureDocuments;
  let memory: MemoryMemento;
  let marked: FigureMarks;

  beforeEach(() => {
    // The extension's own has the names already.
    replace(commands, "registerCommand", () => ({ dispose: () => undefined }));
    documents = new FigureDocuments();
    memory = new MemoryMemento();
    marked = new FigureMarks(documents, memory);
  });
  afterEach(async () => {
    marked.dispose();
    documents.dispose();
    restore();
    await closeTabs();
    await workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
  });

  const file = async (name: string, content = text): Promise<TextDocument> => {
    const uri = Uri.joinPath(folder, name);
    await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
    return workspace.openTextDocument(uri);
  };
  const renamed = async (from: string, to: string): Promise<void> => {
    const edit = new WorkspaceEdit();
    edit.renameFile(Uri.joinPath(folder, from), Uri.joinPath(folder, to));
    const done = next(workspace.onDidRenameFiles);
    ok(await workspace.applyEdit(edit));
    await done;
  };

  it("stays one under another name, alone and with its folder", async () => {
    const document = await file("one.json");
    await marked.mark(document.uri);
    ok(documents.isFigure(document));
    await renamed("one.json", "two.json");
    const two = await workspace.openTextDocument(Uri.joinPath(folder, "two.json"));
    ok(documents.isFigure(two));
    ok(!documents.isFigure(await file("one.json")));

    const below = await file("plots/below.json");
    await marked.mark(below.uri);
    await renamed("plots", "pictures");
    ok(documents.isFigure(await workspace.openTextDocument(Uri.joinPath(folder, "pictures/below.json"))));
  });

  it("takes its mark along when it is saved as another, and to no other file", async () => {
    await marked.mark((await file("one.json")).uri);
    const other = await file("other.json", "{}");
    const saved = async (content: string) => {
      const edit = new WorkspaceEdit();
      edit.replace(other.uri, new Range(0, 0, 1000, 0), content);
      await workspace.applyEdit(edit);
      await other.save();
    };
    await saved(`{"data": [{"y": [2]}]}`);
    ok(!documents.isFigure(other));
    const settled = next(documents.onDidSettle, (document) => document === other);
    await saved(text);
    await settled;
    ok(documents.isFigure(other));
  });

  it("is forgotten with a text that has no file", async () => {
    const document = await workspace.openTextDocument({ content: text, language: "json" });
    await marked.mark(document.uri);
    ok(documents.isFigure(document));
    deepEqual(memory.get("plots.markedFigures"), undefined);
    await memory.update("plots.markedFigures", [document.uri.toString()]);
    // As after a restart: the name is another document's then.
    const later = new FigureMarks(documents, memory);
    marked.dispose();
    equal(documents.isFigure(document), false);
    later.dispose();
  });
});
