import {
  commands,
  type Disposable,
  type LogOutputChannel,
  type QuickPickItem,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import { formatPath } from "../../figure/figure.ts";
import { isRefused } from "../../figure/rules/rawArray.ts";
import { commands as commandIds, figureFilePattern } from "../../manifest.ts";
import type { ApiError } from "../../plotsApi/apiError.ts";
import type { PlotMetadata } from "../../plotsApi/schemas.ts";
import { activeUri } from "../activeUri.ts";
import type { FigureDiagnostics } from "../diagnostics/figureDiagnostics.ts";
import { revealInText } from "../figureEditor/revealProblem.ts";
import type { Outlines } from "../outlines.ts";
import { parsePlotUri, plotUri } from "../plotDocuments/plotUri.ts";
import type { PlotViews } from "../plotsView/plotViews.ts";
import type { Connection } from "../servers/connection.ts";
import type { GridCache } from "../servers/gridCache.ts";
import type { Servers } from "../servers/servers.ts";
import { draftOfFigure } from "./figureDraft.ts";
import type { PlotDraft } from "./plotDraft.ts";
import { type MadeGrid, publish } from "./publish.ts";
import { review, showArrays } from "./reviewSteps.ts";
import { type Answer, back, pickOne } from "./steps.ts";
import { draftOfTable, stepsOfTable } from "./tableDraft.ts";

export interface CreatePlotParts {
  readonly servers: Servers;
  readonly grids: GridCache;
  readonly outlines: Outlines;
  readonly diagnostics: FigureDiagnostics;
  readonly plots: PlotViews;
  readonly log: LogOutputChannel;
}

/** "Create Plot": from the figure at hand, from a CSV file, or from a grid. */
export function createPlotCommand(parts: CreatePlotParts): Disposable {
  return commands.registerCommand(commandIds.createPlot, (uri?: unknown) =>
    createPlot(parts, uri instanceof Uri ? uri : undefined),
  );
}

async function createPlot(parts: CreatePlotParts, given: Uri | undefined): Promise<void> {
  for (;;) {
    const source = given ?? (await chooseSource());
    if (source === undefined || source === back) return;
    const connection = await connectionFor(source, parts.servers);
    if (connection === undefined) return;
    const table = source === "table" || /\.[ct]sv$/i.test(source.path);
    const draft = table
      ? await draftOfTable(connection, source === "table" ? undefined : source)
      : await draftOfFile(source, parts);
    if (draft === undefined) return;
    if (draft !== back) {
      const done = await createFrom(draft, connection, parts, table ? stepsOfTable + 1 : 1);
      if (done !== back) return;
    }
    if (given !== undefined && !table) return;
  }
}

/** A plot of a server stays there with its copies, for the grids that it refers to are there too. */
async function connectionFor(source: Uri | "table", servers: Servers): Promise<Connection | undefined> {
  const plot = source === "table" ? undefined : parsePlotUri(source);
  const connected = await (plot === undefined ? servers.preferred() : servers.connect(plot.server));
  if (connected.ok) return connected.value;
  const add = await window.showErrorMessage(connected.error.sentence, "Add Server…");
  if (add !== undefined) await commands.executeCommand(commandIds.addServer);
  return undefined;
}

/** The figure that the person looks at, or a new chart. Nothing is asked where there is only one answer. */
async function chooseSource(): Promise<Answer<Uri | "table">> {
  const uri = activeUri();
  if (uri === undefined || !(figureFilePattern.test(uri.path) || uri.path.endsWith(".json"))) return "table";
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  const chosen = await pickOne<QuickPickItem & { source: Uri | "table" }>({
    title: "Create Plot",
    step: 1,
    totalSteps: 1,
    placeholder: "What from?",
    items: [
      { label: `$(graph) ${name}`, description: "the figure that is open", source: uri },
      { label: "$(table) A new chart…", description: "from a CSV file or a grid", source: "table" },
    ],
  });
  return chosen === undefined || chosen === back ? chosen : chosen.source;
}

async function draftOfFile(uri: Uri, { outlines, diagnostics }: CreatePlotParts): Promise<PlotDraft | undefined> {
  let document: TextDocument;
  try {
    document = await workspace.openTextDocument(uri);
  } catch (error) {
    void window.showErrorMessage(
      `The figure cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
    return undefined;
  }
  const drafted = await draftOfFigure(document, outlines);
  if (drafted === undefined) return undefined;
  if (drafted.ok) return drafted.draft;
  const { span } = drafted;
  void diagnostics.check(document);
  const show = await window.showErrorMessage(
    `No plot can be created from this file. ${drafted.sentence}`,
    "Show in Text",
  );
  if (show !== undefined) await revealInText(uri, span, () => 1);
  return undefined;
}

async function createFrom(
  draft: PlotDraft,
  connection: Connection,
  parts: CreatePlotParts,
  firstStep: number,
): Promise<Answer<PlotMetadata>> {
  let grid: MadeGrid | undefined;
  let name = draft.suggestedName;
  let refusedName: string | undefined;
  for (;;) {
    const publication = await review(draft, connection, firstStep, name, refusedName);
    if (publication === undefined || publication === back) {
      tellOfGrid(grid);
      return publication;
    }
    if (publication === showArrays) {
      tellOfGrid(grid);
      await pointAtArrays(draft, parts);
      return undefined;
    }
    const published = await publish(draft, publication, connection, grid);
    if (published.ok) {
      await open(published.plot, connection, parts);
      return published.plot;
    }
    grid = published.grid;
    name = publication.name;
    parts.log.warn(`Create Plot: ${published.error.detail}`);
    refusedName = published.error.code === "conflict" ? name : undefined;
    if (published.error.code === "conflict") continue;
    if (!(await tryAgain(published.error, grid, draft, parts))) return undefined;
  }
}

async function open(plot: PlotMetadata, connection: Connection, parts: CreatePlotParts): Promise<void> {
  parts.grids.clear();
  window.setStatusBarMessage(`$(check) Created ${plot.fid} on ${connection.label}`, 5000);
  await commands.executeCommand("vscode.open", plotUri(connection.id, plot.fid, plot.filename));
  await parts.plots.show(connection.id, plot.fid);
}

/** The arrays are errors from now on, since this document is meant for the API. */
async function pointAtArrays(draft: PlotDraft, { outlines, diagnostics }: CreatePlotParts): Promise<void> {
  const { document } = draft;
  if (document === undefined) return;
  await diagnostics.bind(document);
  const first = outlines.of(document).arrays.find(isRefused);
  const span = first && { start: first.key.start, end: first.value.start + 1 };
  await revealInText(document.uri, span, () => 1);
}

/** Says what the server refused and where that stands in the file. True where the person wants another try. */
async function tryAgain(
  error: ApiError,
  grid: MadeGrid | undefined,
  draft: PlotDraft,
  parts: CreatePlotParts,
): Promise<boolean> {
  if (error.code === "cancelled") {
    tellOfGrid(grid);
    return false;
  }
  const { document } = draft;
  const kept = grid === undefined ? "" : ` Its grid ${grid.fid} was created and is used for the next try.`;
  const path = error.fields?.[0]?.path.replace(/^figure\.?/, "");
  const place = document === undefined || !path ? undefined : placeOf(path, document, parts);
  const actions = ["Try Again", ...(place === undefined ? [] : ["Show in Text"])];
  const action = await window.showErrorMessage(`The plot was not created. ${error.sentence}${kept}`, ...actions);
  if (action === "Show in Text" && document !== undefined) {
    await parts.diagnostics.bind(document);
    await revealInText(document.uri, place, () => 1);
  }
  return action === "Try Again";
}

/** The person stopped between grid and plot: nothing takes the grid away again. */
function tellOfGrid(grid: MadeGrid | undefined): void {
  if (grid !== undefined)
    void window.showInformationMessage(`No plot was created. Its grid ${grid.fid} was, and is kept.`);
}

function placeOf(path: string, document: TextDocument, { outlines }: CreatePlotParts) {
  const outline = outlines.of(document);
  const named = (candidate: { path: Parameters<typeof formatPath>[0] }) => formatPath(candidate.path) === path;
  return outline.arrays.find(named)?.value ?? outline.references.find(named)?.value;
}
