import {
  commands,
  type Disposable,
  type LogOutputChannel,
  type Tab,
  TabInputCustom,
  TabInputText,
  type Uri,
  type ViewColumn,
  window,
  workspace,
} from "vscode";
import { viewTypes } from "../../manifest.ts";
import { openDocument } from "../figures/figureDocuments.ts";
import { bytesTabOf, tabsOf } from "../opening/figureTabs.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { pause } from "../tasks/pause.ts";
import type { Handover } from "./handover.ts";
import type { Previews } from "./previews.ts";

/** A text that is changed and saved at once, as by a search and replace, needs no tab. VS Code itself waits as long. */
const PAUSE = 800;

/**
 * Puts the editor of a figure's text in the place of the editor of its bytes, in the same tab, as soon as somebody changes
 * the text while no editor shows it. From then on undo, the mark of unsaved changes, saving and hot exit are VS Code's
 * own: it opens no tab for a changed text while an editor of bytes is open for the file.
 */
export class EditMode implements Disposable {
  readonly #previews: Previews;
  readonly #log: LogOutputChannel;
  readonly #store = new DisposableStore();
  /** What the page that goes showed, for the one that comes. */
  readonly #handed = new Map<string, Handover>();
  readonly #busy = new Set<string>();
  /** Those of them that something was told of meanwhile. */
  readonly #missed = new Set<string>();

  constructor(previews: Previews, log: LogOutputChannel) {
    this.#previews = previews;
    this.#log = log;
    this.#store.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.isDirty) this.#look(document.uri);
      }),
    );
    // The last editor of a changed text may have become one of bytes.
    this.#store.add(
      window.tabGroups.onDidChangeTabs(() => {
        for (const { isDirty, uri } of workspace.textDocuments) if (isDirty) this.#look(uri);
      }),
    );
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** What was shown of this figure by the page in whose place another one comes. */
  handed(uri: Uri): Handover | undefined {
    const handed = this.#handed.get(uri.toString());
    this.#handed.delete(uri.toString());
    return handed;
  }

  /** The person is about to change the figure on its drawing, which needs its text. */
  async enter(uri: Uri): Promise<void> {
    await this.#begin(uri, () => true);
  }

  #look(uri: Uri): void {
    const key = uri.toString();
    if (this.#busy.has(key)) {
      this.#missed.add(key);
      return;
    }
    if (bytesTabOf(uri) === undefined) return;
    void this.#attend(uri, key);
  }

  async #attend(uri: Uri, key: string): Promise<void> {
    this.#busy.add(key);
    const isChanged = () => openDocument(uri)?.isDirty === true;
    let again = false;
    try {
      await this.#begin(uri, isChanged);
      again = this.#missed.has(key) && isChanged();
    } catch (error) {
      this.#log.error(`${uri.toString(true)} was not opened for editing.`, error);
    }
    this.#busy.delete(key);
    this.#missed.delete(key);
    if (again && !this.#store.disposed) this.#look(uri);
  }

  async #begin(uri: Uri, isWanted: () => boolean): Promise<void> {
    const key = uri.toString();
    if (bytesTabOf(uri)?.isActive === false) await pause(PAUSE);
    const column = bytesTabOf(uri)?.group.viewColumn;
    const preview = [...this.#previews.open].find(
      ({ source, panel }) => source.uri.toString() === key && panel.visible && panel.viewColumn === column,
    );
    const handed = await preview?.handOver();
    // Meanwhile it may have been saved, or opened as text.
    const tab = bytesTabOf(uri);
    if (tab === undefined || !isWanted() || this.#store.disposed) return;
    if (!tab.isActive) {
      await openText(uri, tab);
      return;
    }
    if (handed === undefined) this.#handed.delete(key);
    else this.#handed.set(key, handed);
    if (tab.group.isActive && tabsOf(uri).length === 1) {
      // "Reopen Editor With…" keeps the tab's place. It takes an editor by its address, so there must be only one.
      await commands.executeCommand("reopenActiveEditorWith", viewTypes.figureText, uri);
    }
    if (bytesTabOf(uri) !== undefined) await replaceTab(tab, uri);
  }
}

/** Does the same in a group that is not the active one, which stays the active one: opens the new editor, and closes the old. */
async function replaceTab({ group: { viewColumn } }: Tab, uri: Uri): Promise<void> {
  const before = window.tabGroups.activeTabGroup;
  const { activeTab } = before;
  const options = { viewColumn, preserveFocus: true, preview: false };
  await commands.executeCommand("vscode.openWith", uri, viewTypes.figureText, options);
  const left = bytesTabOf(uri, viewColumn);
  if (left !== undefined) await window.tabGroups.close(left, true);
  // VS Code makes a group the active one where an editor is opened in it, though the keyboard stays where it is.
  if (before.viewColumn !== viewColumn && activeTab !== undefined) await activate(activeTab, before.viewColumn);
}

async function activate({ input, isPreview }: Tab, viewColumn: ViewColumn): Promise<void> {
  const options = { viewColumn, preserveFocus: true, preview: isPreview };
  if (!(input instanceof TabInputText || input instanceof TabInputCustom)) return;
  const editor = input instanceof TabInputCustom ? input.viewType : "default";
  await commands.executeCommand("vscode.openWith", input.uri, editor, options);
}

/** Opens the text of a changed figure whose drawing is behind other tabs, as VS Code does it for other files: behind them too. */
async function openText(uri: Uri, { group: { viewColumn } }: Tab): Promise<void> {
  const options = { viewColumn, preserveFocus: true, preview: false, background: true };
  await commands.executeCommand("vscode.openWith", uri, "default", options);
}
