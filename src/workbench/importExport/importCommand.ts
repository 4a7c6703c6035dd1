import {
  type CancellationToken,
  commands,
  type Disposable,
  type LogOutputChannel,
  type Progress,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from "vscode";
import { rebuildGrids } from "../../figure/data/rebuild/rebuildGrids.ts";
import { commands as commandIds } from "../../manifest.ts";
import { importFigure, importFolder } from "./importFigure.ts";
import { type Outcome, fail, type Failure, ok } from "../../plotsApi/errors/result.ts";
import { toSignal } from "../tasks/cancellation.ts";
import type { Connection } from "../servers/connection.ts";
import { titleOf } from "../servers/server.ts";
import { pickConnection } from "../servers/serverPicker.ts";
import type { Servers } from "../servers/servers.ts";
import { findExportFiles, readExportFile } from "./exportFiles.ts";
import type { ImportMemory } from "./importMemory.ts";
import { type ImportOutcome, importReport, type ImportRun, importSummary } from "./importReport.ts";
import type { Reports } from "./reports.ts";
import { messageOf } from "../../figure/model/messageOf.ts";

export interface ImportParts {
  readonly servers: Servers;
  readonly memory: ImportMemory;
  readonly reports: Reports;
  readonly log: LogOutputChannel;
  /** Called when plots and grids came to a server. */
  readonly onDidImport: (server: string) => void;
}

/** Registers "Import Chart Studio Export", which makes plots and grids of exported figures again. */
export function importCommand(parts: ImportParts): Disposable {
  return commands.registerCommand(commandIds.importExport, async (given?: unknown, all?: unknown) => {
    const uris = Array.isArray(all) ? all.filter((each) => each instanceof Uri) : [];
    const sources = uris.length > 0 ? uris : given instanceof Uri ? [given] : await chooseSources();
    if (sources === undefined || sources.length === 0) return;
    // Say that there is no export before asking for anything else.
    const files = await look(sources);
    if (files === undefined) return;
    const connection = await pickConnection(parts.servers, "Import the plots to which server?");
    if (connection !== undefined) await run(files, connection, parts);
  });
}

async function chooseSources(): Promise<readonly Uri[] | undefined> {
  const choice = await window.showQuickPick(
    [
      { label: "$(folder) A folder…", description: "all exports in it and in the folders below", isFolder: true },
      { label: "$(json) Files…", description: "one export or several", isFolder: false },
    ],
    { title: "Import Chart Studio Export", placeHolder: "What do you want to import?" },
  );
  if (choice === undefined) return undefined;
  return window.showOpenDialog({
    title: "Import Chart Studio Export",
    openLabel: "Import",
    canSelectMany: true,
    canSelectFiles: !choice.isFolder,
    canSelectFolders: choice.isFolder,
    ...(!choice.isFolder && { filters: { "Plotly figures": ["json", "plotly"] } }),
  });
}

/** Looks for files that may be exports. Undefined where there are none, which the person is told, or where they cancelled. */
async function look(sources: readonly Uri[]): Promise<readonly Uri[] | undefined> {
  const options = { location: ProgressLocation.Notification, title: "Looking for exports", cancellable: true };
  const found = await window.withProgress(options, async (_progress, token) => {
    const files = await filesIn(sources, token);
    return token.isCancellationRequested ? undefined : files;
  });
  if (found?.ok === false) void window.showErrorMessage(found.error.sentence);
  return found?.ok === true ? found.value : undefined;
}

async function run(files: readonly Uri[], connection: Connection, parts: ImportParts): Promise<void> {
  const options = {
    location: ProgressLocation.Notification,
    title: `Importing to ${connection.label}`,
    cancellable: true,
  };
  const value = await window.withProgress(options, (progress, token) =>
    importAll(files, connection, parts, progress, token),
  );
  if (value.outcomes.some(({ kind }) => kind === "imported")) parts.onDidImport(connection.id);
  parts.log.info(`Import to ${connection.label}: ${importSummary(value)}.`);
  window.setStatusBarMessage(`$(check) ${importSummary(value)}`, 8000);
  await parts.reports.show("Import of Chart Studio exports", importReport(value));
}

async function importAll(
  files: readonly Uri[],
  connection: Connection,
  parts: ImportParts,
  progress: Progress<{ message: string; increment?: number }>,
  token: CancellationToken,
): Promise<ImportRun> {
  const outcomes: ImportOutcome[] = [];
  let stopped: string | undefined;
  for (const [index, uri] of files.entries()) {
    if (token.isCancellationRequested) stopped = "You cancelled it. What was imported until then is kept.";
    if (stopped !== undefined) break;
    const file = workspace.asRelativePath(uri);
    progress.report({ message: `${index + 1} of ${files.length}: ${file}`, increment: 100 / files.length });
    const outcome = await importFile(uri, file, connection, parts, token);
    if ("stop" in outcome) stopped = outcome.stop;
    else outcomes.push(outcome);
  }
  return {
    server: titleOf(connection),
    folder: importFolder,
    when: new Date(),
    outcomes,
    left: files.length - outcomes.length,
    ...(stopped !== undefined && { stopped }),
  };
}

async function filesIn(sources: readonly Uri[], token: CancellationToken): Promise<Outcome<readonly Uri[]>> {
  let files: readonly Uri[];
  try {
    files = await findExportFiles(sources, token);
  } catch (error) {
    const reason = messageOf(error);
    return fail(failure("unreadable", `The folder cannot be read: ${reason}`));
  }
  if (files.length > 0 || token.isCancellationRequested) return ok(files);
  const where = sources.map((uri) => workspace.asRelativePath(uri)).join(", ");
  return fail(failure("nothing", `There are no .json or .plotly files in ${where}, so nothing was imported.`));
}

/** The failures that every other file would meet too. They end the run. */
const lasting: ReadonlySet<string> = new Set([
  "offline",
  "timeout",
  "unauthorized",
  "forbidden",
  "throttled",
  "retired",
  "bad-root",
  "no-credentials",
  "redirected",
]);

async function importFile(
  uri: Uri,
  file: string,
  connection: Connection,
  { memory, log }: ImportParts,
  token: CancellationToken,
): Promise<ImportOutcome | { readonly stop: string }> {
  const read = await readExportFile(uri);
  if (!read.ok) return { kind: "not-imported", file, sentence: read.sentence };
  const { name, source } = read;
  let figure: ReturnType<typeof rebuildGrids>;
  try {
    figure = rebuildGrids(read.figure);
  } catch (error) {
    // The walk goes as deep as the figure does.
    log.warn(`Import of ${file}`, error);
    return { kind: "not-imported", file, sentence: "Its figure is nested too deeply to be taken apart." };
  }
  const knownFid = memory.fidOf(connection.id, source);
  const imported = await importFigure(
    connection.client,
    { name, figure, source, ...(knownFid !== undefined && { knownFid }) },
    toSignal(token),
  );
  if (!imported.ok) {
    const { code, sentence, detail } = imported.error;
    if (code === "cancelled") return { stop: "You cancelled it. What was imported until then is kept." };
    log.warn(`Import of ${file}: ${detail}`);
    return lasting.has(code) ? { stop: sentence } : { kind: "not-imported", file, sentence };
  }
  const { fid, filename, isOld } = imported.value;
  await memory.keep(connection.id, source, fid);
  const plot = { fid, name: filename };
  if (isOld) return { kind: "old", file, plot };
  const columns = figure.grids.reduce((sum, grid) => sum + grid.columns.length, 0);
  const { references, notRebuilt } = figure;
  return { kind: "imported", file, plot, grids: figure.grids.length, columns, references, notRebuilt };
}

function failure(code: string, sentence: string): Failure {
  return { code, sentence, detail: sentence };
}
