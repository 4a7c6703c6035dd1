import { deepEqual, equal, match, ok } from "node:assert/strict";
import { commands, env, EventEmitter, QuickPickItemKind, window } from "vscode";
import type { PlotService } from "../../../src/plotService/service.ts";
import { SearchBox } from "../../../src/workbench/searchPlots/searchBox.ts";
import {
  copyButton,
  type SearchItem,
  starButton,
  unstarButton,
} from "../../../src/workbench/searchPlots/searchItems.ts";
import type { Connection } from "../../../src/workbench/servers/connection.ts";
import { until } from "../support/events.ts";
import { replace, restore } from "../support/replace.ts";
import { connectionToService, libraryPlot, memoryService } from "../support/services.ts";
import { ChosenServer, connectionTo } from "../support/standIns.ts";

/** The quick pick as the box sees it, and what a person does with it. */
class FakePick {
  readonly #shown = new EventEmitter<unknown>();
  readonly onShown = this.#shown.event;
  readonly #value = new EventEmitter<string>();
  readonly #accept = new EventEmitter<void>();
  readonly #hide = new EventEmitter<void>();
  readonly #button = new EventEmitter<unknown>();
  readonly #itemButton = new EventEmitter<{ item: SearchItem; button: unknown }>();
  readonly onDidChangeValue = this.#value.event;
  readonly onDidAccept = this.#accept.event;
  readonly onDidHide = this.#hide.event;
  readonly onDidTriggerButton = this.#button.event;
  readonly onDidTriggerItemButton = this.#itemButton.event;
  #items: readonly SearchItem[] = [];
  #busy = false;
  value = "";
  title = "";
  placeholder = "";
  buttons: readonly unknown[] = [];
  selectedItems: readonly SearchItem[] = [];
  activeItems: readonly SearchItem[] = [];
  visible = false;

  get items(): readonly SearchItem[] {
    return this.#items;
  }
  set items(items: readonly SearchItem[]) {
    this.#items = items;
    this.#shown.fire(items);
  }
  get busy(): boolean {
    return this.#busy;
  }
  set busy(busy: boolean) {
    this.#busy = busy;
    this.#shown.fire(busy);
  }
  show(): void {
    this.visible = true;
  }
  hide(): void {
    this.visible = false;
    this.#hide.fire();
  }
  dispose(): void {
    if (this.visible) this.hide();
  }

  type(text: string): void {
    this.value = text;
    this.#value.fire(text);
  }
  accept(label: string): void {
    this.selectedItems = [this.item(label)];
    this.#accept.fire();
  }
  press(label: string, button: unknown): void {
    this.#itemButton.fire({ item: this.item(label), button });
  }
  pressButton(): void {
    this.#button.fire(this.buttons[0]);
  }
  item(label: string): SearchItem {
    const found = this.items.find((item) => item.label.endsWith(label));
    ok(found, `${label} is not among ${this.labels.join(", ")}`);
    return found;
  }
  get labels(): string[] {
    return this.items.map(({ label, kind }) => (kind === QuickPickItemKind.Separator ? `— ${label}` : label));
  }
}

