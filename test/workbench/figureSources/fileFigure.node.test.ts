import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import {
  commands,
  type Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FileSystemError,
  FileType,
  Uri,
  workspace,
} from "vscode";
import { FileFigure } from "../../../src/workbench/figureSources/fileFigure.ts";
import { FileSource } from "../../../src/workbench/figureSources/fileSource.ts";
import type { TextSourceParts } from "../../../src/workbench/figureSources/textSource.ts";
import { next } from "../support/events.ts";

/** A file system of one file, which says how often it was read and can be made to wait. */
class OneFile {
  readonly uri = Uri.parse("one-file:/folder/large.plotly.json");
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  text: string | undefined;
  reads = 0;
  running = 0;
  mostAtOnce = 0;
  gate: Promise<unknown> | undefined;
  readonly begun = new EventEmitter<void>();

  watch = () => ({ dispose: () => undefined });
  stat = () => {
    if (this.text === undefined) throw FileSystemError.FileNotFound(this.uri);
    return { type: FileType.File, ctime: 0, mtime: this.reads, size: this.text.length };
  };
  readDirectory = () => [];
  createDirectory = () => undefined;
  writeFile = () => undefined;
  delete = () => undefined;
  rename = () => undefined;

  async readFile(): Promise<Uint8Array> {
    this.reads++;
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.running);
    this.begun.fire();
    await this.gate;
    this.running--;
    if (this.text === undefined) throw FileSystemError.Unavailable("The disk is on fire.");
    return new TextEncoder().encode(this.text);
  }

  change(text: string): void {
    this.text = text;
    this.#changed.fire([{ type: FileChangeType.Changed, uri: this.uri }]);
  }

  remove(): void {
    this.text = undefined;
    this.#changed.fire([{ type: FileChangeType.Deleted, uri: this.uri }]);
  }
}

