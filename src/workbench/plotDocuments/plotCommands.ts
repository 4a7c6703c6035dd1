import { commands, Disposable, env, type LogOutputChannel, window } from "vscode";
import { isFid } from "../../plotsApi/bodies/fid.ts";
import { commands as commandIds } from "../../manifest.ts";
import { FileItem } from "../treeItems/fileItem.ts";
import { PlotItem } from "../treeItems/plotItem.ts";
import type { PlotViews } from "../plotsView/plotViews.ts";
import type { Connection } from "../servers/connection.ts";
import { pickConnection } from "../servers/serverPicker.ts";
import type { Servers } from "../servers/servers.ts";
import type { PlotFileSystem } from "./plotFileSystem.ts";
import { parsePlotUri, plotUri } from "../addresses/plotUri.ts";

/** Registers the commands on single plots, and tells why a plot could not be opened. */
export function registerPlotCommands(
  servers: Servers,
  files: PlotFileSystem,
  plots: PlotViews,
  log: LogOutputChannel,
): Disposable {
  return Disposable.from(
    commands.registerCommand(commandIds.copyPlotId, async (item: unknown) => {
      if (item instanceof PlotItem) await env.clipboard.writeText(item.plot.fid);
      if (item instanceof FileItem) await env.clipboard.writeText(item.file.fid);
    }),
    commands.registerCommand(commandIds.openPlot, () => openPlotById(servers)),
    files.onDidFail(async ({ uri, error }) => {
      log.warn(`${uri.toString(true)}: ${error.detail}`);
      // VS Code's own page says only that a file is missing.
      if (error.code !== "not-found") return;
      const fid = parsePlotUri(uri)?.fid ?? uri.path;
      const refresh = await window.showWarningMessage(
        `The plot ${fid} cannot be opened. ${error.sentence}`,
        "Refresh List",
      );
      if (refresh !== undefined) plots.refresh();
    }),
  );
}

async function openPlotById(servers: Servers): Promise<void> {
  const connection = await pickConnection(servers, "Which server is the plot on?");
  if (connection !== undefined) await askForPlot(connection, "");
}

async function askForPlot(connection: Connection, value: string): Promise<void> {
  const { client, id, label } = connection;
  const typed = await window.showInputBox({
    title: "Open Plot by Id",
    value,
    prompt: `Owner and number, such as ada:12, or the plot's address on ${label}`,
    validateInput: (text) =>
      text.trim() === "" || fidIn(text) !== undefined ? undefined : "Type owner and number, such as ada:12.",
  });
  const fid = fidIn(typed ?? "");
  if (fid === undefined) return;
  const plot = await client.plots.get(fid);
  if (plot.ok) {
    await commands.executeCommand("vscode.open", plotUri(id, fid, plot.value.filename));
    return;
  }
  // VS Code shows the whole sentence only where the notification has a button.
  const again = await window.showErrorMessage(plot.error.sentence, "Try Again");
  if (again !== undefined) await askForPlot(connection, fid);
}

/** The fid in what was typed: `ada:12`, or a web address such as `https://host/~ada/12/`. */
function fidIn(text: string): string | undefined {
  const typed = text.trim();
  if (isFid(typed)) return typed;
  const address = /~([^/]+)\/(\d+)/.exec(typed);
  const fid = address === null ? "" : `${decodeURIComponent(address[1] ?? "")}:${address[2] ?? ""}`;
  return isFid(fid) ? fid : undefined;
}
