import { type CancellationToken, FileType, Uri, workspace } from "vscode";
import { isContainer } from "../../figure/model/container.ts";
import type { Figure, Json, JsonObject } from "../../figure/model/figure.ts";
import type { FigureWithin } from "../../figure/text/outline/outline.ts";
import { scanBytesInSlices } from "../../figure/text/scan/scan.ts";
import { inSlices } from "../../figure/text/steps/slices.ts";
import { figureAt } from "../../figure/text/within/figureAt.ts";
import { plainText } from "../../figure/model/plainText.ts";
import { fileName } from "../editing/names.ts";
import { messageOf } from "../../figure/model/messageOf.ts";

/** The export that a file holds, or a sentence that says why it holds none. */
export type ExportFile =
  | { readonly ok: true; readonly name: string; readonly figure: Figure; readonly source: string }
  | { readonly ok: false; readonly sentence: string };

/** The largest file that is read, in bytes. Servers take no more at once. */
const largestFile = 100_000_000;
const mostFiles = 10_000;

/** The JSON and Plotly files among `uris` and in the folders among them, in the order of their paths. */
export async function findExportFiles(given: readonly Uri[], token: CancellationToken): Promise<Uri[]> {
  const found = new Map<string, Uri>();
  const look = async (uri: Uri, type: FileType): Promise<void> => {
    if (token.isCancellationRequested || found.size >= mostFiles) return;
    if ((type & FileType.Directory) === 0) {
      if (/\.(json|plotly)$/i.test(uri.path)) found.set(uri.toString(), uri);
      return;
    }
    // A link to a folder may lead in a circle.
    if ((type & FileType.SymbolicLink) !== 0) return;
    for (const [name, each] of await workspace.fs.readDirectory(uri)) {
      if (name !== "node_modules" && !name.startsWith(".")) await look(Uri.joinPath(uri, name), each);
    }
  };
  for (const uri of given) {
    // A chosen file may itself be a link.
    await look(uri, (await workspace.fs.stat(uri)).type & ~FileType.SymbolicLink);
  }
  return [...found.values()].toSorted((one, other) => one.path.localeCompare(other.path, "en", { numeric: true }));
}

export async function readExportFile(uri: Uri): Promise<ExportFile> {
  let bytes: Uint8Array;
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > largestFile) return no("It is larger than 100 MB, which is more than a server takes at once.");
    bytes = await workspace.fs.readFile(uri);
  } catch (error) {
    return no(`It cannot be read: ${messageOf(error)}`);
  }
  const outline = await inSlices(scanBytesInSlices(bytes));
  const [fault] = outline?.syntax ?? [];
  if (fault !== undefined) return no(fault.code === "not-json" ? fault.message : `It is not JSON: ${fault.message}`);
  const value = JSON.parse(new TextDecoder().decode(bytes)) as Json;
  const held = figureIn(value, outline?.within);
  if (typeof held === "string") return no(held);
  return { ok: true, name: held.name ?? nameOf(uri, held.figure), figure: held.figure, source: await hashOf(bytes) };
}

function no(sentence: string): ExportFile {
  return { ok: false, sentence };
}

/** Finds the figure: the file itself, the figure in a plot's metadata, or one anywhere within; or says why there is none. */
function figureIn(
  value: Json,
  within: FigureWithin | undefined,
): { readonly figure: Figure; readonly name?: string } | string {
  const itself = asFigure(value);
  if (itself !== undefined) return { figure: itself };
  const elsewhere = within === undefined ? undefined : asFigure(figureAt(value, within.path) as Json);
  if (!isContainer(value))
    return elsewhere === undefined
      ? "It holds no figure: that is an object with a list of traces under “data”."
      : { figure: elsewhere };
  const { figure, filename } = value;
  const inside = asFigure(figure);
  if (inside !== undefined) {
    return { figure: inside, ...(typeof filename === "string" && filename.trim() !== "" && { name: filename }) };
  }
  if (elsewhere !== undefined) return { figure: elsewhere };
  return isContainer(value["cols"])
    ? "It holds a grid's columns and no figure. Grids are made from the figures that show them."
    : "It holds no figure: there is no list of traces under “data”.";
}

/** The parts of a figure that the API keeps; undefined where the value is no figure. */
function asFigure(value: Json | undefined): Figure | undefined {
  if (!isContainer(value)) return undefined;
  const { data, layout, frames } = value;
  if (!isListOfObjects(data)) return undefined;
  return {
    data,
    ...(isContainer(layout) && { layout }),
    ...(isListOfObjects(frames) && { frames }),
  };
}

function isListOfObjects(value: Json | undefined): value is JsonObject[] {
  return Array.isArray(value) && value.every(isContainer);
}

/** The plot's name: the file's, or the figure's title where the file has one such as "plot.json". */
function nameOf(uri: Uri, { layout }: Figure): string {
  const file = fileName(uri);
  const name = file.replace(/(\.plotly)?\.(json|plotly)$/i, "").trim();
  const says = !/^(plot|figure|fig|chart|export|data|untitled|download|\d+)?([ _-]*\(?\d*\)?)$/i.test(name);
  const title = titleOf(layout?.["title"]);
  return says || title === "" ? name || "plot" : title;
}

/** The text of a title, without the tags that Plotly draws. */
function titleOf(title: Json | undefined): string {
  const text = isContainer(title) ? title["text"] : title;
  return typeof text === "string" ? plainText(text) : "";
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes.slice().buffer);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
