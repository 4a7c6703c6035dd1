import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { ExtensionContext } from "vscode";
import { activateExtension } from "./activate.ts";

/** The entry where VS Code runs extensions on Node: everything, with the plot service inside. */
export function activate(context: ExtensionContext): void {
  activateExtension(context, {
    // The service, its database and its samples are loaded when they are first asked for, not at activation.
    async open(storage, report) {
      await mkdir(storage.fsPath, { recursive: true });
      const { openPlotService } = await import("./plotService/service.ts");
      return openPlotService({ database: join(storage.fsPath, "plots.sqlite"), report });
    },
    async listen(service, options) {
      const { listen } = await import("./plotService/listen.ts");
      return listen(service, options);
    },
    async servesTheSame(service, url) {
      const identity = await import("./plotService/identity.ts");
      return identity.servesTheSame(service, url);
    },
  });
}
