import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "../../host/build.ts";
import { installCode } from "../../host/install.ts";
import { root, temporaryFolder } from "../../host/paths.ts";
import { startServer } from "../../host/server.ts";
import { Window } from "../../host/window.ts";
import { BarePage } from "./barePage.ts";
import { installEmptyEditor } from "./emptyEditor.ts";
import { type Seen, SeenInFrames } from "./seenInFrames.ts";

/** A VS Code window on a folder of files, and a bare page for the same files in the same browser. */
export class BenchWindow implements AsyncDisposable {
  readonly window: Window;
  readonly bare: BarePage;
  readonly folder: string;
  readonly #seen: SeenInFrames;
  readonly #pressed: { at: number };
  readonly #stack: AsyncDisposableStack;

  private constructor(
    window: Window,
    bare: BarePage,
    folder: string,
    seen: SeenInFrames,
    pressed: { at: number },
    stack: AsyncDisposableStack,
  ) {
    this.window = window;
    this.bare = bare;
    this.folder = folder;
    this.#seen = seen;
    this.#pressed = pressed;
    this.#stack = stack;
  }

  /** `write` puts the files there, at most 30, since a click needs them in sight. */
  static async open(write: (folder: string) => void | Promise<void>): Promise<BenchWindow> {
    const serverMain = await installCode(console.error);
    await build({ production: true });
    await using stack = new AsyncDisposableStack();
    const temporary = temporaryFolder("bench");
    stack.defer(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
    const [folder, extensionsFolder] = [join(temporary, "files"), join(temporary, "extensions")];
    mkdirSync(folder);
    await write(folder);
    installEmptyEditor(extensionsFolder);
    const dataFolder = join(temporary, "server");
    const server = stack.use(await startServer({ serverMain, dataFolder, extensionsFolder }));
    const window = stack.use(await Window.open(server, { folder, extension: root }));
    const browser = window.page.context().browser();
    if (browser === null) throw new Error("The window has no browser.");
    const bare = stack.use(await BarePage.serve(browser, folder));
    const seen = await SeenInFrames.in(window.page);
    const pressed = { at: 0 };
    await window.page.exposeBinding("benchPressed", (_source, at: number) => {
      pressed.at = at;
    });
    await window.page.evaluate(
      `addEventListener("pointerdown", ({ timeStamp }) => benchPressed(performance.timeOrigin + timeStamp), true)`,
    );
    await window.sideBar.open("Explorer");
    // Before its extensions are known, VS Code opens every file as text.
    await window.sideBar.icon("Plots").waitFor();
    return new BenchWindow(window, bare, folder, seen, pressed, stack.move());
  }

  /** Clicks a file in the explorer. Resolves to the milliseconds until `title` is drawn; rejects after `seconds`. */
  async click(file: string, title: string, seconds?: number): Promise<number> {
    const { at, pressed } = await this.clicked(file, title, seconds);
    return at - pressed;
  }

  /** The same, with the times themselves: of the click, of the frame's begin and of the drawing. */
  async clicked(file: string, title: string, seconds?: number): Promise<Seen & { readonly pressed: number }> {
    const row = this.window.sideBar.file(file);
    await row.waitFor();
    const shown = this.#seen.next(title, seconds).catch(async (error: unknown) => {
      console.error(`The window then: ${await this.window.screenshot("bench")}`);
      throw error;
    });
    await row.click();
    return { ...(await shown), pressed: this.#pressed.at };
  }

  /** Waits until `title` is drawn, by whatever. */
  drawn(title: string): Promise<Seen> {
    return this.#seen.next(title);
  }

  /** Closes all tabs, and waits until their pages are gone. */
  async close(): Promise<void> {
    await this.window.runCommand("View: Close All Editors");
    await this.window.page.locator("iframe.webview").first().waitFor({ state: "detached" });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stack.disposeAsync();
  }
}
