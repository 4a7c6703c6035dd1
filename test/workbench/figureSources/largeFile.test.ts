import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import {
  commands,
  type Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FileType,
  Uri,
  window,
  workspace,
} from "vscode";
import { checkFigure, obstacleOf } from "../../../src/figure/checks/check.ts";
import { partScheme } from "../../../src/manifest.ts";
import { toDiagnostics } from "../../../src/workbench/diagnostics/toDiagnostics.ts";
import { FileFigure } from "../../../src/workbench/figureSources/fileFigure.ts";
import { HiddenFigures } from "../../../src/workbench/figureSources/hiddenFigures.ts";
import { closeTabs } from "../support/tabs.ts";

/** A file of more than 50 MB. */
class LargeFile {
  readonly uri = Uri.parse("large-file:/folder/large.plotly.json");
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  reads = 0;
  bytes: Uint8Array = new Uint8Array(0);

  watch = () => ({ dispose: () => undefined });
  stat = () => ({ type: FileType.File, ctime: 0, mtime: this.reads, size: this.bytes.length });
  readDirectory = () => [];
  createDirectory = () => undefined;
  writeFile = () => undefined;
  delete = () => undefined;
  rename = () => undefined;

  readFile(): Uint8Array {
    this.reads++;
    return this.bytes;
  }

  change(text: string): void {
    this.bytes = new TextEncoder().encode(text);
    this.#changed.fire([{ type: FileChangeType.Changed, uri: this.uri }]);
  }
}

const numbers = `${"1.25,\n".repeat(8_800_000)}1`;
const withNumbers = (rest: string): string => `{"data":[{"type":"bar","y":[${numbers}]${rest}`;
const lines = 8_800_001;

describe("A figure above 50 MB", function () {
  this.timeout(60_000);
  let file: LargeFile;
  let figure: FileFigure;
  let registered: Disposable;
  beforeEach(async () => {
    file = new LargeFile();
    registered = workspace.registerFileSystemProvider("large-file", file);
    // VS Code has heard of the file system once it answers.
    await commands.executeCommand("setContext", "plots.test", true);
    figure = new FileFigure(file.uri);
  });
  afterEach(() => {
    figure.dispose();
    registered.dispose();
  });

  it("is read as columns and a small text, and its problems stand where they are in the file", async () => {
    file.bytes = new TextEncoder().encode(withNumbers(`,"merker":{"size":1}}],"layout":{}}`));
    const { bytes, columns } = await figure.content();
    equal(new TextDecoder().decode(bytes), `{"data":[{"type":"bar","y":[],"merker":{"size":1}}],"layout":{}}`);
    deepEqual(
      columns?.map(({ path, shape }) => ({ path, shape })),
      [{ path: ["data", 0, "y"], shape: [lines] }],
    );
    figure.seen();
    const read = await figure.toCheck(() => true);
    ok(read);
    const { problems } = checkFigure(read.figure, { bound: false });
    const problem = problems.find(({ code }) => code === "unknown-attribute");
    ok(problem);
    const { start } = read.rangeOf(problem.span);
    deepEqual({ line: start.line, character: start.character }, { line: lines - 1, character: 3 });
    equal(figure.places?.lineOf(problem.span.start), lines);
    const { place, length } = figure.places?.partOf?.(problem.span) ?? {};
    equal(place?.line, lines - 1);
    equal(new TextDecoder().decode(file.bytes.subarray(place.byte, place.byte + (length ?? 0))), `"merker"`);
    equal(figure.size, file.bytes.length);
  });

  it("has a link in the Problems panel to the part of the file that a problem stands in", async () => {
    file.bytes = new TextEncoder().encode(withNumbers(`,"merker":{"size":1}}],"layout":{}}`));
    await figure.content();
    figure.seen();
    const read = await figure.toCheck(() => true);
    ok(read);
    const shown = { uri: figure.uri, isInJsonService: false, hasText: true, ...read };
    const code = toDiagnostics(shown, checkFigure(read.figure, { bound: false }))
      .map((diagnostic) => diagnostic.code)
      .find((each) => typeof each === "object" && each.value === "unknown-attribute");
    ok(typeof code === "object");
    // As VS Code follows it.
    const link = Uri.parse(code.target.toString());
    await commands.executeCommand(link.path, ...(JSON.parse(decodeURIComponent(link.query)) as unknown[]));
    const { document, selection } = window.activeTextEditor ?? {};
    equal(document?.uri.scheme, partScheme);
    equal(document.getText(selection), '"merker"');
    await closeTabs();
  });

  it("says where its text is broken", async () => {
    file.bytes = new TextEncoder().encode(withNumbers(`}]],"layout":{}}`));
    const { outline } = await figure.content();
    const obstacle = obstacleOf(outline);
    equal(obstacle?.code, "syntax");
    equal(figure.places?.lineOf(obstacle.span.start), lines);
  });

  it("is read again where it changes meanwhile", async () => {
    file.bytes = new TextEncoder().encode(withNumbers("}]}"));
    let changes = 0;
    figure.onDidProgress(() => {
      if (changes++ === 0) file.change(withNumbers(',"name":"new"}]}'));
    });
    const { outline } = await figure.content();
    ok(changes > 1);
    equal(outline.traces[0]?.name, "new");
    ok(file.reads > 1);
  });

  it("tells how far it is, and is read no further once a person stops it, until somebody asks again", async () => {
    file.bytes = new TextEncoder().encode(withNumbers("}]}"));
    const told: string[] = [];
    const telling = figure.onDidProgress((sentence) => {
      told.push(sentence);
      figure.stop();
    });
    await rejects(figure.content(), /Reading was cancelled/);
    match(told[0] ?? "", /^Reading 53 MB: \d+ %$/);
    telling.dispose();
    equal((await figure.content()).columns?.length, 1);
  });

  it("is not read again while a tab has it, shown or not", async () => {
    file.bytes = new TextEncoder().encode(withNumbers("}]}"));
    const view = {};
    figure.show(view, true);
    await figure.content();
    figure.show(view, false);
    figure.seen();
    ok(await figure.toCheck(() => true));
    equal((await figure.content()).columns?.length, 1);
    equal(file.reads, 1);
  });

  it("is read again when it is shown, once other hidden ones have needed its memory", async () => {
    file.bytes = new TextEncoder().encode(withNumbers("}]}"));
    const hidden = new HiddenFigures(1);
    const [one, other] = [0, 1].map(() => new FileFigure(file.uri, undefined, undefined, hidden));
    ok(one && other);
    const view = {};
    for (const each of [one, other]) {
      each.show(view, true);
      await each.content();
      each.show(view, false);
    }
    equal(file.reads, 2);
    await other.content();
    equal(file.reads, 2);
    one.show(view, true);
    equal((await one.content()).columns?.length, 1);
    equal(file.reads, 3);
    for (const each of [one, other]) each.dispose();
  });
});
