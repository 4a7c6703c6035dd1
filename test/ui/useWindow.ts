import type { Context } from "mocha";
import { installCode } from "../host/install.ts";
import { plotFiles } from "../host/plotFiles.ts";
import { type Bench as OpenBench, type BenchOptions, openBench } from "../host/vscode/bench.ts";
import { Window } from "../host/window.ts";

/** What a test file works with, once its `before` hooks have run. */
export type Bench = Omit<OpenBench<Window>, typeof Symbol.asyncDispose>;

/** What is typed is what stands there. */
const typing = {
  "editor.autoClosingBrackets": "never",
  "editor.autoIndent": "none",
  "editor.autoSurround": "never",
};

/**
 * Opens a window with the extension for the tests of the `describe` that calls it, and closes it after them. Nothing is
 * shared with another test file. Where a test fails, the window's picture is kept under the test's name.
 */
export function useWindow({ settings = {}, ...options }: BenchOptions = {}): Bench {
  let bench: OpenBench<Window> | undefined;

  before(async () => {
    const serverMain = await installCode(console.error);
    bench = await openBench(serverMain, plotFiles, { ...options, settings: { ...typing, ...settings } }, Window);
  });

  afterEach(async function (this: Context) {
    const test = this.currentTest;
    if (test?.state === "failed") await bench?.window.screenshot(`failed ${fileName(test.fullTitle())}`);
  });

  after(() => bench?.[Symbol.asyncDispose]());

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
