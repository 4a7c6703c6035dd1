import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { ExtensionUnderTest } from "./extension.ts";
import { linkExtension } from "./linkedExtension.ts";
import { temporaryFolder } from "./project.ts";
import { type Server, startServer } from "./server.ts";
import { Window, type WindowSize } from "./window.ts";
import { copyWorkspace } from "./workspaceCopy.ts";

/** A window as a person has it, with its server and browser. Disposing of it ends them all. */
export interface Bench<Opened = Window> extends AsyncDisposable {
  readonly window: Opened;
  readonly server: Server;
  /** The open workspace: a copy of the extension's sample. */
  readonly folder: string;
}

export interface BenchOptions {
  /** The window's settings, as in settings.json. */
  readonly settings?: Record<string, unknown>;
  readonly size?: WindowSize;
  /** Prepares the workspace's files before the window opens. */
  readonly prepare?: (folder: string) => void | Promise<void>;
}

/** Opens a window with the extension installed. `serverMain` is the path that `installCode` returned. */
export async function openBench<Opened extends Window>(
  serverMain: string,
  extension: ExtensionUnderTest,
  { settings = {}, size = {}, prepare }: BenchOptions,
  kind: (new (browser: Browser, page: Page) => Opened) & Pick<typeof Window, "open">,
): Promise<Bench<Opened>> {
  await using stack = new AsyncDisposableStack();
  const temporary = temporaryFolder("ui");
  stack.defer(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
  const folder = copyWorkspace(extension.sample, temporary);
  await prepare?.(folder);
  const server = stack.use(
    await startServer({
      serverMain,
      dataFolder: join(temporary, "server"),
      extensionsFolder: linkExtension(extension.root, join(temporary, "extensions")),
      automated: false,
      settings,
    }),
  );
  const window = stack.use(await kind.open(server, { folder }, size));
  const opened = stack.move();
  return { window, server, folder, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}