describe("Search Plots", () => {
  let service: PlotService;
  let connection: Connection;
  let chosen: ChosenServer;
  let pick: FakePick;
  let opened: string[];
  let starred: string[];

  beforeEach(() => {
    service = memoryService([
      libraryPlot({ filename: "harbour tides", owner: "ada" }),
      libraryPlot({ filename: "harbour lights", owner: "bob", figure: { data: [{ type: "pie" }] } }),
      libraryPlot({ filename: "city" }),
    ]);
    connection = connectionToService(service);
    chosen = new ChosenServer(connection);
    opened = [];
    starred = [];
    replace(window, "createQuickPick", () => pick);
    replace(commands, "executeCommand", (command: string, uri: unknown) =>
      Promise.resolve(command === "vscode.open" && opened.push(String(uri))),
    );
  });
  afterEach(() => {
    restore();
    service.close();
  });

  function open(server?: Connection): SearchBox {
    pick = new FakePick();
    const parts = { servers: chosen.servers, onDidStar: (id: string) => void starred.push(id) };
    const box = new SearchBox(parts, server);
    box.show();
    return box;
  }
  const settled = () => until(() => !pick.busy && pick.items.length > 0, pick.onShown);

  it("asks once the person has stopped typing, and shows icon, name, owner and date", async () => {
    let asked = 0;
    chosen.use({
      ...connectionTo("http://service.invalid/v2", {
        fetch(request) {
          asked++;
          return service.fetch(request);
        },
        credentials: service.user,
        username: "me",
      }),
    });
    open();
    for (const text of ["h", "ha", "har", "harb"]) pick.type(text);
    equal(pick.busy, true);
    await settled();
    equal(asked, 1);
    deepEqual(pick.labels.toSorted(), ["$(graph-scatter) harbour tides", "$(pie-chart) harbour lights"]);
    equal(pick.item("lights").description, "bob · 2024-03-02");
    equal(pick.item("lights").alwaysShow, true);
  });

  it("opens what is chosen, and closes", async () => {
    open();
    pick.type("tides");
    await settled();
    pick.accept("harbour tides");
    match(opened[0] ?? "", /^plots:\/\/service\.invalid\/ada\/\d+\/harbour%20tides\.plotly\.json$/);
    equal(pick.visible, false);
  });

  it("gives up what was asked before when the person types on, and shows the latest alone", async () => {
    const aborted: boolean[] = [];
    const held = Promise.withResolvers<void>();
    const first = Promise.withResolvers<Request>();
    chosen.use(
      connectionTo("http://service.invalid/v2", {
        async fetch(request) {
          if (request.url.includes("harbour")) {
            request.signal.addEventListener("abort", () => aborted.push(true));
            first.resolve(request);
            await held.promise;
          }
          return service.fetch(request);
        },
      }),
    );
    open();
    pick.type("harbour");
    await first.promise;
    pick.type("city");
    await settled();
    held.resolve();
    deepEqual(aborted, [true]);
    deepEqual(pick.labels, ["$(graph-scatter) city"]);
  });

  it("says that nothing was found, and nothing at all while nothing is typed", async () => {
    open();
    deepEqual(pick.labels, []);
    pick.type("nothing of that kind");
    await settled();
    deepEqual(pick.labels, ["$(info) No plot has words that begin like this"]);
    pick.type(" ");
    deepEqual(pick.labels, []);
    equal(pick.busy, false);
  });

  it("searches all servers, each under its name, and goes on where one fails", async () => {
    const broken = {
      ...connectionTo("http://broken.invalid/v2", { fetch: () => new Response("no", { status: 500 }) }),
      label: "Broken",
    };
    chosen.use(connection, broken);
    open();
    pick.type("lights");
    await until(() => !pick.busy, pick.onShown);
    deepEqual(pick.labels, [
      "— service.invalid",
      "$(pie-chart) harbour lights",
      "— Broken",
      "$(warning) Broken could not be searched",
    ]);
    match(pick.item("could not be searched").detail ?? "", /failed with the search \(status 500\)/);
  });

  it("searches one server, where it was called on its node or the person chooses it", async () => {
    const other = memoryService([libraryPlot({ filename: "harbour of the other" })]);
    const second = { ...connectionToService(other), id: "other", label: "other" };
    chosen.use(connection, second);
    open(second);
    equal(pick.title, "Search Plots on other");
    pick.type("harbour");
    await settled();
    deepEqual(pick.labels, ["$(graph-scatter) harbour of the other"]);

    replace(window, "showQuickPick", (items: readonly { label: string }[]) => {
      pick.hide();
      return Promise.resolve(items.find(({ label }) => label === "service.invalid"));
    });
    pick.pressButton();
    await until(() => !pick.busy && pick.items.length === 2, pick.onShown);
    equal(pick.title, "Search Plots on service.invalid");
    equal(pick.visible, true);
    other.close();
  });

  it("gives stars and copies ids without closing", async () => {
    open();
    pick.type("tides");
    await settled();
    pick.press("harbour tides", copyButton);
    const fid = pick.item("harbour tides").found?.file.fid ?? "";
    await until(() => pick.visible, pick.onShown);
    deepEqual(pick.item("harbour tides").buttons, [starButton, copyButton]);
    pick.press("harbour tides", starButton);
    await until(() => pick.item("harbour tides").buttons?.[0] === unstarButton, pick.onShown);
    deepEqual(starred, [connection.id]);
    const listed = await connection.client.folders.list("starred");
    ok(listed.ok);
    deepEqual(
      listed.value.results.map((file) => file.fid),
      [fid],
    );
    pick.press("harbour tides", unstarButton);
    await until(() => pick.item("harbour tides").buttons?.[0] === starButton, pick.onShown);
    equal(await env.clipboard.readText(), fid);
  });

  it("offers no star to those who are not signed in", async () => {
    chosen.use(connectionTo("http://service.invalid/v2", { fetch: (request) => service.fetch(request) }));
    open();
    pick.type("tides");
    await settled();
    deepEqual(pick.item("harbour tides").buttons, [copyButton]);
  });
});
