import { dirname } from "node:path";
import type { Context } from "mocha";
import { installCode } from "../host/install.ts";
import { plotFiles } from "../host/plotFiles.ts";
import { type Bench as OpenBench, type BenchOptions, openBench } from "../host/vscode/bench.ts";
import { copyWorkspace } from "../host/vscode/workspaceCopy.ts";
import { Window } from "../host/window.ts";

/** What a test file works with, once its `before` hooks have run. */
export type Bench = Omit<OpenBench<Window>, typeof Symbol.asyncDispose>;

/** What is typed is what stands there. */
const typing = {
  "editor.autoClosingBrackets": "never",
  "editor.autoIndent": "none",
  "editor.autoSurround": "never",
};

export interface WindowOptions extends BenchOptions {
  /**
   * True where other test files with the same settings may use the same window, which is there faster than one of their
   * own: where the tests need no fresh list of plots, and leave behind nothing but tabs and files of the workspace.
   */
  readonly shared?: boolean;
}

/** By their settings. */
const sharedBenches = new Map<string, OpenBench<Window>>();
// Imported by test files alone, so this is a hook of the whole run.
after(async () => {
  for (const each of sharedBenches.values()) await each[Symbol.asyncDispose]();
});

/**
 * Opens a window with the extension for the tests of the `describe` that calls it, and closes it after them. Nothing is
 * shared with another test file, unless that is asked for. Where a test fails, the window's picture is kept under the
 * test's name.
 */
export function useWindow({ shared = false, settings = {}, ...options }: WindowOptions = {}): Bench {
  const key = JSON.stringify(settings);
  let bench: OpenBench<Window> | undefined;
  let failed = false;

  const open = async (more: BenchOptions) =>
    await openBench(
      await installCode(console.error),
      plotFiles,
      { settings: { ...typing, ...settings }, ...more },
      Window,
    );

  before(async () => {
    if (!shared) {
      bench = await open(options);
      return;
    }
    bench = sharedBenches.get(key) ?? (await open({}));
    sharedBenches.set(key, bench);
    await options.prepare?.(bench.folder);
  });

  afterEach(async function (this: Context) {
    const test = this.currentTest;
    if (test?.state !== "failed") return;
    failed = true;
    await bench?.window.screenshot(`failed ${fileName(test.fullTitle())}`);
  });

  after(async () => {
    if (bench === undefined) return;
    if (shared && !failed) {
      await leaveAsFound(bench);
      return;
    }
    // Whoever would share it gets a window without the traces of the failure.
    if (shared) sharedBenches.delete(key);
    await bench[Symbol.asyncDispose]();
  });

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

/** Closes what is open, and brings the sample's files back. */
async function leaveAsFound({ window, folder }: OpenBench<Window>): Promise<void> {
  await window.closeEditors();
  await window.runCommand("Notifications: Clear All Notifications");
  copyWorkspace(plotFiles.sample, dirname(folder));
}

const fileName = (title: string) => title.replaceAll(/[^\w ]+/g, " ").slice(0, 100);
