import { deepEqual, equal, rejects } from "node:assert/strict";
import { EventEmitter, Uri, type WebviewPanel } from "vscode";
import { scanFigure } from "../../../src/figure/text/scan/scan.ts";
import { ok } from "../../../src/plotsApi/errors/result.ts";
import type { FromWebview, ToWebview } from "../../../src/protocol.ts";
import type { FigureSource, ReferencedData } from "../../../src/workbench/figureSources/figureSource.ts";
import { Preview } from "../../../src/workbench/figureEditor/preview.ts";
import type { PreviewActions } from "../../../src/workbench/figureEditor/previewActions.ts";
import { FigureDocuments } from "../../../src/workbench/figures/figureDocuments.ts";
import { Outlines } from "../../../src/workbench/figures/outlines.ts";
import { KeptEdits } from "../../../src/workbench/keptEdits/keptEdits.ts";
import { EditedFigures } from "../../../src/workbench/handEdits/editedFigures.ts";
import { next, until } from "../support/events.ts";
import { keptLog } from "../support/standIns.ts";

/** The panel of a webview, of which VS Code keeps no page that is not shown. */
class StandInPanel {
  readonly messages = new EventEmitter<FromWebview>();
  readonly viewState = new EventEmitter<void>();
  readonly disposed = new EventEmitter<void>();
  readonly posted = new EventEmitter<ToWebview>();
  readonly onDidChangeViewState = this.viewState.event;
  readonly onDidDispose = this.disposed.event;
  visible = true;
  readonly webview = {
    cspSource: "",
    options: {},
    html: "",
    asWebviewUri: (uri: Uri) => uri,
    onDidReceiveMessage: this.messages.event,
    postMessage: (message: ToWebview) => {
      this.posted.fire(message);
      return Promise.resolve(this.visible);
    },
  };

  show(visible: boolean): void {
    this.visible = visible;
    this.viewState.fire();
  }
}

const noActions: PreviewActions = {
  reveal: () => undefined,
  save: () => undefined,
  thumbnail: () => undefined,
  wantsThumbnail: () => false,
  defaults: () => ({ writtenFor: "newest" }),
  chooseDefaults: () => undefined,
  act: () => undefined,
  edits: {
    edited: new EditedFigures({ get: () => [], update: () => Promise.resolve(), keys: () => [] }),
    documents: new FigureDocuments(),
    outlines: new Outlines(),
    kept: new KeptEdits(
      { get: () => [], update: () => Promise.resolve(), keys: () => [] },
      new FigureDocuments(),
      new Outlines(),
    ),
    beginText: () => Promise.resolve(),
  },
};

const drawnMessage: FromWebview = {
  type: "drawn",
  version: 1,
  traces: 1,
  engine: "plotly",
  milliseconds: 1,
  notes: [],
};

