import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "mocha";
import { installCode } from "../host/install.ts";
import { linkExtension } from "../host/linkedExtension.ts";
import { temporaryFolder } from "../host/paths.ts";
import { sampleWorkspace } from "../host/sampleWorkspace.ts";
import { type Server, startServer } from "../host/server.ts";
import { Window } from "../host/window.ts";

/** What a test file works with, once its `before` hooks have run. */
export interface Bench {
  readonly window: Window;
  readonly server: Server;
  /** The open workspace: a copy of the sample figures that belongs to this test file. */
  readonly folder: string;
}

export interface BenchOptions {
  /** Settings of the window, as in settings.json. */
  readonly settings?: Record<string, unknown>;
  readonly size?: { readonly width?: number; readonly height?: number; readonly zoom?: number };
  /** Prepares the workspace's files before the window opens. */
  readonly prepare?: (folder: string) => void | Promise<void>;
}

/**
 * Opens a window with the extension for the tests of the `describe` that calls it, and closes it after them. Nothing is
 * shared with another test file. Where a test fails, the window's picture is kept under the test's name.
 */
export function useWindow({ settings = {}, size = {}, prepare }: BenchOptions = {}): Bench {
  const stack = new AsyncDisposableStack();
  let bench: Bench | undefined;

  before(async () => {
    const serverMain = await installCode(console.error);
    const temporary = temporaryFolder("ui");
    stack.defer(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
    const folder = sampleWorkspace(temporary);
    await prepare?.(folder);
    const server = stack.use(
      await startServer({
        serverMain,
        dataFolder: join(temporary, "server"),
        extensionsFolder: linkExtension(join(temporary, "extensions")),
        automated: false,
        // What is typed is what stands there.
        settings: {
          "editor.autoClosingBrackets": "never",
          "editor.autoIndent": "none",
          "editor.autoSurround": "never",
          ...settings,
        },
      }),
    );
    bench = { server, folder, window: stack.use(await Window.open(server, { folder }, size)) };
  });

  afterEach(async function (this: Context) {
    const test = this.currentTest;
    if (test?.state === "failed") await bench?.window.screenshot(`failed ${fileName(test.fullTitle())}`);
  });

  after(() => stack.disposeAsync());

  const ready = (): Bench => {
    if (bench === undefined) throw new Error("The window is open only while the tests run.");
    return bench;
  };
  return {
    get window() {
      return ready().window;
    },
    get server() {
      return ready().server;
    },
    get folder() {
      return ready().folder;
    },
  };
}

const fileName = (title: string) => title.replaceAll(/[^\w ]+/g, " ").slice(0, 100);
