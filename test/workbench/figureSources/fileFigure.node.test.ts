import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { type Disposable, EventEmitter, type FileChangeEvent, FileChangeType, Uri, workspace } from "vscode";
import type { FigureChecks } from "../../../src/workbench/diagnostics/figureChecks.ts";
import { FileFigure } from "../../../src/workbench/figureSources/fileFigure.ts";
import { FileSource } from "../../../src/workbench/figureSources/fileSource.ts";
import type { GridCache } from "../../../src/workbench/grids/gridCache.ts";
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
  stat = () => ({ type: 1, ctime: 0, mtime: this.reads, size: this.text?.length ?? 0 });
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
    if (this.text === undefined) throw new Error("The disk is on fire.");
    return new TextEncoder().encode(this.text);
  }

  change(text: string): void {
    this.text = text;
    this.#changed.fire([{ type: FileChangeType.Changed, uri: this.uri }]);
  }
}

describe("A file that is too large for a text document", () => {
  const checks = {
    onDidChange: new EventEmitter<void>().event,
    rulesFor: () => Promise.resolve({}),
  } as unknown as FigureChecks;
  const grids = {} as GridCache;
  let file: OneFile;
  let figure: FileFigure;
  let registered: Disposable;
  beforeEach(() => {
    file = new OneFile();
    registered = workspace.registerFileSystemProvider("one-file", file);
    figure = new FileFigure(file.uri, checks);
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
    const views = [new FileSource(figure, grids), new FileSource(figure, grids)];
    equal(file.reads, 0);
    const outlines = await Promise.all(views.map((view) => view.outline()));
    ok(outlines[0] === outlines[1]);
    const drawings = await Promise.all(views.map((view) => view.drawing(new AbortController().signal)));
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

  it("tells the lines of its problems", async () => {
    const trace = `  {"type": "scatter", "name": "é",\r\n "ysrc": "me"}`;
    file.text = `{"data": [\n${Array.from({ length: 50 }, () => trace).join(",\n")}\n]}`;
    const checked = next(figure.onDidChangeProblems);
    await figure.content();
    await checked;
    const broken = figure.check?.problems.filter(({ code }) => code === "broken-reference");
    deepEqual(
      broken?.map(({ span }) => figure.lineOf(span.start)),
      Array.from({ length: 50 }, (_, index) => 3 + 2 * index),
    );
  });

  it("tells the line of what keeps it from being drawn at once", async () => {
    file.text = `{"data": [\n\n,]}`;
    const { outline } = await figure.content();
    equal(figure.lineOf(outline.syntax[0]!.span.start), 3);
  });
});
