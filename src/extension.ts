import { chmod, mkdir, open, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import type { ExtensionContext } from "vscode";
import { Dormant } from "./dormant.ts";
import type { CopyUnits } from "./figure/text/simd/skipper.ts";
import type { NodeService } from "./workbench/servers/embeddedService.ts";
import type { PlotlyFiles } from "./workbench/serverCommands/plotlyFiles.ts";
import type { LocalFiles } from "./workbench/fileParts/localFiles.ts";

/** The entry for VS Code on Node: everything, with the plot service inside. */
export function activate(context: ExtensionContext): void {
  const load = async () => {
    const { loadParts } = await import("./extension.web.ts");
    const { activateDrawings } = await loadParts();
    return () => activateDrawings(context, { node: service, readPlotlyFiles, copyUnits, local: localFiles });
  };
  context.subscriptions.push(new Dormant(context, load));
}

/** Copies the units of a text a hundred times faster than one by one, which is all that a browser can do. */
const copyUnits: CopyUnits = (text, into) => Buffer.from(into.buffer, into.byteOffset).write(text, "utf16le");

const localFiles: LocalFiles = {
  async readPart({ scheme, fsPath }, from, length) {
    if (scheme !== "file") return undefined;
    await using file = await open(fsPath);
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  },
  async readFigure({ scheme, fsPath }, tell, signal) {
    if (scheme !== "file") return undefined;
    // What reads in a thread is loaded with the first large file.
    const { readFigureFile } = await import("./fileReader/fileReader.ts");
    return await readFigureFile(fsPath, tell, signal);
  },
};

const service: NodeService = {
  // The service, its database and its samples are loaded when they are first asked for, not at activation.
  async open(storage, report) {
    await mkdir(storage.fsPath, { recursive: true, mode: 0o700 });
    // The folder may exist from before, and nobody else should read it. Some file systems have no permissions.
    await chmod(storage.fsPath, 0o700).catch(() => undefined);
    const { openWhenFree } = await import("./plotService/service.ts");
    return openWhenFree({ database: join(storage.fsPath, "plots.sqlite"), report });
  },
  async listen(plotService, options) {
    const { listen } = await import("./plotService/listen.ts");
    return listen(plotService, options);
  },
  async servesTheSame(plotService, url) {
    const identity = await import("./plotService/identity.ts");
    return identity.servesTheSame(plotService, url);
  },
};

async function readPlotlyFiles(): Promise<PlotlyFiles> {
  // The client looks here, and knows this variable.
  const folder = process.env["PLOTLY_DIR"] || join(homedir(), ".plotly");
  const text = (name: string) =>
    readFile(join(folder, name), "utf8").catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw error;
    });
  return { folder, credentials: await text(".credentials"), config: await text(".config") };
}
