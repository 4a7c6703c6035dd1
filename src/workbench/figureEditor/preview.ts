import type { Disposable, LogOutputChannel, Uri, WebviewPanel } from "vscode";
import { obstacleOf } from "../../figure/checks/check.ts";
import type { FigureProblem } from "../../figure/model/problem.ts";
import { partFor, withNeeds } from "../../figure/schema/engineParts.ts";
import { parseSrc } from "../../figure/references/srcReference.ts";
import type { FromWebview, ToWebview } from "../../protocol.ts";
import { type Drawing, type FigureSource, ReadingCancelled } from "../figureSources/figureSource.ts";
import { PageColumns } from "../pageColumns/pageColumns.ts";
import { onDidChangeSetting, readSetting } from "../settings.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { type Handover, HandingOver } from "./handover.ts";
import { PageEdits } from "../handEdits/pageEdits.ts";
import { PageChannel } from "./pageChannel.ts";
import {
  asBytes,
  brokenMessage,
  cancelledMessage,
  failedMessage,
  loadingMessage,
  sentMessage,
} from "./pageMessages.ts";
import type { PreviewActions } from "./previewActions.ts";
import { PictureRequests } from "./pictureRequests.ts";
import { ListedProblems } from "./listedProblems.ts";
import { messageOf } from "../../figure/model/messageOf.ts";

/**
 * One webview that draws one figure and follows its text. It owns which version is current, reads that version and sends
 * it. The page in the webview owns what is shown.
 */
export class Preview implements Disposable {
  readonly source: FigureSource;
  readonly panel: WebviewPanel;
  readonly #actions: PreviewActions;
  readonly #log: LogOutputChannel;
  readonly #store = new DisposableStore();
  readonly #page: PageChannel;
  readonly #pictures: PictureRequests;
  readonly #columns = new PageColumns();
  readonly #handing: HandingOver;
  readonly #problems: ListedProblems;
  readonly edits: PageEdits;
  /** What kept the figure from being drawn when it was last tried. */
  #obstacle: FigureProblem | undefined;
  /** The page takes messages. */
  #isReady = false;
  /** The version that is being read. */
  #reading: AbortController | undefined;
  /** What was sent is without the data that the figure refers to, which is still being read. */
  #awaitsData = false;
  /** Something is to be drawn once the page is shown again. */
  #isBehind = false;
  #news: string | undefined;
  #lost: string | undefined;

  constructor(
    panel: WebviewPanel,
    source: FigureSource,
    extensionUri: Uri,
    actions: PreviewActions,
    log: LogOutputChannel,
    before?: Handover,
  ) {
    this.panel = panel;
    this.source = this.#store.add(source);
    this.#actions = actions;
    this.#log = log;
    this.#page = this.#store.add(new PageChannel(panel.webview, log, (message) => this.#handle(message)));
    this.#pictures = this.#store.add(new PictureRequests((message) => this.#page.post(message)));
    this.#problems = new ListedProblems(source, (message) => this.#post(message));
    this.#handing = this.#store.add(new HandingOver((message) => this.#page.post(message)));
    this.edits = this.#store.add(new PageEdits(source, actions.edits, (message) => this.#post(message)));
    this.#store.add(source.onDidChange(() => void this.#draw()));
    if (source.onDidProgress !== undefined)
      this.#store.add(source.onDidProgress((message) => this.#post(loadingMessage(message))));
    this.#store.add(source.onDidChangeProblems(() => this.#postProblems()));
    this.#store.add(onDidChangeSetting(["preview.theme"], () => this.#postSettings()));
    this.#store.add(panel.onDidChangeViewState(() => this.#followVisibility()));
    this.#store.add(panel.onDidDispose(() => this.dispose()));
    source.show?.(panel.visible);
    this.#page.load(extensionUri, source, before);
  }

  dispose(): void {
    this.#reading?.abort();
    this.#store.dispose();
  }

