import { type FromWebview, type ThemeChoice, type ToWebview, toWebview } from "../../src/protocol.ts";
import type { ViewState } from "../drawing/viewState.ts";

/** What the page keeps while its tab is hidden, when VS Code throws the page itself away. */
export interface PageState {
  theme?: ThemeChoice;
  /** Whether the list of problems is unfolded, once the person has chosen. */
  stripOpen?: boolean;
  view?: ViewState;
  /** A figure that is larger than its pane is shown as a whole. */
  fits?: boolean;
  /** The figure needed the strict bundle. */
  strict?: boolean;
  /** The person asked to draw a very large figure. */
  anyway?: boolean;
}

interface VsCodeApi {
  postMessage(message: FromWebview): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension host, as the page sees it. */
export class Host {
  readonly #api = acquireVsCodeApi();
  #state: PageState;

  constructor() {
    const kept = this.#api.getState();
    this.#state = typeof kept === "object" && kept !== null ? kept : {};
  }

  get state(): Readonly<PageState> {
    return this.#state;
  }

  keep(change: { [key in keyof PageState]: PageState[key] | undefined }): void {
    const state: { [key: string]: unknown } = { ...this.#state, ...change };
    for (const key of Object.keys(state)) if (state[key] === undefined) delete state[key];
    this.#state = state;
    this.#api.setState(this.#state);
  }

  post(message: FromWebview): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is no window; VS Code's takes the message alone
    this.#api.postMessage(message);
  }

  log(level: "info" | "warn" | "error", message: string): void {
    this.post({ type: "log", level, message });
  }

  /** Calls back with each message that follows the protocol; `at` is `performance.now()` of its arrival. */
  listen(receive: (message: ToWebview, at: number) => void): void {
    window.addEventListener("message", (event: MessageEvent<unknown>) => {
      const at = performance.now();
      const message = toWebview.safeParse(event.data);
      if (message.success) receive(message.data, at);
      else this.log("warn", `The preview got a message that it does not know: ${message.error.message}`);
    });
  }
}