describe("A figure that is looked at from its file", () => {
  const checked: FileFigure[] = [];
  const parts = {
    documents: { adopt: () => ({ dispose: () => undefined }) },
    diagnostics: {
      onDidChange: new EventEmitter<Uri>().event,
      checkFile: (file: FileFigure) => Promise.resolve(void checked.push(file)),
    },
  } as unknown as TextSourceParts;
  const { signal } = new AbortController();
  let file: OneFile;
  let figure: FileFigure;
  let registered: Disposable;
  beforeEach(async () => {
    file = new OneFile();
    registered = workspace.registerFileSystemProvider("one-file", file);
    // VS Code has heard of the file system once it answers.
    await commands.executeCommand("setContext", "plots.test", true);
    figure = new FileFigure(file.uri);
    checked.length = 0;
  });
  afterEach(() => {
    figure.dispose();
    registered.dispose();
  });

  it("is read again by who tries again, after it could not be read", async () => {
    await rejects(figure.content());
    file.text = `{"data": []}`;
    equal((await figure.content()).bytes.length, 12);
    equal(file.reads, 2);
  });

  it("is read once for all its views, and not before one asks", async () => {
    file.text = `{"data": [{"y": [1, 2]}]}`;
    const views = [new FileSource(figure, parts), new FileSource(figure, parts)];
    equal(file.reads, 0);
    const outlines = await Promise.all(views.map((view) => view.outline()));
    ok(outlines[0] === outlines[1]);
    const drawings = await Promise.all(views.map((view) => view.drawing(signal)));
    ok(drawings.every((drawing) => drawing.ok));
    equal(file.reads, 1);
    views[0]?.dispose();
    await views[1]?.outline();
    equal(file.reads, 1);
  });

  it("is read no more once its last view is closed", async () => {
    file.text = `{"data": []}`;
    const gate = Promise.withResolvers<void>();
    file.gate = gate.promise;
    const begun = next(file.begun.event);
    const reading = figure.content();
    await begun;
    figure.dispose();
    gate.resolve();
    await rejects(reading, /closed/);
    await rejects(figure.content(), /closed/);
    equal(file.reads, 1);
  });

  it("is read by one at a time where it changes while it is read, and shown as it is then", async () => {
    file.text = `{"data": [`;
    const gate = Promise.withResolvers<void>();
    file.gate = gate.promise;
    const begun = next(file.begun.event);
    const reading = figure.content();
    await begun;
    for (const end of ["", "]", "]}"]) {
      const changed = next(figure.onDidChange);
      file.change(`{"data": [${end}`);
      await changed;
      void figure.content();
    }
    gate.resolve();
    equal(new TextDecoder().decode((await reading).bytes), `{"data": []}`);
    equal(file.mostAtOnce, 1);
    equal(file.reads, 2);
  });

  it("tells where its problems stand, once a view shows it", async () => {
    const trace = `  {"type": "scatter", "name": "é",\r\n "ysrc": "me"}`;
    file.text = `\uFEFF{"data": [\n${Array.from({ length: 50 }, () => trace).join(",\n")}\n]}`;
    equal(await figure.toCheck(() => true), undefined);
    equal(figure.seen(), true);
    equal(figure.seen(), false);
    const { text, rangeOf } = await read();
    equal(text, file.text);
    const { references } = (await figure.content()).outline;
    deepEqual(
      references.map(({ value }) => figure.places?.lineOf(value.start)),
      Array.from({ length: 50 }, (_, index) => 3 + 2 * index),
    );
    const [first] = references;
    ok(first);
    const { start, end } = rangeOf(first.value);
    deepEqual([start.line, start.character, end.line, end.character], [2, 9, 2, 13]);
    deepEqual(figure.places?.rangeOf({ start: 0, end: 2 }).end.character, 1);
  });

  it("tells the line of what keeps it from being drawn at once", async () => {
    file.text = `{"data": [\n\n,]}`;
    const { outline } = await figure.content();
    equal(figure.places?.lineOf(outline.syntax[0]!.span.start), 3);
  });

  it("is checked once it was seen, however many views show it, and again when it has changed", async () => {
    file.text = `{"data": []}`;
    const views = [new FileSource(figure, parts), new FileSource(figure, parts)];
    await Promise.all(views.map((view) => view.outline()));
    deepEqual(checked, []);
    for (const view of views) view.seen();
    equal(checked.length, 1);
    const changed = next(figure.onDidChange);
    file.change(`{"data": [{}]}`);
    await changed;
    for (const view of views) view.seen();
    equal(checked.length, 2);
  });

  it("keeps its bytes while a view shows them, and its outline longer", async () => {
    file.text = `{"data": []}`;
    const view = new FileSource(figure, parts);
    view.show(true);
    const outline = await view.outline();
    view.show(false);
    ok((await view.outline()) === outline);
    equal(file.reads, 1);
    view.show(true);
    await view.drawing(signal);
    equal(file.reads, 2);
  });

  it("is said to be deleted when it is gone, and drawn again when it is back", async () => {
    file.text = `{"data": []}`;
    const view = new FileSource(figure, parts);
    await view.outline();
    const gone = next(view.onDidChange);
    file.remove();
    await gone;
    equal(view.lost, "This file was deleted.");
    await rejects(figure.content(), /deleted/);
    const back = next(view.onDidChange);
    file.change(`{"data": [{}]}`);
    await back;
    equal(view.lost, undefined);
    equal((await view.outline()).traces.length, 1);
  });

  it("is not said to be deleted while a program puts a new file in its place", async () => {
    file.text = `{"data": []}`;
    const view = new FileSource(figure, parts);
    await view.outline();
    const changed = next(view.onDidChange);
    file.remove();
    file.change(`{"data": [{}]}`);
    await changed;
    equal(view.lost, undefined);
    equal((await view.outline()).traces.length, 1);
  });

  async function read() {
    const checkedText = await figure.toCheck(() => true);
    ok(checkedText);
    return { text: checkedText.figure.text, rangeOf: checkedText.rangeOf };
  }
});
