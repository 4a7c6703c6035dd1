import { commands, type Disposable, type ExtensionContext, type LogOutputChannel, type WebviewPanel } from "vscode";
import { contextKeys } from "../../manifest.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { onDidChangeSetting, readSetting } from "../settings.ts";
import type { FigureSource } from "../figureSources/figureSource.ts";
import type { Handover } from "./handover.ts";
import { Preview } from "./preview.ts";
import type { PreviewActions } from "./previewActions.ts";

/** Keeps the previews that are open, and knows the one that the person works with. */
export class Previews implements Disposable {
  readonly #context: ExtensionContext;
  readonly #actions: PreviewActions;
  readonly #log: LogOutputChannel;
  readonly #store = new DisposableStore();
  readonly #open = new Set<Preview>();
  #active: Preview | undefined;

  constructor(context: ExtensionContext, actions: PreviewActions, log: LogOutputChannel) {
    this.#context = context;
    this.#actions = actions;
    this.#log = log;
    const followTheme = () =>
      void commands.executeCommand("setContext", contextKeys.previewTheme, readSetting("preview.theme"));
    this.#store.add(onDidChangeSetting(["preview.theme"], followTheme));
    followTheme();
  }

  get open(): ReadonlySet<Preview> {
    return this.#open;
  }

  get active(): Preview | undefined {
    return this.#active;
  }

  /** `before` is what the page of another editor showed, in whose place this one comes. */
  show(panel: WebviewPanel, source: FigureSource, before?: Handover): void {
    if (this.#store.disposed) {
      source.dispose();
      return;
    }
    const preview = new Preview(panel, source, this.#context.extensionUri, this.#actions, this.#log, before);
    this.#open.add(preview);
    if (panel.active) this.#active = preview;
    panel.onDidChangeViewState(() => {
      if (panel.active) this.#active = preview;
    });
    panel.onDidDispose(() => {
      this.#open.delete(preview);
      if (this.#active === preview) this.#active = undefined;
    });
  }

  dispose(): void {
    this.#store.dispose();
    for (const preview of this.#open) preview.dispose();
    this.#open.clear();
  }
}
