import {
  commands,
  Disposable,
  type LogOutputChannel,
  type QuickPickItem,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import { formatPath } from "../../figure/model/path.ts";
import { isRefused } from "../../figure/checks/rules/rawArray.ts";
import { commands as commandIds } from "../../manifest.ts";
import type { ApiError } from "../../plotsApi/errors/apiError.ts";
import type { PlotMetadata } from "../../plotsApi/bodies/plot.ts";
import { activeUri } from "../editing/activeUri.ts";
import { plainWords } from "../editing/plainWords.ts";
import type { FigureDiagnostics } from "../diagnostics/figureDiagnostics.ts";
import { revealInText } from "../editing/revealInText.ts";
import { fileName } from "../editing/names.ts";
import type { Outlines } from "../figures/outlines.ts";
import { parsePlotUri, plotUri } from "../addresses/plotUri.ts";
import type { PlotViews } from "../plotsView/plotViews.ts";
import type { Connection } from "../servers/connection.ts";
import type { GridCache } from "../grids/gridCache.ts";
import type { Servers } from "../servers/servers.ts";
import { createFromTable, type TableParts } from "./table/createFromTable.ts";
import { draftOfFigure } from "./figureDraft.ts";
import type { PlotDraft } from "./draft/plotDraft.ts";
import type { MadeGrid } from "../../figure/data/rebuild/rebuildGrids.ts";
import { publish } from "./draft/publish.ts";
import { review, showArrays } from "./draft/reviewSteps.ts";
import { type StepAnswer, back, pickOne } from "./draft/steps.ts";
import { messageOf } from "../../figure/model/messageOf.ts";

const tablePattern = /\.[ct]sv$/i;

export interface CreatePlotParts {
  readonly servers: Servers;
  readonly grids: GridCache;
  readonly outlines: Outlines;
  readonly diagnostics: FigureDiagnostics;
  readonly plots: PlotViews;
  readonly log: LogOutputChannel;
}

/** Registers "Create Plot", from the figure at hand, a CSV file or a grid, and "Publish", of the figure at hand. */
export function createPlotCommand(parts: CreatePlotParts): Disposable {
  return Disposable.from(
    commands.registerCommand(commandIds.createPlot, (uri?: unknown) =>
      createPlot(parts, uri instanceof Uri ? uri : undefined),
    ),
    commands.registerCommand(commandIds.publishFigure, (uri?: unknown) => {
      const figure = uri instanceof Uri ? uri : activeUri();
      return figure === undefined ? createPlot(parts, undefined) : publishFigure(parts, figure);
    }),
  );
}

async function createPlot(parts: CreatePlotParts, given: Uri | undefined): Promise<void> {
  for (;;) {
    const source = given ?? (await chooseSource());
    if (source === undefined || source === back) return;
    const isTable = source === "table" || tablePattern.test(source.path);
    const done = isTable
      ? await createFromTable(tableParts(parts), source === "table" ? undefined : source)
      : await publishFigure(parts, source);
    if (done !== back || given !== undefined) return;
  }
}

function tableParts(parts: CreatePlotParts): TableParts {
  return {
    connect: () => connectionFor(undefined, parts.servers),
    publish: (draft, connection, firstStep) => createFrom(draft, connection, parts, firstStep),
  };
}

/** Publishes a figure. A figure that cannot be published is refused before anything is asked. */
async function publishFigure(parts: CreatePlotParts, uri: Uri): Promise<StepAnswer<unknown>> {
  const draft = await draftOfFile(uri, parts);
  const connection = draft && (await connectionFor(uri, parts.servers));
  return draft && connection && createFrom(draft, connection, parts, 1);
}

/** The server that the new plot goes to. A copy of a plot stays on its server, where the grids that it refers to are. */
async function connectionFor(figure: Uri | undefined, servers: Servers): Promise<Connection | undefined> {
  const plot = figure === undefined ? undefined : parsePlotUri(figure);
  const connected = await (plot === undefined ? servers.preferred() : servers.connect(plot.server));
  if (connected.ok) return connected.value;
  const add = await window.showErrorMessage(connected.error.sentence, "Add Server…");
  if (add !== undefined) await commands.executeCommand(commandIds.addServer);
  return undefined;
}

/** Asks whether to use the figure or table that the person looks at, or to make a new chart. Asks only where there is a choice. */
async function chooseSource(): Promise<StepAnswer<Uri | "table">> {
  const uri = activeUri();
  if (uri === undefined || !/\.(plotly|json|csv|tsv)$/i.test(uri.path)) return "table";
  const isTable = tablePattern.test(uri.path);
  const chosen = await pickOne<QuickPickItem & { source: Uri | "table" }>({
    title: "Create Plot",
    step: 1,
    totalSteps: 1,
    placeholder: "What do you want to create it from?",
    items: [
      {
        label: `$(${isTable ? "table" : "graph"}) ${fileName(uri)}`,
        description: isTable ? "the table that is open" : "publish the figure that is open",
        source: uri,
      },
      { label: "$(add) A new chart…", description: "from a CSV file or a grid", source: "table" },
    ],
  });
  return chosen === undefined || chosen === back ? chosen : chosen.source;
}

async function draftOfFile(uri: Uri, { outlines, diagnostics }: CreatePlotParts): Promise<PlotDraft | undefined> {
  let document: TextDocument;
  try {
    document = await workspace.openTextDocument(uri);
  } catch (error) {
    void window.showErrorMessage(`The figure cannot be read: ${messageOf(error)}`);
    return undefined;
  }
  const drafted = await draftOfFigure(document, outlines);
  if (drafted === undefined) return undefined;
  if (drafted.ok) return drafted.draft;
  const { span } = drafted;
  void diagnostics.check(document);
  const show = await window.showErrorMessage(
    plainWords(`No plot can be created from this file. ${drafted.sentence}`),
    "Show in Text",
  );
  if (show !== undefined) await revealInText(uri, span);
  return undefined;
}

async function createFrom(
  draft: PlotDraft,
  connection: Connection,
  parts: CreatePlotParts,
  firstStep: number,
): Promise<StepAnswer<PlotMetadata>> {
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

/** Shows the arrays in the text. They are errors from now on, since this document is meant for the API. */
async function pointAtArrays(draft: PlotDraft, { outlines, diagnostics }: CreatePlotParts): Promise<void> {
  const { document } = draft;
  if (document === undefined) return;
  await diagnostics.bind(document);
  const first = outlines.of(document).arrays.find(isRefused);
  const span = first && { start: first.key.start, end: first.value.start + 1 };
  await revealInText(document.uri, span);
}

/** Tells what the server refused and shows its place in the file. True where the person wants another try. */
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
  const kept = grid === undefined ? "" : ` Its grid ${grid.fid} was created. The next try uses it.`;
  const path = error.fields?.[0]?.path.replace(/^figure\.?/, "");
  const place = document === undefined || !path ? undefined : placeOf(path, document, parts);
  const actions = ["Try Again", ...(place === undefined ? [] : ["Show in Text"])];
  const action = await window.showErrorMessage(`The plot was not created. ${error.sentence}${kept}`, ...actions);
  if (action === "Show in Text" && document !== undefined) {
    await parts.diagnostics.bind(document);
    await revealInText(document.uri, place);
  }
  return action === "Try Again";
}

/** Tells of the grid that stays when the person stops between grid and plot. */
function tellOfGrid(grid: MadeGrid | undefined): void {
  if (grid !== undefined)
    void window.showInformationMessage(`No plot was created. Its grid ${grid.fid} was created and stays.`);
}

function placeOf(path: string, document: TextDocument, { outlines }: CreatePlotParts) {
  const outline = outlines.of(document);
  const named = (candidate: { path: Parameters<typeof formatPath>[0] }) => formatPath(candidate.path) === path;
  return outline.arrays.find(named)?.value ?? outline.references.find(named)?.value;
}
