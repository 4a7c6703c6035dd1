import { deepEqual, equal, match } from "node:assert/strict";
import { type Memento, Range, type TextDocument, type Uri, window, workspace, WorkspaceEdit } from "vscode";
import type { FigureEdit } from "../../../src/figure/edits/edit.ts";
import { FigureDocuments } from "../../../src/workbench/figures/figureDocuments.ts";
import { Outlines } from "../../../src/workbench/figures/outlines.ts";
import { writeEdits } from "../../../src/workbench/handEdits/writeEdits.ts";
import { applyAgain, takeBack } from "../../../src/workbench/keptEdits/commands/applyAgain.ts";
import { editsUri } from "../../../src/workbench/keptEdits/editsBeside.ts";
import { KeptEdits } from "../../../src/workbench/keptEdits/keptEdits.ts";
import { missingNews } from "../../../src/workbench/keptEdits/missingNews.ts";
import { next } from "../support/events.ts";
import { deleteFigures, openFigure } from "../support/figures.ts";
import { closeTabs } from "../support/tabs.ts";

const tides = (title: string, ...names: string[]): string =>
  JSON.stringify({ data: names.map((name) => ({ type: "bar", name, y: [1, 2] })), layout: { title: { text: title } } });

const red: FigureEdit = { act: "set", path: ["data", 0, "marker", "color"], value: "red" };
const wide: FigureEdit = { act: "set", path: ["layout", "width"], value: 700 };

describe("Edits by hand", () => {
  let documents: FigureDocuments;
  let outlines: Outlines;
  let kept: KeptEdits;
  let remembered: Map<string, unknown>;
  let document: TextDocument;

  const memory = (): Memento => ({
    keys: () => [...remembered.keys()],
    get: <T>(key: string, otherwise?: T) => (remembered.has(key) ? remembered.get(key) : otherwise) as T,
    update: (key, value) => {
      if (value === undefined) remembered.delete(key);
      else remembered.set(key, value);
      return Promise.resolve();
    },
  });
  const parts = () => ({ outlines, kept });
  const textOf = async (uri: Uri) => new TextDecoder().decode(await workspace.fs.readFile(uri));
  const figure = () => JSON.parse(document.getText()) as { data: { name: string; marker?: object }[]; layout: object };
  const noShow = () => Promise.resolve();

  beforeEach(async () => {
    remembered = new Map();
    outlines = new Outlines();
    documents = new FigureDocuments();
    kept = new KeptEdits(memory(), documents, outlines);
    const opened = next(documents.onDidSettle);
    document = await openFigure(tides("Tides", "north", "south"));
    await opened;
    await window.showTextDocument(document, { preview: false });
  });
  afterEach(async () => {
    kept.dispose();
    documents.dispose();
    outlines.dispose();
    await workspace.saveAll();
    await closeTabs();
    await deleteFigures();
  });

  async function save(): Promise<void> {
    const remembering = next(kept.onDidChange);
    await document.save();
    await remembering;
  }

  async function edit(...edits: FigureEdit[]): Promise<void> {
    equal(await writeEdits(document, edits, parts()), undefined);
    // Edits are remembered after they are written.
    await kept.of(document.uri);
  }

  /** Another program writes the file. */
  async function rewrite(text: string): Promise<void> {
    const settled = next(documents.onDidSettle, () => document.getText() === text);
    await workspace.fs.writeFile(document.uri, new TextEncoder().encode(text));
    await settled;
  }

  it("are offered again when another program has written the figure anew, and go to their own trace", async () => {
    await edit(red);
    await edit(wide);
    await save();
    equal(await kept.missing(document.uri), undefined);
    await rewrite(tides("Tides", "east", "north"));
    const missing = await kept.missing(document.uri);
    const news = missingNews(missing);
    equal(news.message, "2 hand edits were made to the version before.");
    deepEqual(
      news.actions?.map(({ label }) => label),
      ["Apply Again", "Show", "Forget"],
    );
    await applyAgain(document.uri, parts(), noShow);
    deepEqual(
      figure().data.map(({ name, marker }) => [name, marker]),
      [
        ["east", undefined],
        ["north", { color: "red" }],
      ],
    );
    equal(await kept.missing(document.uri), undefined);
  });

  it("are said to be lost where their part is gone, and stay in the list", async () => {
    await edit(red);
    await save();
    await rewrite(tides("Tides", "east", "west"));
    const missing = await kept.missing(document.uri);
    deepEqual([missing?.applied.length, missing?.lost.length], [0, 1]);
    match(missingNews(missing).message ?? "", /of another figure/);
    equal((await kept.of(document.uri)).length, 1);
  });

  it("are none where nobody else wrote the figure: what is undone is over once it is saved", async () => {
    await edit(red);
    const change = new WorkspaceEdit();
    change.replace(document.uri, new Range(0, 0, document.lineCount, 0), tides("Tides", "north", "south"));
    await workspace.applyEdit(change);
    await save();
    equal(await kept.missing(document.uri), undefined);
    deepEqual(await kept.of(document.uri), []);
  });

  it("are taken back one by one", async () => {
    await edit(red);
    await edit(wide);
    const [first] = await kept.of(document.uri);
    if (first === undefined) throw new Error("There is no edit.");
    await takeBack(document.uri, first, parts());
    deepEqual(figure(), {
      ...(JSON.parse(tides("Tides", "north", "south")) as object),
      layout: { title: { text: "Tides" }, width: 700 },
    });
    equal((await kept.of(document.uri)).length, 1);
  });

  it("are kept beside the figure once that is asked for, and up to date with each save", async () => {
    await edit(red);
    await save();
    await kept.saveBeside(document.uri);
    const file = editsUri(document.uri);
    match(await textOf(file), /"marker\.color"/);
    await edit(wide);
    await save();
    const other = new KeptEdits(memory(), documents, outlines);
    equal((await other.of(document.uri)).length, 2);
    other.dispose();
    await workspace.fs.delete(file);
  });

  it("leave a file of edits that cannot be read as it is", async () => {
    const file = editsUri(document.uri);
    await workspace.fs.writeFile(file, new TextEncoder().encode("{broken"));
    await edit(red);
    await save();
    equal((await kept.of(document.uri)).length, 1);
    equal(await textOf(file), "{broken");
    await workspace.fs.delete(file);
  });
});
