import { commands, type Disposable, EventEmitter } from "vscode";
import type { PlotListing } from "./plotListing.ts";
import type { PlotListKind } from "./plotListKind.ts";

/**
 * Says how a list of plots stands as a whole. Where it has nothing to show, a context key chooses the view's welcome text;
 * otherwise the list stays, and a message above it says what failed.
 */
export class ListStatus implements Disposable {
  readonly #kind: Pick<PlotListKind, "stateKey" | "query">;
  readonly #message = new EventEmitter<string | undefined>();
  #told = { message: "", state: "" };

  /** A sentence to show above the list, or undefined for none. */
  readonly onDidChangeMessage = this.#message.event;

  constructor(kind: Pick<PlotListKind, "stateKey" | "query">) {
    this.#kind = kind;
  }

  /** Why a list is empty that could be read. */
  get emptiness(): "filtered" | "empty" {
    const query = this.#kind.query();
    const isFiltered = query !== "feed" && (query.minQuality !== undefined || query.maxQuality !== undefined);
    return isFiltered ? "filtered" : "empty";
  }

  /** Tells what has changed since it was told. */
  tell(listings: readonly PlotListing[]): void {
    const failed = listings.filter(({ items, failure }) => items.length > 0 && failure !== undefined);
    const message = failed.map(({ failure }) => failure?.sentence ?? "").join(" ");
    if (message !== this.#told.message) this.#message.fire(message === "" ? undefined : message);
    const state = this.#stateOf(listings);
    if (state !== this.#told.state) void commands.executeCommand("setContext", this.#kind.stateKey, state);
    this.#told = { message, state };
  }

  dispose(): void {
    this.#message.dispose();
  }

  #stateOf([only, ...others]: readonly PlotListing[]): string {
    if (only === undefined) return "no-server";
    if (others.length > 0 || only.items.length > 0) return "ready";
    if (only.failure !== undefined) return `error-${only.failure.code}`;
    return only.begun ? this.emptiness : "loading";
  }
}
