import { type Disposable, type LogOutputChannel, Uri, type Webview } from "vscode";
import { partFor, withNeeds } from "../../figure/schema/engineParts.ts";
import { fromWebview, type FromWebview, type ToWebview } from "../../protocol.ts";
import { fileName } from "../editing/names.ts";
import type { FigureSource } from "../figureSources/figureSource.ts";
import { readSetting } from "../settings.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import type { Handover } from "./handover.ts";
import { previewPage } from "./previewPage.ts";

/** The way to the page that draws. It loads the page, sends it messages and checks its answers. */
export class PageChannel implements Disposable {
  readonly #webview: Webview;
  readonly #log: LogOutputChannel;
  readonly #store = new DisposableStore();

  /** `receive` gets each message that follows the protocol. Others go to the log. */
  constructor(webview: Webview, log: LogOutputChannel, receive: (message: FromWebview) => void) {
    this.#webview = webview;
    this.#log = log;
    this.#store.add(
      webview.onDidReceiveMessage((raw: unknown) => {
        const parsed = fromWebview.safeParse(raw);
        if (parsed.success) receive(parsed.data);
        else this.#log.warn(`The preview sent a message that is not understood: ${parsed.error.message}`);
      }),
    );
  }

  /** Loads the page from `dist`. It says `ready` once it can take messages. */
  load(extensionUri: Uri, source: FigureSource, before?: Handover): void {
    const webview = this.#webview;
    const dist = Uri.joinPath(extensionUri, "dist");
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    const resource = (...path: string[]) => webview.asWebviewUri(Uri.joinPath(dist, ...path)).toString();
    webview.html = previewPage({
      cspSource: webview.cspSource,
      nonce: crypto.randomUUID().replaceAll("-", ""),
      script: resource("preview.js"),
      style: resource("preview.css"),
      engine: resource("engine"),
      engineParts: withNeeds(source.traceTypes.map(partFor)),
      topojson: resource("plotly", "topojson"),
      mapIcons: resource("plotly", "maki.js"),
      math: resource("mathjax", "mathjax.js"),
      inspector: resource("inspector.js"),
      theme: readSetting("preview.theme"),
      ...(before === undefined ? {} : { before }),
      title: `Drawing of ${fileName(source.uri)}`,
    });
  }

  /** Resolves to false where there was no page to take the message. */
  async post(message: ToWebview): Promise<boolean> {
    return !this.#store.disposed && (await this.#webview.postMessage(message));
  }

  dispose(): void {
    this.#store.dispose();
  }
}