  /**
   * Asks for the bytes of a picture in the author's colours. `scale` multiplies its size on the screen. Rejects with a
   * sentence where there is none.
   */
  picture(format: "png" | "svg", scale: number): Promise<Uint8Array> {
    return this.#pictures.request(format, scale, "file");
  }

  /** Puts a PNG in the author's colours on the clipboard. Rejects with a sentence where the window refuses. */
  async copyPicture(scale: number): Promise<void> {
    this.panel.reveal(undefined, false);
    await this.#pictures.request("png", scale, "clipboard");
  }

  /** Tells whether the figure refers to one of these grids. A figure that cannot be read refers to none. */
  async refersTo(grids: ReadonlySet<string>): Promise<boolean> {
    if (this.#store.disposed) return false;
    const outline = await this.source.outline().catch(() => undefined);
    const references = outline?.references ?? [];
    return references.some(({ text }) => text !== undefined && grids.has(parseSrc(text)?.fid ?? ""));
  }

  /** Asks the page for what another one needs to go on in its place; undefined where it does not say in time. */
  handOver(): Promise<Handover | undefined> {
    const isThere = this.#isReady && this.panel.visible && !this.#store.disposed;
    return isThere ? this.#handing.ask() : Promise.resolve(undefined);
  }

  /** Somebody else is about to change the text. The drawing of it will say so in these words. */
  expect(news: string): void {
    this.#reading?.abort();
    this.#news = news;
    this.#lost = undefined;
  }

  /** Draws the same text again, since the person chose to see it in another way. */
  drawAgain(): void {
    void this.#draw();
  }

  /** Draws the same text again, since it means something else now. The drawing says so in these words. */
  redraw(news: string): void {
    this.expect(news);
    void this.#draw();
  }

  /** The figure is gone from its server. Its drawing stays, below the reason. */
  lose(reason: string): void {
    this.#lost = reason;
    void this.#draw();
  }

  get lost(): boolean {
    return this.#lost !== undefined;
  }

  /** VS Code drops a page that is hidden. What changes meanwhile is read and drawn when the panel is shown again. */
  #followVisibility(): void {
    this.source.show?.(this.panel.visible);
    if (this.panel.visible) {
      if (this.#isBehind) void this.#draw();
      return;
    }
    this.#pictures.pageEnded();
    this.#columns.forget();
    if (this.#reading === undefined) return;
    this.#isBehind = true;
    this.#reading.abort();
  }

  async #draw(): Promise<void> {
    if (!this.#isReady || this.#store.disposed) return;
    this.#isBehind = !this.panel.visible;
    if (this.#isBehind) return;
    const { source } = this;
    const lost = this.#lost ?? source.lost;
    if (lost !== undefined && this.#pictures.isDrawn) {
      this.#post({ type: "broken", version: source.version, message: lost, place: false });
      return;
    }
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    const stale = () => reading.signal.aborted || this.#store.disposed;
    try {
      await this.#read(reading.signal, stale);
    } catch (error) {
      if (stale()) return;
      if (error instanceof ReadingCancelled) return this.#show(cancelledMessage);
      this.#log.error(`Preview of ${source.uri.toString(true)} failed.`, error);
      const reason = messageOf(error);
      this.#fail(`The figure could not be read: ${reason}`, String(error));
    }
  }

  /** Reads the current version and sends it, unless it is stale by then. */
  async #read(signal: AbortSignal, stale: () => boolean): Promise<void> {
    const { source } = this;
    const { version } = source;
    const outline = await source.outline();
    if (stale()) return;
    const obstacle = obstacleOf(outline);
    if (obstacle !== undefined) {
      this.#obstacle = obstacle;
      this.#post(brokenMessage(source, version, obstacle, outline.syntax[0]?.foreign));
      this.#pictures.notDrawn(obstacle.message);
      source.seen?.();
      return;
    }
    const parts = withNeeds(outline.traces.map(({ drawnAs }) => partFor(drawnAs)));
    this.#post({ type: "loading", message: "Reading the figure and its data…", parts });
    const found = await source.drawing(signal);
    if (stale()) return;
    if (!found.ok) {
      this.#fail(this.#lost ?? found.error.sentence, found.error.detail);
      return;
    }
    const { later, ...drawing } = found.value;
    await this.#columns.read(drawing, () => !stale());
    if (stale()) return;
    this.#awaitsData = later !== undefined;
    this.#postFigure(version, drawing);
    if (later !== undefined) {
      const referenced = await later;
      if (stale()) return;
      this.#awaitsData = false;
      this.#postFigure(version, { ...drawing, ...referenced });
    }
    this.#news = undefined;
    this.#reading = undefined;
  }

  #postFigure(version: number, drawing: Drawing): void {
    const { source } = this;
    const notice = drawing.notice ?? this.#lost;
    const thumbnail = !this.#awaitsData && this.#actions.wantsThumbnail(source);
    const facts = { version, notice, news: this.#news, thumbnail, ...this.#actions.defaults(source) };
    this.#show(sentMessage(drawing, facts, this.#columns));
  }

  #fail(message: string, detail: string): void {
    this.#show(failedMessage(message, detail));
  }

  #show(message: ReturnType<typeof sentMessage>): void {
    this.#post(message);
    if (message.type === "failed") this.#pictures.notDrawn(message.message);
  }

