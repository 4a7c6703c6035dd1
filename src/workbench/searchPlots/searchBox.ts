import { commands, type Disposable, env, type QuickPick, ThemeIcon, window } from "vscode";
import type { FileMetadata } from "../../plotsApi/bodies/file.ts";
import { DisposableStore } from "../tasks/disposable.ts";
import { documentOf, kindOf } from "../treeItems/fileItem.ts";
import { type Server, titleOf } from "../servers/server.ts";
import type { Servers } from "../servers/servers.ts";
import {
  copyButton,
  type FoundOnServer,
  type SearchItem,
  searchItems,
  type ServerFinding,
  unstarButton,
} from "./searchItems.ts";

/** Servers are asked this many milliseconds after the last keystroke. */
const pause = 200;
/** The most plots of each server; typing more narrows them down. */
const mostFound = 50;

const oneServerButton = { iconPath: new ThemeIcon("server"), tooltip: "Search One Server…" };

export interface SearchParts {
  readonly servers: Servers;
  /** Called when a star was given or taken away. */
  readonly onDidStar: (server: string) => void;
}

/** Searches the servers while a person types. */
export class SearchBox implements Disposable {
  readonly #parts: SearchParts;
  readonly #store = new DisposableStore();
  readonly #pick: QuickPick<SearchItem>;
  /** The only server to search; undefined for all. */
  #server: Server | undefined;
  #asking = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the box is hidden only while another question is asked. */
  #isAside = false;
  #findings: readonly ServerFinding[] = [];

  constructor(parts: SearchParts, server: Server | undefined) {
    this.#parts = parts;
    this.#server = server;
    const pick = this.#store.add(window.createQuickPick<SearchItem>());
    this.#pick = pick;
    // Keep the server's own order.
    pick.matchOnDescription = true;
    this.#store.add(pick.onDidChangeValue(() => this.#typed()));
    this.#store.add(pick.onDidAccept(() => this.#open(pick.selectedItems[0] ?? pick.activeItems[0])));
    this.#store.add(pick.onDidTriggerButton(() => void this.#chooseServer()));
    this.#store.add(
      pick.onDidTriggerItemButton(({ item, button }) => {
        if (item.found === undefined) return;
        if (button.tooltip === copyButton.tooltip) void env.clipboard.writeText(item.found.file.fid);
        else void this.#star(item.found, button.tooltip !== unstarButton.tooltip);
      }),
    );
    this.#store.add(
      pick.onDidHide(() => {
        if (!this.#isAside) this.dispose();
      }),
    );
  }

  show(): void {
    const pick = this.#pick;
    const several = this.#parts.servers.list().length > 1;
    pick.title = this.#server === undefined ? "Search Plots" : `Search Plots on ${titleOf(this.#server)}`;
    pick.placeholder = "Words in names, titles, headings or owners begin with…";
    pick.buttons = several ? [oneServerButton] : [];
    pick.show();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#store.dispose();
  }

  #typed(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
    const text = this.#pick.value.trim();
    this.#pick.busy = text !== "";
    if (text === "") this.#show([]);
    else this.#timer = setTimeout(() => void this.#ask(text), pause);
  }

  async #ask(text: string): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    const servers = this.#server === undefined ? this.#parts.servers.list() : [this.#server];
    const findings: ServerFinding[] = servers.map((server) => ({ server, state: "asked" }));
    await Promise.all(
      servers.map(async (server, index) => {
        const finding = await this.#search(server, text, asking.signal);
        if (asking.signal.aborted) return;
        findings[index] = finding;
        // Earlier finds stay until there is something else to show.
        this.#show([...findings]);
      }),
    );
    if (!asking.signal.aborted) this.#pick.busy = false;
  }

  async #search(server: Server, text: string, signal: AbortSignal): Promise<ServerFinding> {
    const connected = await this.#parts.servers.connect(server.id);
    if (!connected.ok) return { server, state: "failed", failure: connected.error };
    const connection = connected.value;
    const page = await connection.client.files.search(text, { pageSize: mostFound }, signal);
    if (!page.ok) return { server, state: "failed", failure: page.error };
    const files = page.value.results.filter(isShown);
    const others = page.value.results.length - files.length;
    return { server, state: "found", connection, files, count: (page.value.count ?? files.length + others) - others };
  }

  #show(findings: readonly ServerFinding[]): void {
    this.#findings = findings;
    const { activeItems } = this.#pick;
    const items = findings.length === 0 ? [] : searchItems(findings);
    this.#pick.items = items;
    const active = activeItems[0]?.found?.file.fid;
    const same = items.filter(({ found }) => found !== undefined && found.file.fid === active);
    if (same.length > 0) this.#pick.activeItems = same;
  }

  #open(item: SearchItem | undefined): void {
    const found = item?.found;
    const uri = found && documentOf(found.file, found.connection);
    if (uri === undefined) return;
    this.#pick.hide();
    void commands.executeCommand("vscode.open", uri);
  }

  async #star({ file, connection }: FoundOnServer, given: boolean): Promise<void> {
    const { files } = connection.client;
    const done = given ? await files.star(file.fid) : await files.unstar(file.fid);
    if (!done.ok) {
      void window.showErrorMessage(done.error.sentence);
      return;
    }
    this.#parts.onDidStar(connection.id);
    const changed = await files.get(file.fid);
    if (this.#store.disposed || !changed.ok) return;
    const renewed = (each: FileMetadata) => (each.fid === file.fid ? { ...each, stars: changed.value.stars } : each);
    this.#show(
      this.#findings.map((finding) =>
        finding.state === "found" && finding.connection.id === connection.id
          ? { ...finding, files: finding.files.map(renewed) }
          : finding,
      ),
    );
  }

  /** Asks which server to search, with this box hidden meanwhile. */
  async #chooseServer(): Promise<void> {
    this.#isAside = true;
    const all = { label: "All Servers", server: undefined };
    const each = this.#parts.servers.list().map((server) => ({ label: titleOf(server), server }));
    const chosen = await window.showQuickPick([all, ...each], { placeHolder: "Search which server?" });
    this.#isAside = false;
    if (this.#store.disposed) return;
    if (chosen !== undefined) this.#server = chosen.server;
    this.show();
    this.#typed();
  }
}

function isShown(file: FileMetadata): boolean {
  const kind = kindOf(file);
  return kind === "plot" || kind === "grid";
}
