import { deepEqual, equal } from "node:assert/strict";
import {
  commands,
  EventEmitter,
  languages,
  type TextDocument,
  type Uri,
  window,
  workspace,
  WorkspaceEdit,
} from "vscode";
import { FileFigure } from "../../../src/workbench/figureSources/fileFigure.ts";
import { FileSource } from "../../../src/workbench/figureSources/fileSource.ts";
import type { TextSourceParts } from "../../../src/workbench/figureSources/textSource.ts";
import { FigureDocuments } from "../../../src/workbench/figures/figureDocuments.ts";
import { Outlines } from "../../../src/workbench/figures/outlines.ts";
import { next, until } from "../support/events.ts";
import { deleteFigures, writeFigure } from "../support/figures.ts";
import { closeTabs, textTab } from "../support/tabs.ts";

const tides = `{"data": [{"type": "bar", "y": [1, 2]}], "layout": {"title": {"text": "Tides"}}}`;

describe("A view of a figure in a file", () => {
  let documents: FigureDocuments;
  let outlines: Outlines;
  let parts: TextSourceParts;
  const diagnostics = {
    onDidChange: new EventEmitter<Uri>().event,
    checkFile: () => Promise.resolve(),
  };
  const { signal } = new AbortController();
  let figure: FileFigure;
  let view: FileSource;

  before(() => {
    documents = new FigureDocuments();
    outlines = new Outlines();
    parts = { documents, outlines, diagnostics, grids: {}, servers: {} } as unknown as TextSourceParts;
  });
  after(() => {
    documents.dispose();
    outlines.dispose();
  });
  afterEach(async () => {
    view.dispose();
    figure.dispose();
    await closeTabs();
    await deleteFigures();
  });

  async function look(text: string | Uint8Array<ArrayBuffer>, ending?: string): Promise<void> {
    const uri = await writeFigure(text, ending);
    figure = new FileFigure(uri);
    view = new FileSource(figure, parts);
    view.show(true);
    await view.outline();
  }

  async function drawn(): Promise<string> {
    const drawing = await view.drawing(signal);
    return drawing.ok ? new TextDecoder().decode(drawing.value.figure) : drawing.error.sentence;
  }

  const openText = async (): Promise<TextDocument> => {
    const opened = next(workspace.onDidOpenTextDocument, ({ uri }) => uri.toString() === figure.uri.toString());
    void commands.executeCommand("vscode.openWith", figure.uri, "default");
    return opened;
  };

  async function insert(document: TextDocument, before: string, text: string): Promise<void> {
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().indexOf(before)), text);
    await workspace.applyEdit(edit);
  }

  /** How often the view tells of a change while `doing` is done. */
  async function changesWhile(doing: () => Promise<unknown>): Promise<number> {
    let count = 0;
    const counting = view.onDidChange(() => count++);
    await doing();
    counting.dispose();
    return count;
  }

  const closed = () => next(workspace.onDidCloseTextDocument, ({ uri }) => uri.toString() === figure.uri.toString());

  it("draws the bytes, and needs no text document for that", async () => {
    await look(tides);
    equal(await drawn(), tides);
    equal(
      workspace.textDocuments.some(({ uri }) => uri.toString() === figure.uri.toString()),
      false,
    );
  });

  it("follows a text that is opened later and typed in, and is not drawn again for its opening", async () => {
    await look(tides);
    let document: TextDocument | undefined;
    equal(await changesWhile(async () => (document = await openText())), 0);
    const version = view.version;
    const changed = next(view.onDidChange);
    await insert(document!, "Tides", "High ");
    await changed;
    equal(view.version, version + 1);
    equal(await drawn(), tides.replace("Tides", "High Tides"));
    await document!.save();
  });

  it("goes back to the bytes when the text is closed, and is drawn again only where that makes a difference", async () => {
    await look(tides);
    const document = await openText();
    await insert(document, "Tides", "High ");
    await next(view.onDidChange);
    await document.save();
    const tab = await textTab(figure.uri);
    equal(
      await changesWhile(async () => {
        const gone = closed();
        await window.tabGroups.close(tab);
        await gone;
      }),
      0,
    );
    equal(await drawn(), tides.replace("Tides", "High Tides"));
  });

  it("stays with a document whose language is changed, for which VS Code closes and opens it", async () => {
    await look(tides);
    const document = await openText();
    await insert(document, "Tides", "High ");
    await next(view.onDidChange);
    equal(await changesWhile(() => Promise.resolve(languages.setTextDocumentLanguage(document, "jsonc"))), 0);
    equal(await drawn(), tides.replace("Tides", "High Tides"));
    await document.save();
  });

  it("draws a document that is changed already", async () => {
    const uri = await writeFigure(tides);
    const document = await workspace.openTextDocument(uri);
    await insert(document, "Tides", "Low ");
    figure = new FileFigure(uri);
    view = new FileSource(figure, parts);
    equal(await drawn(), tides.replace("Tides", "Low Tides"));
    await document.save();
  });

  it("draws a file in UTF-16 as VS Code decodes it", async () => {
    const units = Uint16Array.from(`\uFEFF${tides}`, (unit) => unit.charCodeAt(0));
    await look(new Uint8Array(units.buffer));
    equal(figure.needsText, true);
    equal(await drawn(), tides);
  });

  it("draws bytes that are no UTF-8 as VS Code decodes them, once that shows", async () => {
    await look(Uint8Array.from(tides.replace("Tides", "Marées"), (letter) => letter.charCodeAt(0)));
    equal(figure.needsText, false);
    figure.seen();
    void figure.toCheck(() => true);
    await until(() => figure.needsText, view.onDidChange);
    await view.outline();
    equal(await drawn(), tides.replace("Tides", "Mar\uFFFDes"));
  });

  it("makes any JSON a figure, also when its text is opened later", async () => {
    await look(tides, ".json");
    const document = await openText();
    equal(documents.isFigure(document), true);
    view.dispose();
    deepEqual(documents.isFigure(document), false);
  });
});
