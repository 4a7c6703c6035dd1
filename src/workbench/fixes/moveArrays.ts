import { type LogOutputChannel, ProgressLocation, type TextDocument, window } from "vscode";
import type { FigurePath } from "../../figure/model/path.ts";
import { formatPath } from "../../figure/model/path.ts";
import type { TextEdit } from "../../figure/model/fix.ts";
import { type GridMove, movableArrays, moveToGrid } from "../../figure/fixes/gridMove.ts";
import { sameJson } from "../../figure/model/sameJson.ts";
import type { Result } from "../../plotsApi/errors/result.ts";
import { toSignal } from "../tasks/cancellation.ts";
import type { FigureDiagnostics } from "../diagnostics/figureDiagnostics.ts";
import { formatCount } from "../../figure/model/counts.ts";
import type { Outlines } from "../figures/outlines.ts";
import type { Connection } from "../servers/connection.ts";
import type { GridCache } from "../grids/gridCache.ts";
import { pickConnection } from "../servers/serverPicker.ts";
import type { Servers } from "../servers/servers.ts";
import { documentFor, editableFigure, openAgain } from "./editableFigure.ts";
import { makeEdits } from "../editing/textEdits.ts";
import { fileName } from "../editing/names.ts";
import { plainWords } from "../editing/plainWords.ts";

export interface MoveParts {
  readonly servers: Servers;
  readonly grids: GridCache;
  readonly outlines: Outlines;
  readonly diagnostics: FigureDiagnostics;
  readonly log: LogOutputChannel;
}

interface Made {
  readonly fid: string;
  readonly uids: ReadonlyMap<string, string>;
}

/**
 * Moves the arrays below `part` of a figure file to a new grid on the server that the person chooses, and writes
 * references in their place. The file stays as it is where anything fails.
 */
export async function moveArrays(parts: MoveParts, given: unknown, part: FigurePath): Promise<void> {
  let document = await documentFor(given);
  if (document === undefined) return;
  const move = await moveOf(document, parts, part);
  if (move === undefined) return;
  const connection = await pickConnection(parts.servers, "Where does the grid go?");
  if (connection === undefined) return;
  const made = await createGrid(document, move, connection, parts.log);
  if (made === undefined) return;
  document = await openAgain(document);
  const edits = await editsNow(document, move, made, parts, part);
  const where = `the grid ${made.fid} on ${connection.label}`;
  if (edits === undefined || !(await makeEdits(document, edits))) {
    void window.showWarningMessage(
      `The figure was changed meanwhile, so it was left as it is. Its values are in ${where}, and nothing refers to that yet.`,
    );
    return;
  }
  parts.grids.clear();
  void parts.diagnostics.check(document);
  const left = move.undecoded.map(({ array, error }) => ` \`${formatPath(array.path)}\` stays: ${error.message}`);
  void window.showInformationMessage(
    plainWords(
      `${formatCount(move.columns.length, "array")} of ${fileName(document.uri)} moved to ${where}.${left.join("")}`,
    ),
  );
}

async function moveOf(document: TextDocument, parts: MoveParts, part: FigurePath): Promise<GridMove | undefined> {
  const figure = await editableFigure(document, parts.outlines, parts.diagnostics);
  if (figure === undefined) return undefined;
  const move = moveToGrid(figure.file, movableArrays(figure.file.outline, part));
  if (move.columns.length > 0) return move;
  const [unreadable] = move.undecoded;
  void window.showInformationMessage(
    unreadable === undefined
      ? "There is no array here that could go to a grid."
      : plainWords(`\`${formatPath(unreadable.array.path)}\` cannot be read: ${unreadable.error.message}`),
  );
  return undefined;
}

/** Creates the grid, and asks for another name where its name is taken. Undefined where the server refused or the person gave up. */
async function createGrid(
  document: TextDocument,
  move: GridMove,
  connection: Connection,
  log: LogOutputChannel,
): Promise<Made | undefined> {
  let name = `${fileName(document.uri).replace(/(\.plotly)?(\.json)?$/i, "") || "figure"}_grid`;
  for (;;) {
    const created = await send(move, name, connection);
    if (created.ok) return created.value;
    const { error } = created;
    if (error.code === "cancelled") return undefined;
    log.warn(`Move to a grid: ${error.detail}`);
    if (error.code !== "conflict") {
      const again = await window.showErrorMessage(`Nothing was changed. ${error.sentence}`, "Try Again");
      if (again === undefined) return undefined;
      continue;
    }
    const other = await window.showInputBox({
      title: "Move Arrays to a Grid",
      prompt: `There is a file “${name}” on ${connection.label} already. Give the grid another name.`,
      value: `${name} 2`,
    });
    if (other === undefined || other.trim() === "") return undefined;
    name = other.trim();
  }
}

async function send(move: GridMove, name: string, connection: Connection): Promise<Result<Made>> {
  const title = `Moving ${formatCount(move.columns.length, "array")} to a grid on ${connection.label}`;
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, async (_progress, token) => {
    const cols = Object.fromEntries(move.columns.map(({ name: column, data, order }) => [column, { data, order }]));
    // The grid is private: the person decides on the server who else may read it.
    const body = { data: { cols }, filename: name, world_readable: false };
    const created = await connection.client.grids.create(body, toSignal(token));
    if (!created.ok) return created;
    const uids = new Map(created.value.cols.map((column) => [column.name, column.uid]));
    return { ok: true, value: { fid: created.value.fid, uids } };
  });
}

/** The edits of the document's present text; undefined where its arrays are no longer those that were sent. */
async function editsNow(
  document: TextDocument,
  sent: GridMove,
  { fid, uids }: Made,
  parts: MoveParts,
  part: FigurePath,
): Promise<TextEdit[] | undefined> {
  const outline = await parts.outlines.ready(document);
  if (document.isClosed || outline.syntax.length > 0) return undefined;
  const file = { text: parts.outlines.text(document), outline, structure: parts.outlines.structure(document) };
  const now = moveToGrid(file, movableArrays(outline, part));
  const isSame =
    now.columns.length === sent.columns.length &&
    now.columns.every(({ name, data }, index) => {
      const before = sent.columns[index];
      return before?.name === name && uids.has(name) && sameJson(data, before.data);
    });
  return isSame ? now.place(fid, uids) : undefined;
}