  #handle(message: FromWebview): void {
    switch (message.type) {
      case "ready":
        this.#isReady = true;
        this.#columns.forget();
        this.#pictures.pageBegan();
        this.#problems.forget();
        this.#postSettings();
        this.edits.tell();
        this.#postProblems();
        void this.#draw();
        break;
      case "drawn":
        // A picture without its data is none that anybody asked for.
        if (!this.#awaitsData) this.#pictures.drawn();
        this.source.seen?.();
        void this.edits.tellMissing();
        this.#log.debug(
          `${this.source.uri.toString(true)}: ${message.traces} traces drawn by ${message.engine} in ${Math.round(message.milliseconds)} ms`,
        );
        break;
      case "held":
      case "drawFailed":
        this.#log.warn(`${this.source.uri.toString(true)} was not drawn: ${message.message}`);
        this.#pictures.notDrawn(message.message);
        this.source.seen?.();
        break;
      case "thumbnail":
        this.#actions.thumbnail(this.source, asBytes(message.png));
        break;
      case "exported":
        this.#pictures.answer(
          message.id,
          message.bytes === undefined ? undefined : asBytes(message.bytes),
          message.error,
        );
        break;
      case "revealProblem": {
        const problem = this.#problems.at(message.id);
        if (problem !== undefined) this.#actions.reveal(this.source, problem);
        break;
      }
      case "revealObstacle":
        if (this.#obstacle !== undefined) this.#actions.reveal(this.source, this.#obstacle);
        break;
      case "action":
        if (message.id === "retry") void this.#draw();
        else if (message.id === "stop") this.source.stop?.();
        else this.#actions.act(this.source, message.id);
        break;
      case "editing":
      case "keepView":
      case "add":
      case "edit":
      case "act":
      case "selected":
        this.edits.handle(message);
        break;
      case "handedOver":
        this.#handing.answer(message);
        break;
      case "save":
        this.#actions.save(this, message.format);
        break;
      case "writtenFor":
        this.#actions.chooseDefaults(this.source, message.writtenFor);
        break;
      case "view":
      case "nearest":
      case "whole":
        this.#post(this.#columns.answer(message));
        break;
      case "log":
        this.#log[message.level](`preview: ${message.message}`);
        break;
    }
  }

  #postProblems(): void {
    if (this.#isReady) this.#problems.tell();
  }

  #postSettings(): void {
    if (this.#isReady) this.#post({ type: "settings", theme: readSetting("preview.theme") });
  }

  #post(message: ToWebview): void {
    void this.#page.post(message);
  }
}
