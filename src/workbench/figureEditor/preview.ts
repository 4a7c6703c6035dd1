import { type Disposable, type LogOutputChannel, Uri, type WebviewPanel } from "vscode";
import { obstacleOf } from "../../figure/checks/check.ts";
import type { WrittenFor } from "../../figure/migrate/defaults/defaults.ts";
import type { MigrateOptions } from "../../figure/migrate/migrate.ts";
import type { FigureProblem } from "../../figure/model/problem.ts";
import { type ForeignKind, isBytes } from "../../figure/text/outline/foreign.ts";
import { parseSrc } from "../../figure/references/srcReference.ts";
import { fromWebview, type FromWebview, type ToWebview } from "../../protocol.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { onDidChangeSetting, readSetting } from "../settings.ts";
import type { FigureSource } from "../figureSources/figureSource.ts";
import { PictureRequests } from "./pictureRequests.ts";
import { likelyStrict, previewPage } from "./previewPage.ts";
import { problemStrip } from "./problemStrip.ts";
import { fileName } from "../editing/names.ts";

export interface PreviewActions {
  reveal(source: FigureSource, problem: FigureProblem): void;
  save(preview: Preview, format: "png" | "svg"): void;
  thumbnail(source: FigureSource, png: Uint8Array): void;
  wantsThumbnail(source: FigureSource): boolean;
  showLog(): void;
  unpack(source: FigureSource): void;
  /** Whose defaults the figure is drawn with. */
  defaults(source: FigureSource): Pick<MigrateOptions, "writtenFor" | "otherwise">;
  chooseDefaults(source: FigureSource, writtenFor: WrittenFor | undefined): void;
  /** A command that works on the file which is drawn. */
  run(source: FigureSource, command: "moveArrays" | "importExport"): void;
}

