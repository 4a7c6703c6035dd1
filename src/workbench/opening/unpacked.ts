import { commands, Position, Uri, window, workspace, WorkspaceEdit } from "vscode";
import { drawingEditor } from "./drawingEditor.ts";
import { fileName } from "../editing/names.ts";
import { textDocumentLimit } from "../editing/textDocumentLimit.ts";
import { messageOf } from "../../figure/model/messageOf.ts";
import { freeUri } from "../editing/freeUri.ts";

/**
 * Unpacks a file that is packed with gzip into a new file beside it, and opens that unsaved. The packed file stays as it is.
 */
export async function openUnpacked(uri: Uri): Promise<void> {
  const name = fileName(uri);
  const text = await unpack(uri).catch((error: unknown) => ({
    failure: messageOf(error),
  }));
  if (typeof text !== "string") {
    void window.showErrorMessage(`${name} cannot be unpacked: ${text.failure.replace(/\.?$/, ".")}`);
    return;
  }
  try {
    const document = await workspace.openTextDocument(await freeName(uri));
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), text);
    await workspace.applyEdit(edit);
    await commands.executeCommand("vscode.openWith", document.uri, drawingEditor(document.uri));
  } catch (error) {
    void window.showErrorMessage(`What ${name} holds cannot be shown: ${messageOf(error)}`);
  }
}

async function unpack(uri: Uri): Promise<string> {
  const packed = Uint8Array.from(await workspace.fs.readFile(uri));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parts: string[] = [];
  let size = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    // A few kilobytes may unpack to any size.
    if (size > textDocumentLimit) {
      await reader.cancel();
      throw new Error("it holds more than 50 MB. Unpack it with gunzip.");
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
  return parts.join("") + decoder.decode();
}

/** A free name beside the file: `tides.plotly.json` for `tides.plotly.json.gz`. */
async function freeName(uri: Uri): Promise<Uri> {
  const [, stem = uri.path] = /^(.*?)(?:\.plotly)?(?:\.json)?(?:\.gz)?$/i.exec(uri.path) ?? [];
  return (await freeUri(names(uri, stem))).with({ scheme: "untitled" });
}

function* names(uri: Uri, stem: string): Generator<Uri> {
  for (let count = 0; ; count++) {
    const ending = count === 0 ? "" : count === 1 ? " unpacked" : ` unpacked ${count}`;
    yield uri.with({ path: `${stem}${ending}.plotly.json` });
  }
}
