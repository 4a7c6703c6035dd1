import { type Uri, workspace } from "vscode";
import { plotScheme } from "../../manifest.ts";

/** Whether this is in a file system, where its bytes can be read. A plot of a server follows that through its text. */
export function isInFile({ scheme }: Uri): boolean {
  return scheme !== plotScheme && workspace.fs.isWritableFileSystem(scheme) !== undefined;
}