/** One webview that draws one figure, and follows its text. */
export class Preview implements Disposable {
  readonly source: FigureSource;
  readonly panel: WebviewPanel;
  readonly #actions: PreviewActions;
  readonly #log: LogOutputChannel;
  readonly #store = new DisposableStore();
  readonly #pictures: PictureRequests;
  #shown: readonly FigureProblem[] = [];
  /** What kept the figure from being drawn when it was last tried. */
  #obstacle: FigureProblem | undefined;
  #ready = false;
  #drawing: AbortController | undefined;
  #hasDrawn = false;
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
  ) {
    this.panel = panel;
    this.source = this.#store.add(source);
    this.#actions = actions;
    this.#log = log;
    this.#pictures = this.#store.add(new PictureRequests((message) => this.#deliver(message)));

    const { webview } = panel;
    const dist = Uri.joinPath(extensionUri, "dist");
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    this.#store.add(webview.onDidReceiveMessage((message: unknown) => this.#receive(message)));
    this.#store.add(source.onDidChange(() => void this.#draw()));
    this.#store.add(source.onDidChangeProblems(() => this.#postProblems()));
    this.#store.add(onDidChangeSetting(["preview.theme"], () => this.#postSettings()));
    this.#store.add(panel.onDidChangeViewState(() => this.#followVisibility()));
    this.#store.add(panel.onDidDispose(() => this.dispose()));
    const resource = (...path: string[]) => webview.asWebviewUri(Uri.joinPath(dist, ...path)).toString();
    webview.html = previewPage({
      cspSource: webview.cspSource,
      nonce: crypto.randomUUID().replaceAll("-", ""),
      script: resource("preview.js"),
      style: resource("preview.css"),
      codicons: resource("codicons", "codicon.css"),
      plotly: resource("plotly", "plotly.min.js"),
      plotlyStrict: resource("plotly", "plotly-strict.min.js"),
      topojson: resource("plotly", "topojson"),
      mapIcons: resource("plotly", "maki.js"),
      math: resource("mathjax", "mathjax.js"),
      theme: readSetting("preview.theme"),
      likelyStrict: likelyStrict(source.traceTypes),
      title: `Drawing of ${fileName(source.uri)}`,
    });
  }

  dispose(): void {
    this.#drawing?.abort();
    this.#store.dispose();
  }

  /** The drawing as authored, as the bytes of a picture. `scale` multiplies its size on the screen. */
  picture(format: "png" | "svg", scale: number): Promise<Uint8Array> {
    return this.#pictures.request(format, scale, "file");
  }

  /** Puts the drawing as authored on the clipboard, as PNG. Rejects where the window does not let the page do so. */
  async copyPicture(scale: number): Promise<void> {
    this.panel.reveal(undefined, false);
    await this.#pictures.request("png", scale, "clipboard");
  }

  /** Whether the figure refers to one of these grids. One that cannot be read refers to none. */
  async refersTo(grids: ReadonlySet<string>): Promise<boolean> {
    if (this.#store.disposed) return false;
    const outline = await this.source.outline().catch(() => undefined);
    const references = outline?.references ?? [];
    return references.some(({ text }) => text !== undefined && grids.has(parseSrc(text)?.fid ?? ""));
  }

  /** The text is about to change by somebody else; the drawing of it says so. */
  expect(news: string): void {
    this.#drawing?.abort();
    this.#news = news;
    this.#lost = undefined;
  }

  /** Draws the same text again, otherwise than before, since the person wants it so. */
  drawAgain(): void {
    void this.#draw();
  }

  /** Draws again what the same text means now. */
  redraw(news: string): void {
    this.expect(news);
    void this.#draw();
  }

  /** The figure is gone from where it came from. What is drawn of it stays, below the reason. */
  lose(reason: string): void {
    this.#lost = reason;
    void this.#draw();
  }

  get lost(): boolean {
    return this.#lost !== undefined;
  }

  /** VS Code keeps no page that is not shown: what changes meanwhile is read and drawn when it is. */
  #followVisibility(): void {
    if (this.panel.visible) {
      if (this.#isBehind) void this.#draw();
      return;
    }
    this.#pictures.pageEnded();
    if (this.#drawing === undefined) return;
    this.#isBehind = true;
    this.#drawing.abort();
  }

  async #draw(): Promise<void> {
    if (!this.#ready || this.#store.disposed) return;
    this.#isBehind = !this.panel.visible;
    if (this.#isBehind) return;
    if (this.#lost !== undefined && this.#hasDrawn) {
      this.#post({ type: "broken", version: this.source.version, message: this.#lost, place: false });
      return;
    }
    this.#drawing?.abort();
    const drawing = new AbortController();
    this.#drawing = drawing;
    const stale = () => drawing.signal.aborted || this.#store.disposed;
    try {
      const { version } = this.source;
      const outline = await this.source.outline();
      if (stale()) return;
      const obstacle = obstacleOf(outline);
      if (obstacle !== undefined) {
        this.#postBroken(version, obstacle, outline.syntax[0]?.foreign);
        return;
      }
      if (!this.#hasDrawn) this.#post({ type: "loading", message: "Reading the figure and its data…" });
      const found = await this.source.drawing(drawing.signal);
      if (stale()) return;
      if (!found.ok) {
        this.#fail(this.#lost ?? found.error.sentence, found.error.detail);
        return;
      }
      const notice = found.value.notice ?? this.#lost;
      this.#post({
        type: "figure",
        version,
        figure: toArrayBuffer(found.value.figure),
        ...(found.value.path === undefined ? {} : { path: [...found.value.path] }),
        ...(found.value.grids === undefined ? {} : { grids: toArrayBuffer(found.value.grids) }),
        ...(notice === undefined ? {} : { notice }),
        ...(this.#news === undefined ? {} : { news: this.#news }),
        thumbnail: this.#actions.wantsThumbnail(this.source),
        ...this.#actions.defaults(this.source),
      });
      this.#news = undefined;
      this.#drawing = undefined;
    } catch (error) {
      if (stale()) return;
      this.#log.error(`Preview of ${this.source.uri.toString(true)} failed.`, error);
      this.#fail(
        `The figure could not be read: ${error instanceof Error ? error.message : String(error)}`,
        String(error),
      );
    }
  }

  #postBroken(version: number, obstacle: FigureProblem, foreign: ForeignKind | undefined): void {
    this.#obstacle = obstacle;
    const isWhole = obstacle.code === "empty" || obstacle.code === "not-json";
    const place = isWhole ? "" : `Line ${this.source.lineOf(obstacle.span.start)}: `;
    const action = foreign === "gzip" ? { action: { id: "unpack", label: "Open Unpacked" } } : {};
    // What is no text cannot be shown as one.
    const hasText = foreign === undefined || !isBytes(foreign);
    this.#post({ type: "broken", version, message: place + obstacle.message, place: hasText, ...action });
    this.#pictures.notDrawn(obstacle.message);
  }

  #fail(message: string, detail: string): void {
    this.#post({
      type: "failed",
      message,
      detail,
      actions: [
        { id: "retry", label: "Try Again" },
        { id: "log", label: "Show Log" },
      ],
    });
    this.#pictures.notDrawn(message);
  }

  #receive(raw: unknown): void {
    const parsed = fromWebview.safeParse(raw);
    if (!parsed.success) {
      this.#log.warn(`The preview sent a message that is not understood: ${parsed.error.message}`);
      return;
    }
    this.#handle(parsed.data);
  }

  #handle(message: FromWebview): void {
    switch (message.type) {
      case "ready":
        this.#ready = true;
        this.#hasDrawn = false;
        this.#pictures.pageBegan();
        this.#postSettings();
        this.#postProblems();
        void this.#draw();
        break;
      case "drawn":
        this.#hasDrawn = true;
        this.#pictures.drawn();
        this.#log.debug(
          `${this.source.uri.toString(true)}: ${message.traces} traces drawn by ${message.engine} in ${Math.round(message.milliseconds)} ms`,
        );
        break;
      case "held":
      case "drawFailed":
        this.#log.warn(`${this.source.uri.toString(true)} was not drawn: ${message.message}`);
        this.#pictures.notDrawn(message.message);
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
        const problem = this.#shown[message.id];
        if (problem !== undefined) this.#actions.reveal(this.source, problem);
        break;
      }
      case "revealObstacle":
        if (this.#obstacle !== undefined) this.#actions.reveal(this.source, this.#obstacle);
        break;
      case "action":
        if (message.id === "retry") void this.#draw();
        else if (message.id === "log") this.#actions.showLog();
        else if (message.id === "unpack") this.#actions.unpack(this.source);
        else if (message.id === "moveArrays" || message.id === "importExport")
          this.#actions.run(this.source, message.id);
        break;
      case "save":
        this.#actions.save(this, message.format);
        break;
      case "writtenFor":
        this.#actions.chooseDefaults(this.source, message.writtenFor);
        break;
      case "log":
        this.#log[message.level](`preview: ${message.message}`);
        break;
    }
  }

  #postProblems(): void {
    if (!this.#ready) return;
    const { message, shown } = problemStrip(this.source);
    this.#shown = shown;
    this.#post(message);
  }

  #postSettings(): void {
    if (this.#ready) this.#post({ type: "settings", theme: readSetting("preview.theme") });
  }

  #post(message: ToWebview): void {
    void this.#deliver(message);
  }

  /** False where there is no page to take it. */
  async #deliver(message: ToWebview): Promise<boolean> {
    return !this.#store.disposed && (await this.panel.webview.postMessage(message));
  }
}

/** The bytes alone, so that nothing but them is copied to the webview. */
function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return (whole ? bytes.buffer : bytes.slice().buffer) as ArrayBuffer;
}

function asBytes(value: ArrayBuffer | Uint8Array): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array(value);
}