describe("A preview", () => {
  const figure = `{"data": [{"y": [1]}]}`;
  let panel: StandInPanel;
  let reads: number;
  let changed: EventEmitter<void>;
  let preview: Preview;
  let reading: Promise<unknown> | undefined;
  let referenced: ReferencedData;
  let later: Promise<ReferencedData> | undefined;
  beforeEach(() => {
    panel = new StandInPanel();
    reads = 0;
    reading = undefined;
    referenced = { grids: undefined, notice: undefined };
    later = undefined;
    changed = new EventEmitter<void>();
    // Of its whole type, so that the compiler tells when a preview asks for more.
    const source: FigureSource = {
      uri: Uri.parse("untitled:figure.plotly.json"),
      version: 1,
      traceTypes: [],
      canEdit: true,
      isText: true,
      onDidChange: changed.event,
      onDidChangeProblems: new EventEmitter<void>().event,
      outline: () => Promise.resolve(scanFigure(figure)),
      check: () => "checking",
      placeOf: () => "line 1",
      lineOf: () => 1,
      rangeOf: () => undefined,
      async drawing() {
        reads++;
        await reading;
        return ok({ figure: new TextEncoder().encode(figure), ...referenced, ...(later && { later }) });
      },
      dispose: () => undefined,
    };
    preview = new Preview(panel as unknown as WebviewPanel, source, Uri.file("/"), noActions, keptLog().log);
  });
  afterEach(() => preview.dispose());

  const figurePosted = () => next(panel.posted.event, ({ type }) => type === "figure");
  const drawn = async () => {
    const posted = figurePosted();
    panel.messages.fire({ type: "ready" });
    await posted;
    panel.messages.fire(drawnMessage);
  };

  it("reads nothing while it is hidden or closed, and catches up when it is shown", async () => {
    await drawn();
    equal(reads, 1);
    panel.show(false);
    for (let count = 0; count < 5; count++) changed.fire();
    equal(reads, 1);
    const posted = figurePosted();
    panel.show(true);
    await posted;
    equal(reads, 2);
    panel.show(false);
    panel.show(true);
    equal(reads, 2);
    panel.disposed.fire();
    changed.fire();
    preview.redraw("news");
    equal(reads, 2);
  });

  it("draws what it was about to draw when it was hidden", async () => {
    const gate = Promise.withResolvers<void>();
    reading = gate.promise;
    const types: string[] = [];
    panel.posted.event(({ type }) => types.push(type));
    const loading = next(panel.posted.event, ({ type }) => type === "loading");
    panel.messages.fire({ type: "ready" });
    await loading;
    panel.show(false);
    gate.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    deepEqual(types.includes("figure"), false);
    const posted = figurePosted();
    panel.show(true);
    await posted;
  });

  it("says of a figure that is gone why, and reads it again only for a page that has not drawn it", async () => {
    await drawn();
    const said = next(panel.posted.event, ({ type }) => type === "broken");
    preview.lose("The plot is gone.");
    deepEqual(await said, { type: "broken", version: 1, message: "The plot is gone.", place: false });
    equal(reads, 1);
    const posted = figurePosted();
    panel.messages.fire({ type: "ready" });
    const figureMessage = await posted;
    equal(figureMessage.type === "figure" && figureMessage.notice, "The plot is gone.");
    equal(reads, 2);
  });

  it("lets nobody wait for a picture once it is closed", async () => {
    await drawn();
    const wanted = preview.picture("png", 1);
    panel.disposed.fire();
    await rejects(wanted, /closed/);
    await rejects(preview.picture("png", 1), /closed/);
  });

  describe("of a figure whose data takes long", () => {
    const grids = new TextEncoder().encode(`{"a:1": {"cols": {}}}`);
    const figures: ToWebview[] = [];
    let arrive: (data: ReferencedData) => void;
    const posted = (count: number) => until(() => figures.length === count, panel.posted.event);
    beforeEach(() => {
      figures.length = 0;
      panel.posted.event((message) => {
        if (message.type === "figure") figures.push(message);
      });
      const waiting = Promise.withResolvers<ReferencedData>();
      arrive = waiting.resolve;
      later = waiting.promise;
      referenced = { grids: undefined, notice: "It is being read." };
    });

    it("draws it without the data, says so, and draws in the end what it draws of data that is there", async () => {
      panel.messages.fire({ type: "ready" });
      await posted(1);
      const [without] = figures;
      equal(without?.type === "figure" && without.grids, undefined);
      equal(without?.type === "figure" && without.notice, "It is being read.");
      arrive({ grids, notice: undefined });
      await posted(2);
      // The same figure with its data in time.
      later = undefined;
      referenced = { grids, notice: undefined };
      changed.fire();
      await posted(3);
      deepEqual(figures[1], figures[2]);
    });

    it("makes pictures and the small picture with the data only", async () => {
      panel.messages.fire({ type: "ready" });
      await posted(1);
      const types: string[] = [];
      panel.posted.event(({ type }) => types.push(type));
      panel.messages.fire(drawnMessage);
      preview.picture("png", 1).catch(() => undefined);
      equal(types.includes("export"), false);
      arrive({ grids, notice: undefined });
      await posted(2);
      panel.messages.fire(drawnMessage);
      equal(types.includes("export"), true);
    });

    it("forgets the data of a text that has changed", async () => {
      panel.messages.fire({ type: "ready" });
      await posted(1);
      later = undefined;
      referenced = { grids: undefined, notice: undefined };
      changed.fire();
      await posted(2);
      arrive({ grids, notice: undefined });
      await new Promise((resolve) => setImmediate(resolve));
      equal(figures.length, 2);
    });
  });
});
