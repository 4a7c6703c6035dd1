import { ok } from "node:assert/strict";
import { type Diagnostic, languages, type TextDocument, Uri, workspace } from "vscode";
import { until } from "./events.ts";

let count = 0;
const written: Uri[] = [];

export function workspaceFile(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  ok(folder, "These tests need a workspace.");
  return Uri.joinPath(folder.uri, name);
}

/** A new file of the workspace with this text and a name of its own. */
export async function writeFigure(text: string | Uint8Array, ending = ".plotly.json"): Promise<Uri> {
  const uri = workspaceFile(`test-${++count}${ending}`);
  await workspace.fs.writeFile(uri, typeof text === "string" ? new TextEncoder().encode(text) : text);
  written.push(uri);
  return uri;
}

export async function deleteFigures(): Promise<void> {
  for (const uri of written.splice(0)) await workspace.fs.delete(uri);
}

export async function openFigure(text: string, ending?: string): Promise<TextDocument> {
  return workspace.openTextDocument(await writeFigure(text, ending));
}

/** What the extension says about a document. */
export function problemsOf(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === "plots");
}

/** Waits until what the extension says about a document is as wanted. */
export async function problems(
  uri: Uri,
  wanted: (problems: readonly Diagnostic[]) => boolean = (found) => found.length > 0,
): Promise<Diagnostic[]> {
  await until(() => wanted(problemsOf(uri)), languages.onDidChangeDiagnostics);
  return problemsOf(uri);
}

export function codeOf({ code }: Diagnostic): unknown {
  return typeof code === "object" ? code.value : code;
}
