import { type FromWebview, type ToWebview, toWebview } from "../../src/protocol.ts";
import type { KeptChange, KeptState } from "./keptState.ts";

interface VsCodeApi {
  postMessage(message: FromWebview): void;
  getState(): unknown;
  setState(state: KeptState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension host as the page sees it: messages both ways, and what is kept for the next page. */
export class Host {
  readonly #api = acquireVsCodeApi();
  #kept: KeptState;

  constructor() {
    const kept = this.#api.getState() ?? handedOver();
    this.#kept = typeof kept === "object" && kept !== null ? kept : {};
    if (Object.keys(this.#kept).length > 0) this.#api.setState(this.#kept);
  }

  get kept(): Readonly<KeptState> {
    return this.#kept;
  }

  keep(change: KeptChange): void {
    const state: { [key: string]: unknown } = { ...this.#kept, ...change };
    for (const key of Object.keys(state)) if (state[key] === undefined) delete state[key];
    this.#kept = state;
    this.#api.setState(this.#kept);
  }

  post(message: FromWebview): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is no window; VS Code's takes the message alone
    this.#api.postMessage(message);
  }

  log(level: "info" | "warn" | "error", message: string): void {
    this.post({ type: "log", level, message });
  }

  /** Calls back with each message that follows the protocol. `at` is `performance.now()` of its arrival. */
  listen(receive: (message: ToWebview, at: number) => void): void {
    window.addEventListener("message", (event: MessageEvent<unknown>) => {
      const at = performance.now();
      const message = toWebview.safeParse(event.data);
      if (message.success) receive(message.data, at);
      else this.log("warn", `The preview got a message that it does not know: ${message.error.message}`);
    });
  }
}

/** What the page of another editor kept, in whose place this one came. */
function handedOver(): unknown {
  const { kept } = document.body.dataset;
  return kept === undefined ? undefined : JSON.parse(kept);
}
